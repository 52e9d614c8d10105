package vn.busticket.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** Days that move on with the calendar: all are over when the report is sent. */
public enum RelativePeriod {
    YESTERDAY,
    LAST_7_DAYS,
    LAST_28_DAYS,
    /** Monday to Sunday. */
    LAST_WEEK,
    LAST_MONTH,
    /** The month of yesterday, until yesterday; and likewise the quarter and the year. */
    MONTH_SO_FAR,
    QUARTER_SO_FAR,
    YEAR_SO_FAR;

    private static final int WEEK = 7;
    private static final int FOUR_WEEKS = 28;

    /** The days, seen from a day in Vietnam. */
    public Period on(LocalDate today) {
        var yesterday = today.minusDays(1);
        return switch (this) {
            case YESTERDAY -> new Period(yesterday, yesterday);
            case LAST_7_DAYS -> new Period(today.minusDays(WEEK), yesterday);
            case LAST_28_DAYS -> new Period(today.minusDays(FOUR_WEEKS), yesterday);
            case LAST_WEEK -> {
                var sunday = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
                yield new Period(sunday.minusDays(WEEK - 1), sunday);
            }
            case LAST_MONTH -> {
                var last = today.withDayOfMonth(1).minusDays(1);
                yield new Period(last.withDayOfMonth(1), last);
            }
            case MONTH_SO_FAR -> new Period(yesterday.withDayOfMonth(1), yesterday);
            case QUARTER_SO_FAR -> new Period(firstOfQuarter(yesterday), yesterday);
            case YEAR_SO_FAR -> new Period(yesterday.withDayOfYear(1), yesterday);
        };
    }

    private static LocalDate firstOfQuarter(LocalDate day) {
        var quarter = day.get(IsoFields.QUARTER_OF_YEAR);
        return LocalDate.of(day.getYear(), Month.of(3 * quarter - 2), 1);
    }
}
