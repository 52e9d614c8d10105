-- Delivering messages: a budget and a breaker for each channel, kinds of failures, sending again.
create table message_channel (
    channel      text             not null,
    permits      double precision not null,
    refilled_at  timestamptz      not null,
    failures     integer          not null default 0,
    opened_at    timestamptz,
    paused_until timestamptz,
    constraint message_channel_pk primary key (channel),
    constraint message_channel_is_known check (channel in ('EMAIL', 'SMS')),
    constraint open_channel_is_paused check (opened_at is null or paused_until is not null)
);
comment on table message_channel is 'How many messages all nodes together may send, and whether the provider answers at all';
comment on column message_channel.failures is 'How often in a row the provider failed us, whichever message it was about';
comment on column message_channel.opened_at is 'Since when only single messages try whether the provider is back';
insert into message_channel (channel, permits, refilled_at)
values ('EMAIL', 0, timestamptz 'epoch'), ('SMS', 0, timestamptz 'epoch');

alter table notification add column failures integer not null default 0;
alter table notification add column again_of bigint;
alter table notification add column told_staff_at timestamptz;
comment on column notification.failures is 'Attempts that failed for a reason of the message; an absent provider is not one';
comment on column notification.again_of is 'The message that staff sent again by this one';
comment on column notification.told_staff_at is 'When staff got it in the daily list of what was given up';
alter table notification add constraint notification_again_of_another
    foreign key (again_of) references notification (id) on delete set null;
create index notification_again on notification (again_of) where again_of is not null;

-- A channel that waits must not stand in the way of another.
drop index notification_due;
create index notification_due on notification (channel, next_attempt_at, id) where next_attempt_at is not null;
create index notification_failed on notification (id) where state in ('REJECTED', 'GIVEN_UP');
create index notification_created on notification using brin (created_at);

alter table notification_attempt add column failure text;
comment on column notification_attempt.failure is 'What kind of failure it was; ANSWER_LOST may have been taken all the same';
alter table notification_attempt add constraint notification_attempt_failure_is_known check
    (failure in ('CONNECTION', 'WE_ARE_REFUSED', 'TEMPORARY', 'MESSAGE_REFUSED', 'RECIPIENT_REFUSED', 'ANSWER_LOST', 'NOT_WRITTEN'));
alter table notification_attempt add constraint notification_attempt_failure_has_its_kind check
    (failure is null or outcome in ('RETRY', 'REJECTED'));
