-- All kinds of messages, by e-mail and SMS, about a booking or to the owner of an account.
alter table notification alter column booking_id drop not null;
alter table notification add column account_id bigint;
alter table notification add column recipient text;
comment on column notification.recipient is 'The address or number that the last attempt went to';
alter table notification add constraint notification_to_an_account foreign key (account_id) references account (id);
alter table notification add constraint notification_about_one_thing check (num_nonnulls(booking_id, account_id) = 1);
create index notification_by_account on notification (account_id) where account_id is not null;
create index notification_by_recipient on notification (recipient) where recipient is not null;

alter table notification drop constraint notification_channel_is_known;
alter table notification add constraint notification_channel_is_known check (channel in ('EMAIL', 'SMS'));

alter table notification drop constraint notification_kind_is_known;
alter table notification add constraint notification_kind_is_known check
    (kind in ('CONFIRMATION', 'RECEIPT', 'EXPIRY', 'CANCELLATION', 'PAYMENT_PROBLEM', 'REFUND_OPENED',
              'REFUND_ACCOUNT_NEEDED', 'REFUND_PAID_OUT', 'CHANGE', 'REMINDER', 'TRIP_MOVED', 'TRIP_CANCELLED',
              'EMAIL_VERIFICATION', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'REGISTRATION_REPEATED'));
alter table notification add constraint notification_of_an_account check
    ((account_id is not null) = (kind in ('EMAIL_VERIFICATION', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'REGISTRATION_REPEATED')));

alter table notification drop constraint notification_state_is_known;
alter table notification add constraint notification_state_is_known check
    (state in ('QUEUED', 'SENT', 'REJECTED', 'GIVEN_UP', 'OVERTAKEN', 'UNWANTED'));

alter table notification_attempt drop constraint notification_attempt_outcome_is_known;
alter table notification_attempt add constraint notification_attempt_outcome_is_known check
    (outcome in ('SENT', 'RETRY', 'REJECTED', 'OVERTAKEN', 'UNWANTED'));
