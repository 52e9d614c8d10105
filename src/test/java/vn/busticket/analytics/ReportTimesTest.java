package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.busticket.shared.VietnamTime;

/** When reports are due, and of which days they tell, at the edges of the calendar. */
@Tag("P9.4")
class ReportTimesTest {

    @ParameterizedTest
    @CsvSource({
        "DAILY,   7, 2026-11-23T06:59:59, 2026-11-23T07:00",
        "DAILY,   7, 2026-11-23T07:00:00, 2026-11-24T07:00",
        "DAILY,   0, 2026-12-31T23:59:59, 2027-01-01T00:00",
        "DAILY,   0, 2027-01-01T00:00:00, 2027-01-02T00:00",
        "WEEKLY,  7, 2026-11-23T06:59:59, 2026-11-23T07:00",
        "WEEKLY,  7, 2026-11-23T07:00:00, 2026-11-30T07:00",
        "WEEKLY, 23, 2026-11-29T23:30:00, 2026-11-30T23:00",
        "WEEKLY,  0, 2026-12-28T00:00:00, 2027-01-04T00:00",
        "MONTHLY, 7, 2026-11-01T06:00:00, 2026-11-01T07:00",
        "MONTHLY, 7, 2026-11-01T07:00:00, 2026-12-01T07:00",
        "MONTHLY, 0, 2026-12-01T00:00:01, 2027-01-01T00:00",
        "MONTHLY, 7, 2028-02-29T12:00:00, 2028-03-01T07:00"
    })
    void isDueNextByVietnamsClocks(
            Cadence cadence, int hour, LocalDateTime after, LocalDateTime next) {
        assertThat(cadence.next(VietnamTime.instantOf(after), hour))
                .isEqualTo(VietnamTime.instantOf(next));
    }

    @ParameterizedTest
    @CsvSource({
        "YESTERDAY,      2027-01-01, 2026-12-31, 2026-12-31",
        "LAST_7_DAYS,    2026-11-23, 2026-11-16, 2026-11-22",
        "LAST_28_DAYS,   2026-11-27, 2026-10-30, 2026-11-26",
        "LAST_WEEK,      2026-11-23, 2026-11-16, 2026-11-22",
        "LAST_WEEK,      2026-11-29, 2026-11-16, 2026-11-22",
        "LAST_WEEK,      2027-01-01, 2026-12-21, 2026-12-27",
        "LAST_MONTH,     2026-03-01, 2026-02-01, 2026-02-28",
        "LAST_MONTH,     2028-03-31, 2028-02-01, 2028-02-29",
        "LAST_MONTH,     2027-01-01, 2026-12-01, 2026-12-31",
        "MONTH_SO_FAR,   2026-12-01, 2026-11-01, 2026-11-30",
        "MONTH_SO_FAR,   2026-11-02, 2026-11-01, 2026-11-01",
        "QUARTER_SO_FAR, 2026-10-01, 2026-07-01, 2026-09-30",
        "QUARTER_SO_FAR, 2026-11-23, 2026-10-01, 2026-11-22",
        "YEAR_SO_FAR,    2027-01-01, 2026-01-01, 2026-12-31",
        "YEAR_SO_FAR,    2027-01-02, 2027-01-01, 2027-01-01"
    })
    void tellsOfWholeDaysThatAreOver(
            RelativePeriod period, LocalDate today, LocalDate from, LocalDate to) {
        assertThat(period.on(today)).isEqualTo(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T16:59:59Z, 2026-11-22", "2026-11-22T17:00:00Z, 2026-11-23"})
    void theDayTurnsAtVietnamsMidnight(Instant now, LocalDate today) {
        assertThat(RelativePeriod.YESTERDAY.on(VietnamTime.dayOf(now)).to())
                .isEqualTo(today.minusDays(1));
    }
}
