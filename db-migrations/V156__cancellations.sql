-- Each cancellation with its price: of a whole booking once, of parts of it before.

create table booking_cancellation (
    id            bigint      generated always as identity,
    booking_id    bigint      not null,
    at            timestamptz not null,
    actor         text        not null,
    whole         boolean     not null,
    passenger_ids bigint[]    not null,
    paid_vnd      bigint      not null,
    fee_vnd       bigint      not null,
    refund_vnd    bigint      not null,
    constraint booking_cancellation_key primary key (id),
    constraint booking_cancellation_of_a_booking foreign key (booking_id) references booking (id),
    constraint booking_cancellation_of_somebody check (cardinality(passenger_ids) > 0),
    constraint booking_cancellation_adds_up
        check (paid_vnd = fee_vnd + refund_vnd and fee_vnd >= 0 and refund_vnd >= 0)
);
comment on table booking_cancellation is 'What was cancelled, what had been paid for it, what of that is kept and what goes back; never changed afterwards';
comment on column booking_cancellation.passenger_ids is 'Who does not travel any more because of it';
create unique index booking_cancellation_whole_once on booking_cancellation (booking_id) where whole;
create index booking_cancellation_by_booking on booking_cancellation (booking_id);

insert into booking_cancellation (booking_id, at, actor, whole, passenger_ids, paid_vnd, fee_vnd, refund_vnd)
select h.booking_id, h.at, h.actor, true, p.ids, back.vnd, 0, back.vnd
  from booking_history h
  join (select booking_id, array_agg(id order by id) as ids from booking_passenger group by booking_id) p using (booking_id)
 cross join lateral (select coalesce((h.detail ->> 'amountVnd')::bigint, 0) as vnd) back
 where h.event = 'CANCELLED';

-- The letter about a part that was cancelled says which part it is about.
alter table notification drop constraint notification_names_its_subject;
alter table notification add constraint notification_names_its_subject check
    (subject_id is not null
     or kind not in ('PAYMENT_PROBLEM', 'REFUND_OPENED', 'REFUND_ACCOUNT_NEEDED', 'REFUND_PAID_OUT'));
