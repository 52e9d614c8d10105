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
    CANCELLED
}
