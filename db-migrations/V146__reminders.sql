-- What messages need to know of a booking, in one place: whom they go to and when the coach leaves.
create view booking_recipient as
select id as booking_id, state, departs_at, confirmed_at, contact_email, account_id,
       exists (select from trip where trip.id = booking.trip_id and trip.state = 'SCHEDULED') as trip_runs
  from booking;
comment on view booking_recipient is 'What the room of notifications may know of a booking without asking for all of it';

create index booking_to_remind on booking (departs_at, id) where state = 'CONFIRMED';
create index notification_reminder on notification (booking_id, state, created_at) where kind = 'REMINDER';
