-- A booking's row says with what it was made, and whether anybody has begun to pay for it: each counts once in the funnel.
alter table booking_device drop constraint booking_device_known;
alter table booking_device add constraint booking_device_known check (device in ('PHONE', 'COMPUTER', 'UNKNOWN'));
alter table booking_device add column payment_started boolean not null default false;
comment on table booking_device is 'What kind of device a booking was made with, and whether a payment was begun, for the funnel';
