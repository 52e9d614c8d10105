-- The outbox: a row is written in the transaction that causes the message.
create table notification (
    id              bigint generated always as identity,
    kind            text        not null,
    channel         text        not null,
    booking_id      bigint      not null,
    dedupe_key      text        not null,
    state           text        not null,
    attempts        integer     not null default 0,
    created_at      timestamptz not null,
    next_attempt_at timestamptz,
    finished_at     timestamptz,
    reason          text,
    constraint notification_pk primary key (id),
    constraint notification_dedupe_key_unique unique (dedupe_key),
    constraint notification_about_a_booking foreign key (booking_id) references booking (id),
    constraint notification_kind_is_known check (kind in ('CONFIRMATION', 'RECEIPT', 'EXPIRY')),
    constraint notification_channel_is_known check (channel in ('EMAIL')),
    constraint notification_state_is_known check (state in ('QUEUED', 'SENT', 'REJECTED', 'GIVEN_UP', 'OVERTAKEN')),
    constraint queued_has_its_next_attempt check ((state = 'QUEUED') = (next_attempt_at is not null)),
    constraint finished_says_when check ((state = 'QUEUED') = (finished_at is null))
);
comment on column notification.next_attempt_at is 'While an attempt runs: when another may begin although this one has not ended';

create index notification_due on notification (next_attempt_at) where next_attempt_at is not null;
create index notification_by_booking on notification (booking_id);

create table notification_attempt (
    id              bigint generated always as identity,
    notification_id bigint      not null,
    number          integer     not null,
    at              timestamptz not null,
    outcome         text        not null,
    answer          text,
    duration_millis bigint      not null,
    constraint notification_attempt_pk primary key (id),
    constraint notification_attempt_of_a_notification foreign key (notification_id) references notification (id),
    constraint notification_attempt_outcome_is_known check (outcome in ('SENT', 'RETRY', 'REJECTED', 'OVERTAKEN'))
);
comment on table notification_attempt is 'Every try to deliver, never changed afterwards';

create index notification_attempt_by_notification on notification_attempt (notification_id);
