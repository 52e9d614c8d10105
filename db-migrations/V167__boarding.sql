-- What the crew did at the door, told by their phones once or many times, at once or hours later.

alter table ticket add column trip_id bigint;
update ticket set trip_id = booking.trip_id from booking where booking.id = ticket.booking_id;
alter table ticket
    alter column trip_id set not null,
    add constraint ticket_of_a_trip foreign key (trip_id) references trip (id);
comment on column ticket.trip_id is 'The trip that the QR code states, also after the booking has moved to another one';

create index ticket_void_by_trip on ticket (trip_id) where voided_at is not null;

create table boarding_entry (
    id           uuid        not null,
    trip_id      bigint      not null,
    device_id    uuid        not null,
    account_id   bigint      not null,
    kind         text        not null,
    passenger_id bigint,
    done_at      timestamptz not null,
    received_at  timestamptz not null,
    told         text        not null,
    outcome      text        not null,
    constraint boarding_entry_pk primary key (id),
    constraint boarding_entry_of_a_trip foreign key (trip_id) references trip (id),
    constraint boarding_entry_of_a_passenger foreign key (passenger_id) references booking_passenger (id),
    constraint boarding_entry_kind check (kind in ('SCAN', 'CODE', 'BOARD', 'UNDO', 'MISS')),
    constraint boarding_entry_done_before_received check (done_at <= received_at)
);
comment on column boarding_entry.id is 'Made by the phone: the same entry told twice is one';
comment on column boarding_entry.told is 'What the phone told the crew at once, perhaps without network';

create index boarding_entry_by_trip on boarding_entry (trip_id, done_at);
create index boarding_entry_by_passenger on boarding_entry (passenger_id, done_at) where outcome = 'BOARDED';
