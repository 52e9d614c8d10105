-- Some people of a booking may go by another trip than the rest: they become a booking of their own.

alter table booking_change_passenger add column stays boolean not null default false;
comment on column booking_change_passenger.stays is 'Does not go by the other trip; only the names may be others';

-- Who stays and who goes sit in different coaches.
alter table booking_change_passenger drop constraint booking_change_passenger_one_per_seat;
alter table booking_change_passenger add constraint booking_change_passenger_one_per_seat unique (change_id, stays, seat_after);

alter table booking_change
    add column split_off_id bigint,
    add constraint booking_change_splits_off_a_booking foreign key (split_off_id) references booking (id),
    add constraint booking_change_splits_when_made check (split_off_id is null or state = 'APPLIED' and split_off_id <> booking_id);
comment on column booking_change.split_off_id is 'The booking of those who went by another trip than the rest; none where all stayed together';
create unique index booking_is_split_off_once on booking_change (split_off_id) where split_off_id is not null;

-- After what the operator did, changing the trip is free of the fare's fee and limits, and uses none of them up.
alter table booking_change add column free boolean not null default false;

alter table booking_change_draft add column staying jsonb not null default '[]';
comment on column booking_change_draft.staying is 'The seats of those who do not go by the chosen trip';
