package vn.busticket.trips;

import java.util.Optional;

/**
 * For what a policy of an operator is. There is one for each scope at most.
 *
 * @param operatorCode of the operator
 * @param seatClass the only class of seat it is for, or all
 * @param holidayCode the only holiday it is for, or any day
 * @param fromSeats the number of seats, bought together, from which it applies; 1 for everybody
 */
public record PolicyScope(
        String operatorCode,
        Optional<String> seatClass,
        Optional<String> holidayCode,
        int fromSeats) {

    public PolicyScope {
        if (operatorCode.isBlank() || fromSeats < 1) {
            throw new IllegalArgumentException(
                    "No policy of \"%s\" from %d seats".formatted(operatorCode, fromSeats));
        }
    }

    /** As the audit log names it: {@code SAO_DEM VIP TET 5}. */
    @Override
    public String toString() {
        return "%s %s %s %d"
                .formatted(operatorCode, seatClass.orElse("*"), holidayCode.orElse("*"), fromSeats);
    }
}
