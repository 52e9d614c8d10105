package vn.busticket.trips;

/**
 * Names one trip.
 *
 * @param value its number in the database
 */
public record TripId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
