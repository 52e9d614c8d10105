package vn.busticket.notifications;

import vn.busticket.bookings.BookingDetails;

/**
 * How things stand with a booking that messages are about.
 *
 * @param recipient whom they go to
 * @param booking what they tell of
 */
record Background(Recipient recipient, BookingDetails booking) {}
