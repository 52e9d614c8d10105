-- Money goes back where a booking was changed to something cheaper, or where the change that it was sent for was not made.
alter table refund_case drop constraint refund_reason_is_known;
alter table refund_case add constraint refund_reason_is_known check
    (reason in ('PAID_TOO_MUCH', 'PAID_TWICE', 'PAID_AFTER_CANCELLATION', 'PAID_TOO_LATE', 'CANCELLED',
                'UNKNOWN_PAYMENT', 'NOT_USABLE', 'CHANGED', 'CHANGE_NOT_MADE'));
