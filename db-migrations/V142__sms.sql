-- Whether text messages that were taken over have arrived: asked for, because nobody tells.
create table sms_arrival (
    notification_id bigint      not null,
    reference       text        not null,
    looks           integer     not null,
    next_look_at    timestamptz,
    settled_at      timestamptz,
    constraint sms_arrival_pk primary key (notification_id),
    constraint sms_arrival_of_a_notification foreign key (notification_id) references notification (id) on delete cascade,
    constraint settled_sms_is_not_asked_about check (settled_at is null or next_look_at is null)
);
comment on column sms_arrival.reference is 'The number that the service gave the message';
create index sms_arrival_due on sms_arrival (next_look_at) where next_look_at is not null;

alter table notification_attempt drop constraint notification_attempt_outcome_is_known;
alter table notification_attempt add constraint notification_attempt_outcome_is_known check
    (outcome in ('SENT', 'RETRY', 'REJECTED', 'OVERTAKEN', 'UNWANTED', 'POSTPONED', 'ARRIVED', 'NOT_ARRIVED'));
alter table notification_attempt drop constraint notification_attempt_failure_has_its_kind;
alter table notification_attempt add constraint notification_attempt_failure_has_its_kind check
    (failure is null or outcome in ('RETRY', 'REJECTED', 'NOT_ARRIVED'));
