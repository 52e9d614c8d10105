-- Messages about a cancellation, an odd payment and a refund; some are about one transfer or one refund of a booking.
alter table notification add column subject_id bigint;
alter table notification add column outcome text;
comment on column notification.subject_id is 'The refund, or the bank transaction of an odd payment';
comment on column notification.outcome is 'What became of an odd payment when it was told';

alter table notification drop constraint notification_kind_is_known;
alter table notification add constraint notification_kind_is_known check
    (kind in ('CONFIRMATION', 'RECEIPT', 'EXPIRY', 'CANCELLATION', 'PAYMENT_PROBLEM', 'REFUND_OPENED',
              'REFUND_ACCOUNT_NEEDED', 'REFUND_PAID_OUT'));
alter table notification add constraint notification_names_its_subject check
    ((subject_id is not null) = (kind in ('PAYMENT_PROBLEM', 'REFUND_OPENED', 'REFUND_ACCOUNT_NEEDED', 'REFUND_PAID_OUT')));
alter table notification add constraint notification_outcome_of_a_payment check
    ((outcome is not null) = (kind = 'PAYMENT_PROBLEM'));
