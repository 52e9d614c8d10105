package vn.busticket.analytics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import vn.busticket.shared.VietnamTime;

/** How often a report is sent. */
public enum Cadence {
    DAILY,
    /** On Mondays. */
    WEEKLY,
    /** On the first of each month. */
    MONTHLY;

    /** The next time after an instant, at an hour of Vietnam's clocks. */
    Instant next(Instant after, int hour) {
        var day = firstFrom(VietnamTime.dayOf(after));
        var at = at(day, hour);
        return at.isAfter(after) ? at : at(firstFrom(day.plusDays(1)), hour);
    }

    private LocalDate firstFrom(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            case MONTHLY ->
                    day.getDayOfMonth() == 1
                            ? day
                            : day.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }

    private static Instant at(LocalDate day, int hour) {
        return VietnamTime.instantOf(day.atTime(hour, 0));
    }
}
