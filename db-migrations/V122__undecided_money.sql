-- Money whose decision fails may be sent back by staff.
alter table refund_case drop constraint refund_reason_is_known;
alter table refund_case add constraint refund_reason_is_known check
    (reason in ('PAID_TOO_MUCH', 'PAID_TWICE', 'PAID_AFTER_CANCELLATION', 'PAID_TOO_LATE', 'CANCELLED',
                'UNKNOWN_PAYMENT', 'NOT_USABLE'));
