package vn.busticket.analytics;

import java.time.LocalDate;

/**
 * Whole days in Vietnam's time, both ends included.
 *
 * @throws IllegalArgumentException if it ends before it begins
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "A period cannot end before it begins: " + from + " to " + to);
        }
    }
}
