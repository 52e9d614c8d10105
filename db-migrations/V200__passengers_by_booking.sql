-- Everybody on a booking is read with it, the cancelled too, whom the index of the taken seats leaves out.
create index booking_passenger_by_booking on booking_passenger (booking_id);
