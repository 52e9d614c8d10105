package vn.busticket.backoffice;

import java.time.Instant;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;

/**
 * A trip in a list of staff.
 *
 * @param way from its first place to its last
 * @param coach kind of coach, and its plate once one is assigned
 * @param passengers with paid bookings
 * @param seats that can be sold
 */
record TripRow(
        TripId id,
        Instant departsAt,
        String way,
        String operator,
        String coach,
        int passengers,
        int seats,
        Trip.State state) {}
