package vn.busticket.trips;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A policy of an operator with what it is for.
 *
 * @param seatClass the only class it is for, or all
 * @param holiday the only time it is for, or any
 */
record OperatorPolicy(Optional<String> seatClass, Optional<Holiday> holiday, TicketPolicy policy) {

    /** True if it says something about one of so many seats on a coach that leaves that day. */
    boolean appliesTo(String classOfSeat, int seats, LocalDate day) {
        return seatClass.filter(only -> !only.equals(classOfSeat)).isEmpty()
                && holiday.filter(only -> !only.includes(day)).isEmpty()
                && policy.fromSeats() <= seats;
    }

    boolean isForHoliday() {
        return holiday.isPresent();
    }

    boolean isForClass() {
        return seatClass.isPresent();
    }

    int fromSeats() {
        return policy.fromSeats();
    }
}
