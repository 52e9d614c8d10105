-- What the lists of messages for staff are read by.
drop index notification_by_recipient;
create index notification_by_recipient on notification (lower(recipient)) where recipient is not null;
create index notification_set_aside on notification (id) where state in ('OVERTAKEN', 'UNWANTED');
