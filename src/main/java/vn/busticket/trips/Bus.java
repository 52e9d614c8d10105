package vn.busticket.trips;

/**
 * A coach that a company owns.
 *
 * @param plate its number plate
 * @param layout how its seats stand
 */
public record Bus(BusId id, String plate, BusType type, SeatLayout layout) {}
