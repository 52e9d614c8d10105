package vn.busticket.backoffice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.Period;

/**
 * The days of a report, as a preset that moves with the calendar or from day to day.
 *
 * @param preset empty for days that stay
 */
record ReportSpan(Optional<ReportPreset> preset, Period period) {

    private static final int MOST_STEPS = 200;
    private static final long LONGEST_DAYS = 3_700;
    private static final int DAYS_OF_MANY_WEEKS = 62;
    private static final int DAYS_OF_MANY_MONTHS = 400;

    static ReportSpan of(ReportPreset preset, LocalDate today) {
        return new ReportSpan(Optional.of(preset), preset.until(today));
    }

    static ReportSpan of(LocalDate from, LocalDate to) {
        return new ReportSpan(Optional.empty(), new Period(from, to));
    }

    long days() {
        return ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
    }

    boolean isTooLong() {
        return days() > LONGEST_DAYS;
    }

    /** The steps that fit it unless somebody wants others. */
    Grain grain() {
        return preset.map(ReportPreset::grain).orElseGet(this::grainOfDays);
    }

    /** False for steps so small that no picture could show them all. */
    boolean canShow(Grain grain) {
        var days =
                switch (grain) {
                    case DAY -> 1;
                    case WEEK -> 7;
                    case MONTH -> 28;
                };
        return days() / days <= MOST_STEPS;
    }

    private Grain grainOfDays() {
        if (days() <= DAYS_OF_MANY_WEEKS) {
            return Grain.DAY;
        }
        return days() <= DAYS_OF_MANY_MONTHS ? Grain.WEEK : Grain.MONTH;
    }
}
