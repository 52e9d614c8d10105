package vn.busticket.bookings;

/**
 * How many passengers a trip has.
 *
 * @param booked all that travel, on the coach or not yet
 * @param boarded those on the coach
 */
public record PassengerCount(int booked, int boarded) {

    /** Nobody. */
    public static final PassengerCount NONE = new PassengerCount(0, 0);
}
