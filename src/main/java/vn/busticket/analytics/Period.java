package vn.busticket.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

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

    /** How many days it has. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** True if it begins with the first day of a month and ends with the last of one. */
    public boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    }

    /** True if that day is in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Its days, weeks or months in their order, cut off at its ends. */
    public List<Period> steps(Grain grain) {
        var steps = new ArrayList<Period>();
        for (var start = from; !start.isAfter(to); ) {
            var end = endOf(start, grain);
            steps.add(new Period(start, end.isAfter(to) ? to : end));
            start = end.plusDays(1);
        }
        return List.copyOf(steps);
    }

    private static LocalDate endOf(LocalDate day, Grain grain) {
        return switch (grain) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> YearMonth.from(day).atEndOfMonth();
        };
    }
}
