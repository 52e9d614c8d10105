package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a period is compared with. */
@Tag("P9.1")
class ComparedPeriodTest {

    @ParameterizedTest
    @CsvSource({
        // The same weekdays for whole weeks.
        "2026-11-17, 2026-11-23, PREVIOUS_PERIOD, 2026-11-10, 2026-11-16",
        "2026-10-27, 2026-11-23, PREVIOUS_PERIOD, 2026-09-29, 2026-10-26",
        "2026-11-01, 2026-11-30, PREVIOUS_PERIOD, 2026-10-01, 2026-10-31",
        "2026-02-01, 2026-02-28, PREVIOUS_PERIOD, 2026-01-01, 2026-01-31",
        "2026-07-01, 2026-09-30, PREVIOUS_PERIOD, 2026-04-01, 2026-06-30",
        "2026-01-01, 2026-12-31, PREVIOUS_PERIOD, 2025-01-01, 2025-12-31",
        "2026-11-05, 2026-11-07, PREVIOUS_PERIOD, 2026-11-02, 2026-11-04",
        "2024-02-01, 2024-02-29, LAST_YEAR, 2023-02-01, 2023-02-28",
        "2025-02-01, 2025-02-28, LAST_YEAR, 2024-02-01, 2024-02-29",
        "2026-11-17, 2026-11-23, LAST_YEAR, 2025-11-17, 2025-11-23",
        // Tết is 29 January 2025 and 17 February 2026, 384 days apart.
        "2026-02-10, 2026-02-24, LAST_YEAR_BY_TET, 2025-01-22, 2025-02-05",
        // It is 10 February 2024, 354 days before the one of 2025.
        "2025-01-29, 2025-01-29, LAST_YEAR_BY_TET, 2024-02-10, 2024-02-10",
    })
    void isFoundByTheCalendar(
            LocalDate from,
            LocalDate to,
            Comparison comparison,
            LocalDate otherFrom,
            LocalDate otherTo) {
        var compared = ComparedPeriod.of(new Period(from, to), comparison).orElseThrow();
        assertThat(compared.with()).isEqualTo(new Period(otherFrom, otherTo));
    }

    @Test
    void isNothingWhereNothingIsCompared() {
        var day = LocalDate.of(2026, 11, 23);
        assertThat(ComparedPeriod.of(new Period(day, day), Comparison.NONE)).isEmpty();
    }

    @Test
    void daysOfALongerMonthHaveNobodyBesideThem() {
        var october = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        var compared = ComparedPeriod.of(october, Comparison.PREVIOUS_PERIOD).orElseThrow();
        var steps = october.steps(Grain.DAY);
        assertThat(compared.step(steps.get(29), Grain.DAY))
                .isEqualTo(Optional.of(day(2026, 9, 30)));
        assertThat(compared.step(steps.get(30), Grain.DAY)).isEmpty();
    }

    @Test
    void monthsStandBesideMonthsAndTheLastWeekTakesTheRest() {
        var year = new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
        var compared = ComparedPeriod.of(year, Comparison.LAST_YEAR).orElseThrow();
        assertThat(compared.step(year.steps(Grain.MONTH).get(1), Grain.MONTH))
                .isEqualTo(
                        Optional.of(
                                new Period(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 2, 28))));
        var march = new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));
        var january = ComparedPeriod.of(march, Comparison.PREVIOUS_PERIOD).orElseThrow();
        assertThat(january.step(march.steps(Grain.WEEK).getLast(), Grain.WEEK).orElseThrow().to())
                .isEqualTo(LocalDate.of(2026, 1, 31));
    }

    @Test
    void weeksBeginOnMonday() {
        var period = new Period(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 12, 1));
        assertThat(period.steps(Grain.WEEK))
                .containsExactly(
                        new Period(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22)),
                        new Period(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 29)),
                        new Period(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 1)));
    }

    private static Period day(int year, int month, int day) {
        return new Period(LocalDate.of(year, month, day), LocalDate.of(year, month, day));
    }
}
