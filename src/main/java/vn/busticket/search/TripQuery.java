package vn.busticket.search;

import java.time.LocalDate;

/**
 * What somebody looks for.
 *
 * @param fromPlace code of the place to leave from
 * @param toPlace code of the place to go to
 * @param day calendar day in Vietnam on which the coach leaves the boarding stop
 * @param passengers how many seats are needed
 */
public record TripQuery(String fromPlace, String toPlace, LocalDate day, int passengers) {

    public TripQuery {
        if (passengers < 1) {
            throw new IllegalArgumentException("Not a number of passengers: " + passengers);
        }
    }
}
