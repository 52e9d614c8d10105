package vn.busticket.trips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known days, among them those on which Vietnam's calendar and the Chinese one differ. */
@Tag("P4.6")
class LunarCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "1985-01-21", "2007-02-17", "2008-02-07", "2012-01-23", "2015-02-19", "2016-02-08",
        "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01",
        "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26",
        "2029-02-13", "2030-02-02", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19",
        "2035-02-08"
    })
    void knowsWhenTetIs(LocalDate day) {
        assertThat(LunarCalendar.day(day.getYear(), 1, 1)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2022-04-10", "2023-04-29", "2024-04-18", "2025-04-07", "2026-04-26"})
    void countsLeapMonthsBeforeTheDayOfTheHungKings(LocalDate day) {
        assertThat(LunarCalendar.day(day.getYear(), 3, 10)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2023-09-29", "2024-09-17", "2025-10-06"})
    void knowsTheMoonFestival(LocalDate day) {
        assertThat(LunarCalendar.day(day.getYear(), 8, 15)).isEqualTo(day);
    }

    @Test
    void endsTheYearWithItsTwelfthMonth() {
        assertThat(LunarCalendar.day(2025, 12, 1)).isEqualTo("2026-01-19");
        assertThat(LunarCalendar.day(2025, 11, 1)).isEqualTo("2025-12-20");
    }

    @Test
    void holdsAPeriodOverTheTurnOfTheYear() {
        var newYear = new Holiday("NEW_YEAR", new Occasion("", ""), Holiday.Year.SOLAR, 1, 1, 1, 0);
        assertThat(newYear.includes(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(newYear.includes(LocalDate.parse("2027-01-01"))).isTrue();
        assertThat(newYear.includes(LocalDate.parse("2026-12-30"))).isFalse();
        assertThat(newYear.includes(LocalDate.parse("2027-01-02"))).isFalse();
        var tet = new Holiday("TET", new Occasion("", ""), Holiday.Year.LUNAR, 1, 1, 7, 7);
        assertThat(tet.includes(LocalDate.parse("2027-01-30"))).isTrue();
        assertThat(tet.includes(LocalDate.parse("2027-02-13"))).isTrue();
        assertThat(tet.includes(LocalDate.parse("2027-01-29"))).isFalse();
        assertThat(tet.includes(LocalDate.parse("2027-02-14"))).isFalse();
    }
}
