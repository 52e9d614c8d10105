package vn.busticket.bookings;

/** Where a booking stands. */
public enum BookingState {
    /** Placed; its seats are kept until the time to pay is over. */
    AWAITING_PAYMENT,
    /** Paid in full; the seats are sold. */
    CONFIRMED,
    /** The travel is over. */
    COMPLETED,
    /** Not paid in time; the seats were given up. */
    EXPIRED,
    /** Given up after it was confirmed, or called off. */
    CANCELLED;

    /** True once it is paid, as long as it is not given up: its passengers have tickets. */
    boolean isTravelled() {
        return switch (this) {
            case CONFIRMED, COMPLETED -> true;
            case AWAITING_PAYMENT, EXPIRED, CANCELLED -> false;
        };
    }

    /** True if a booking in this state may come into that one. */
    boolean canBecome(BookingState next) {
        return switch (this) {
            case AWAITING_PAYMENT -> next == CONFIRMED || next == EXPIRED || next == CANCELLED;
            case CONFIRMED -> next == COMPLETED || next == CANCELLED;
            case EXPIRED -> next == CONFIRMED;
            case COMPLETED, CANCELLED -> false;
        };
    }
}
