package vn.busticket.bookings;

/** Where one passenger of a booking stands. */
public enum PassengerState {
    /** Is expected on the coach once the booking is confirmed. */
    BOOKED,
    /** Got on. */
    BOARDED,
    /** Did not come. */
    NO_SHOW,
    /** Does not travel any more. */
    CANCELLED;

    /** True if a passenger in this state may come into that one. */
    boolean canBecome(PassengerState next) {
        return switch (this) {
            case BOOKED -> next == BOARDED || next == NO_SHOW || next == CANCELLED;
            case BOARDED -> next == BOOKED || next == CANCELLED;
            case NO_SHOW -> next == BOARDED || next == BOOKED || next == CANCELLED;
            case CANCELLED -> false;
        };
    }
}
