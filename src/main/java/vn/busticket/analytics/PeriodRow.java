package vn.busticket.analytics;

import java.util.Optional;

/**
 * One step of a series.
 *
 * @param period the day, week or month, cut off at the ends of the report
 * @param running true while it has not ended, so that its figures still grow
 * @param comparedWith the step that it is compared with, where the report compares
 */
public record PeriodRow(
        Period period,
        boolean running,
        Figures figures,
        Optional<Period> comparedWith,
        Optional<Figures> compared) {}
