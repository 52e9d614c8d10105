-- A message about a change names the change, so that each one is told.
alter table notification drop constraint notification_names_its_subject;
alter table notification add constraint notification_names_its_subject check
    ((subject_id is not null) = (kind in ('PAYMENT_PROBLEM', 'REFUND_OPENED', 'REFUND_ACCOUNT_NEEDED', 'REFUND_PAID_OUT',
                                          'CHANGE')));
