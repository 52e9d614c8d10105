-- A message about a change names the change, so that each one is told; one about a cancellation names it if it is of a part.
alter table notification drop constraint notification_names_its_subject;
alter table notification add constraint notification_names_its_subject check
    (kind = 'CANCELLATION'
     or (subject_id is not null) = (kind in ('PAYMENT_PROBLEM', 'REFUND_OPENED', 'REFUND_ACCOUNT_NEEDED', 'REFUND_PAID_OUT',
                                             'CHANGE')));
