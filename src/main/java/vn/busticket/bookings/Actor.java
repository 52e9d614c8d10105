package vn.busticket.bookings;

/** Who made something happen to a booking. */
public enum Actor {
    /** Whoever booked. */
    PASSENGER,
    /** Somebody of ours, at the passenger's wish or with another reason. */
    STAFF,
    /** The coach company that runs the trip, or somebody of ours for it. */
    OPERATOR,
    /** A bank transfer that arrived. */
    BANK,
    /** Time that passed. */
    TIME
}
