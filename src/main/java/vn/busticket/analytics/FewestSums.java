package vn.busticket.analytics;

import java.time.LocalDate;
import java.util.Map;

/**
 * The fewest sums that make up a period: single days up to the first ten of days that is whole in
 * it, such tens up to the first whole hundred, and back the same way. Years are a few dozen sums.
 * Where there is no whole ten, or hundred, its borders fall together.
 */
record FewestSums(
        LocalDate from,
        LocalDate tensFrom,
        LocalDate hundredsFrom,
        LocalDate hundredsUntil,
        LocalDate tensUntil,
        LocalDate until) {

    /** What {@code report_sales} has of each route, company and bus type in a period. */
    static final String OF_A_PERIOD =
            """
            route_id <> 0
            and (days = 100 and day >= :hundredsFrom and day < :hundredsUntil
                 or days = 10 and (day >= :tensFrom and day < :hundredsFrom or day >= :hundredsUntil and day < :tensUntil)
                 or days = 1 and (day >= :from and day < :tensFrom or day >= :tensUntil and day < :until))
            """;

    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    static FewestSums of(Period period) {
        var from = period.from();
        var until = period.to().plusDays(1);
        var tensFrom = next(from, TEN);
        var tensUntil = last(until, TEN);
        if (tensFrom.isAfter(tensUntil)) {
            return new FewestSums(from, until, until, until, until, until);
        }
        var hundredsFrom = next(tensFrom, HUNDRED);
        var hundredsUntil = last(tensUntil, HUNDRED);
        return hundredsFrom.isAfter(hundredsUntil)
                ? new FewestSums(from, tensFrom, tensUntil, tensUntil, tensUntil, until)
                : new FewestSums(from, tensFrom, hundredsFrom, hundredsUntil, tensUntil, until);
    }

    /** That day or the next on which so many days begin, counted from 1970 on. */
    private static LocalDate next(LocalDate day, int days) {
        return day.plusDays(Math.floorMod(-day.toEpochDay(), days));
    }

    /** That day or the last before it on which so many days begin. */
    private static LocalDate last(LocalDate day, int days) {
        return day.minusDays(Math.floorMod(day.toEpochDay(), days));
    }

    Map<String, Object> parameters() {
        return Map.of(
                "from", from,
                "tensFrom", tensFrom,
                "hundredsFrom", hundredsFrom,
                "hundredsUntil", hundredsUntil,
                "tensUntil", tensUntil,
                "until", until);
    }
}
