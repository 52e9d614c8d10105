package vn.busticket.analytics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.busticket.trips.LunarCalendar;

/**
 * The period that another one is compared with, and which days of it stand beside which.
 *
 * @param period of the report
 * @param months how many months lie between both, where whole months are compared; else 0
 */
record ComparedPeriod(Period period, Period with, int months) {

    private static final int MONTHS_OF_A_YEAR = 12;

    /** Empty if nothing is compared. */
    static Optional<ComparedPeriod> of(Period period, Comparison comparison) {
        return switch (comparison) {
            case NONE -> Optional.empty();
            case PREVIOUS_PERIOD -> Optional.of(previous(period));
            case LAST_YEAR -> Optional.of(monthsBefore(period, MONTHS_OF_A_YEAR));
            case LAST_YEAR_BY_TET -> Optional.of(daysBefore(period, daysBetweenTets(period)));
        };
    }

    /** The days that a step of the report is compared with; empty where there are none. */
    Optional<Period> step(Period step, Grain grain) {
        if (months > 0 && grain == Grain.MONTH) {
            return within(step.from().minusMonths(months), endMonthsBefore(step.to(), months));
        }
        var from = with.from().plusDays(ChronoUnit.DAYS.between(period.from(), step.from()));
        var isLast = step.to().equals(period.to()) && grain != Grain.DAY;
        return within(
                from,
                isLast
                        ? with.to()
                        : from.plusDays(ChronoUnit.DAYS.between(step.from(), step.to())));
    }

    private Optional<Period> within(LocalDate from, LocalDate to) {
        var end = to.isAfter(with.to()) ? with.to() : to;
        return from.isAfter(end) ? Optional.empty() : Optional.of(new Period(from, end));
    }

    private static ComparedPeriod previous(Period period) {
        if (period.isWholeMonths()) {
            var months =
                    ChronoUnit.MONTHS.between(
                                    YearMonth.from(period.from()), YearMonth.from(period.to()))
                            + 1;
            return monthsBefore(period, (int) months);
        }
        return daysBefore(period, period.days());
    }

    private static ComparedPeriod monthsBefore(Period period, int months) {
        return new ComparedPeriod(
                period,
                new Period(period.from().minusMonths(months), endMonthsBefore(period.to(), months)),
                months);
    }

    private static ComparedPeriod daysBefore(Period period, long days) {
        return new ComparedPeriod(
                period, new Period(period.from().minusDays(days), period.to().minusDays(days)), 0);
    }

    /** The last day of a month stays the last one of its month. */
    private static LocalDate endMonthsBefore(LocalDate day, int months) {
        return day.equals(YearMonth.from(day).atEndOfMonth())
                ? YearMonth.from(day).minusMonths(months).atEndOfMonth()
                : day.minusMonths(months);
    }

    /** Between the Tết that is nearest to the middle of the period and the one before it. */
    private static long daysBetweenTets(Period period) {
        var middle = period.from().plusDays(period.days() / 2);
        var year = middle.getYear();
        var nearest = tet(year);
        for (var other : new int[] {year - 1, year + 1}) {
            if (distance(tet(other), middle) < distance(nearest, middle)) {
                nearest = tet(other);
            }
        }
        return ChronoUnit.DAYS.between(tet(nearest.getYear() - 1), nearest);
    }

    private static LocalDate tet(int year) {
        return LunarCalendar.day(year, 1, 1);
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }
}
