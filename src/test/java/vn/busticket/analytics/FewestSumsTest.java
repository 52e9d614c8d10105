package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any period is put together of few sums, each of its days once. */
@Tag("P9.3")
class FewestSumsTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 11, 24);
    private static final int PERIODS = 3_000;
    private static final int MOST_DAYS = 1_500;

    @Test
    void eachDayStandsInOneSumThatIsKept() {
        var luck = new Random(9);
        for (int number = 0; number < PERIODS; number++) {
            var from = FIRST.plusDays(luck.nextInt(MOST_DAYS));
            var period =
                    new Period(from, from.plusDays(luck.nextInt(number % 3 == 0 ? 25 : 1_200)));
            var sums = FewestSums.of(period);
            var days = new ArrayList<LocalDate>();
            days.addAll(days(sums.from(), sums.tensFrom(), 1));
            days.addAll(days(sums.tensFrom(), sums.hundredsFrom(), 10));
            days.addAll(days(sums.hundredsFrom(), sums.hundredsUntil(), 100));
            days.addAll(days(sums.hundredsUntil(), sums.tensUntil(), 10));
            days.addAll(days(sums.tensUntil(), sums.until(), 1));
            assertThat(days)
                    .as("%s as %s", period, sums)
                    .isEqualTo(period.from().datesUntil(period.to().plusDays(1)).toList());
        }
    }

    @Test
    void threeYearsAreFewerThanFiftySums() {
        var luck = new Random(10);
        for (int number = 0; number < PERIODS; number++) {
            var from = FIRST.plusDays(luck.nextInt(MOST_DAYS));
            var sums = FewestSums.of(new Period(from, from.plusDays(1_095)));
            var count =
                    between(sums.from(), sums.tensFrom())
                            + between(sums.tensUntil(), sums.until())
                            + between(sums.tensFrom(), sums.hundredsFrom()) / 10
                            + between(sums.hundredsUntil(), sums.tensUntil()) / 10
                            + between(sums.hundredsFrom(), sums.hundredsUntil()) / 100;
            assertThat(count).isLessThan(50);
        }
    }

    private static List<LocalDate> days(LocalDate from, LocalDate until, int each) {
        if (each > 1 && from.isBefore(until)) {
            assertThat(List.of(from.toEpochDay() % each, until.toEpochDay() % each))
                    .containsOnly(0L);
        }
        return from.datesUntil(until).toList();
    }

    private static long between(LocalDate from, LocalDate until) {
        return until.toEpochDay() - from.toEpochDay();
    }
}
