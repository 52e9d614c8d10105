-- What an account message tells follows from its cause: the mailbox it is about, and what its link is made of.
alter table notification add column account_email text;
alter table notification add column account_generation integer;
alter table notification add column link_expires_at timestamptz;
comment on column notification.account_email is 'The mailbox that the message goes to, which may be another than that of the account now';
comment on column notification.account_generation is 'The sign-in generation that a link to set the password is good for';

alter table notification drop constraint notification_kind_is_known;
alter table notification add constraint notification_kind_is_known check
    (kind in ('CONFIRMATION', 'RECEIPT', 'EXPIRY', 'CANCELLATION', 'PAYMENT_PROBLEM', 'REFUND_OPENED',
              'REFUND_ACCOUNT_NEEDED', 'REFUND_PAID_OUT', 'CHANGE', 'REMINDER', 'TRIP_MOVED', 'TRIP_CANCELLED',
              'EMAIL_VERIFICATION', 'EMAIL_CHANGED', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'REGISTRATION_REPEATED'));
alter table notification drop constraint notification_of_an_account;
alter table notification add constraint notification_of_an_account check
    ((account_id is not null) = (kind in ('EMAIL_VERIFICATION', 'EMAIL_CHANGED', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'REGISTRATION_REPEATED')));
alter table notification add constraint notification_of_a_mailbox check ((account_id is not null) = (account_email is not null));
alter table notification add constraint notification_with_a_link check
    ((link_expires_at is not null) = (kind in ('EMAIL_VERIFICATION', 'PASSWORD_RESET')));
alter table notification add constraint notification_of_a_generation check ((account_generation is not null) = (kind = 'PASSWORD_RESET'));
