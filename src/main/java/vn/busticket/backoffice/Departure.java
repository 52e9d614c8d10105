package vn.busticket.backoffice;

import java.time.Instant;
import vn.busticket.bookings.PassengerCount;
import vn.busticket.trips.TripId;

/** A trip in the lists of a coach company. */
record Departure(
        TripId trip,
        Instant departsAt,
        String way,
        String operator,
        boolean isCalledOff,
        PassengerCount passengers,
        int seats) {

    String manifest() {
        return OperatorTripsView.ADDRESS + "/" + trip.value() + "/manifest";
    }
}
