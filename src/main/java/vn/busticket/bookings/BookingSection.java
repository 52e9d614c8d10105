package vn.busticket.bookings;

/** A part of a person's bookings. */
public enum BookingSection {
    /** Confirmed or waiting for money, and the coach has not arrived. */
    UPCOMING,
    /** The travel is over. */
    PAST,
    /** Cancelled, or expired without payment. */
    CANCELLED
}
