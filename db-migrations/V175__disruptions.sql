-- What an operator did to trips that were on sale already: called off, moved to another time, driven by another coach.
create table trip_disruption (
    id              bigint generated always as identity,
    trip_id         bigint      not null,
    kind            text        not null,
    -- No foreign key: what was done stays on record when the account is erased.
    account_id      bigint      not null,
    reason          text        not null,
    at              timestamptz not null,
    departs_before  timestamptz not null,
    departs_after   timestamptz not null,
    bus_before      bigint,
    bus_after       bigint,
    bookings        integer     not null,
    passengers      integer     not null,
    amount_vnd      bigint      not null,
    constraint trip_disruption_key primary key (id),
    constraint trip_disruption_of_trip foreign key (trip_id) references trip (id),
    constraint trip_disruption_bus_before_known foreign key (bus_before) references bus (id),
    constraint trip_disruption_bus_after_known foreign key (bus_after) references bus (id),
    constraint trip_disruption_kind_known check (kind in ('CALLED_OFF', 'MOVED', 'OTHER_COACH')),
    constraint trip_disruption_reason_given check (length(btrim(reason)) > 0),
    constraint trip_disruption_moved_moves check ((kind = 'MOVED') = (departs_before <> departs_after)),
    constraint trip_disruption_counts check (bookings >= 0 and passengers >= 0 and amount_vnd >= 0)
);
create index trip_disruption_by_trip on trip_disruption (trip_id, id);
create unique index trip_called_off_once on trip_disruption (trip_id) where kind = 'CALLED_OFF';
comment on column trip_disruption.amount_vnd is 'What had been paid for the bookings that it concerned';

comment on column trip.service_day is 'Vietnam''s calendar day at the first stop as the schedule has it; a trip that is moved keeps it';

-- The few trips whose bookings may still have to be called off.
create index trip_called_off_by_departure on trip (departs_at, id) where state = 'CANCELLED';

-- The letter about a trip that was moved says which move it is about.
alter table notification drop constraint notification_names_its_subject;
alter table notification add constraint notification_names_its_subject check
    (kind = 'CANCELLATION'
     or (subject_id is not null) = (kind in ('PAYMENT_PROBLEM', 'REFUND_OPENED', 'REFUND_ACCOUNT_NEEDED', 'REFUND_PAID_OUT',
                                             'CHANGE', 'TRIP_MOVED')));
comment on column notification.subject_id is
    'The refund, the bank transaction of an odd payment, the change, the part that was cancelled, or what was done to the trip';
