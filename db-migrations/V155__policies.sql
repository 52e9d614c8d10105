-- What operators ask of passengers who change or cancel, and what each booking was bought under.

create table holiday (
    id          bigint  generated always as identity,
    code        text    not null,
    name_vi     text    not null,
    name_en     text    not null,
    calendar    text    not null,
    month       integer not null,
    day         integer not null,
    days_before integer not null,
    days_after  integer not null,
    constraint holiday_key primary key (id),
    constraint holiday_code_unique unique (code),
    constraint holiday_calendar_known check (calendar in ('SOLAR', 'LUNAR')),
    constraint holiday_in_the_year check (month between 1 and 12 and day between 1 and 31),
    constraint holiday_period_sensible check (days_before between 0 and 60 and days_after between 0 and 60)
);
comment on table holiday is 'Days that come back every year, by the solar or Vietnam''s lunar calendar, and how many days around them count';

-- The nearest one applies: of a holiday before an everyday one, of more seats before fewer, of a class before all.
create table policy (
    id                   bigint  generated always as identity,
    operator_id          bigint  not null,
    seat_class           text,
    holiday_id           bigint,
    from_seats           integer not null,
    change_until_minutes integer not null,
    changes              integer not null,
    change_fee_vnd       bigint  not null,
    constraint policy_key primary key (id),
    constraint policy_once unique nulls not distinct (operator_id, seat_class, holiday_id, from_seats),
    constraint policy_of_operator foreign key (operator_id) references operator (id),
    constraint policy_at_holiday foreign key (holiday_id) references holiday (id),
    constraint policy_for_somebody check (from_seats > 0),
    constraint policy_change_sensible check (change_until_minutes >= 0 and changes >= 0 and change_fee_vnd >= 0)
);
comment on column policy.change_until_minutes is 'Changes are possible until so long before the departure';

create table policy_tier (
    policy_id     bigint  not null,
    until_minutes integer not null,
    fee_percent   integer not null,
    fee_vnd       bigint  not null,
    constraint policy_tier_key primary key (policy_id, until_minutes),
    constraint policy_tier_of_policy foreign key (policy_id) references policy (id),
    constraint policy_tier_before_departure check (until_minutes >= 0),
    constraint policy_tier_fee_sensible check (fee_percent between 0 and 100 and fee_vnd >= 0)
);
comment on table policy_tier is 'What is kept of the price of a seat that is cancelled until so long before the departure; later than the last, nobody can cancel';

-- Bookings keep what they were bought under. Those that stand already were sold under the house's own: all back until the
-- departure, two changes until four hours before it.
alter table booking add column policy jsonb not null default
    '{"changeUntilMinutes": 240, "changes": 2, "changeFeeVnd": 0, "fromSeats": 1,
      "tiers": [{"untilMinutes": 0, "feePercent": 0, "feeVnd": 0}]}';
comment on column booking.policy is 'The rules for changing and cancelling when it was placed; later ones do not count for it';

-- What is kept for what was cancelled or changed; it stays allocated to the booking.
alter table booking add column fees_vnd bigint not null default 0;
alter table booking add constraint booking_fees_not_negative check (fees_vnd >= 0);
comment on column booking.fees_vnd is 'What was earned by cancelling or changing parts of it; a part of total_vnd while it is paid';

-- Somebody who has stayed at home does not keep a seat from the others of the booking.
alter table booking_passenger drop constraint if exists booking_passenger_one_per_seat;
create unique index booking_passenger_one_on_a_seat on booking_passenger (booking_id, seat_label) where state <> 'CANCELLED';
