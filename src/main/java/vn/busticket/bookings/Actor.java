package vn.busticket.bookings;

/** Who made something happen to a booking. */
public enum Actor {
    /** Whoever booked. */
    PASSENGER,
    /** A bank transfer that arrived. */
    BANK,
    /** Time that passed. */
    TIME
}
