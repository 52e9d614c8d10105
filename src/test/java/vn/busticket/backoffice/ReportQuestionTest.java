package vn.busticket.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.Period;
import vn.busticket.analytics.ReportOrder;

/** The address of a report says all of it; what in it makes no sense is named and left out. */
@Tag("P9.1")
@Tag("P9.4")
class ReportQuestionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void anAddressThatSaysNothingAsksForFourWeeks() {
        var asked = read("");
        assertThat(asked.misread()).isEmpty();
        var filter = asked.address().filter();
        assertThat(filter.period()).isEqualTo(new Period(TODAY.minusDays(27), TODAY));
        assertThat(filter.grain()).isEqualTo(Grain.DAY);
        assertThat(filter.comparison()).isEqualTo(Comparison.PREVIOUS_PERIOD);
        assertThat(asked.address().url()).isEqualTo("reports");
    }

    @ParameterizedTest
    @CsvSource({
        "week, 2026-11-21, DAY",
        "four-weeks, 2026-10-31, DAY",
        "month, 2026-11-01, DAY",
        "quarter, 2026-10-01, WEEK",
        "year, 2026-01-01, MONTH"
    })
    void presetsEndToday(String range, LocalDate from, Grain grain) {
        var filter = read("range=" + range).address().filter();
        assertThat(filter.period()).isEqualTo(new Period(from, TODAY));
        assertThat(filter.grain()).isEqualTo(grain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "range=year&period=week&compare=tet&route=7&operator=8",
                "from=2026-01-05&to=2026-02-01&compare=none&type=7",
                "from=2026-11-02&to=2026-11-08&up=2026-01-01_2026-11-27_week",
                "days.sort=-value&days.page=2&lead.view=table"
            })
    void whatAnAddressSaysIsSaidAgain(String query) {
        var asked = read(query);
        assertThat(asked.misread()).isEmpty();
        var again = read(asked.address().url().replaceFirst("^[^?]*\\??", ""));
        assertThat(again).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({
        "range=fortnight, range",
        "from=2026-13-01&to=2026-11-01, from",
        "from=2026-11-09&to=2026-11-01, to",
        "from=0001-01-01&to=2026-11-01, from",
        "from=2016-12-01&to=2026-11-01&period=day, period",
        "period=hour, period",
        "compare=luck, compare",
        "route=9, route",
        "operator=1%27or%271, operator",
        "type=99999999999999999999, type"
    })
    void whatMakesNoSenseIsNamedAndReplaced(String query, String name) {
        var asked = read(query);
        assertThat(asked.misread()).containsExactly(name);
        assertThat(read(asked.address().url().replaceFirst("^[^?]*\\??", "")).misread()).isEmpty();
    }

    @Test
    void aPartIsLookedIntoAndLeftAgain() {
        var year = read("range=year&route=7&routes.page=2").address();
        var november = new Period(LocalDate.of(2026, 11, 1), TODAY);

        var inside = year.into(november, Grain.DAY);

        assertThat(inside.filter().period()).isEqualTo(november);
        assertThat(inside.filter().chosen()).isEqualTo(Map.of(Dimension.ROUTE, 7L));
        assertThat(inside.backTo(0).filter()).isEqualTo(year.filter());
        assertThat(inside.backTo(0).wider()).isEmpty();
    }

    @Test
    void aPresetMovesOnWithTheCalendarAndDaysStay() {
        var tomorrow = TODAY.plusDays(1);
        assertThat(read("range=week").address().on(tomorrow).filter().period())
                .isEqualTo(new Period(TODAY.minusDays(5), tomorrow));
        var days = read("from=2026-11-01&to=2026-11-02").address();
        assertThat(days.on(tomorrow)).isEqualTo(days);
    }

    @Test
    void anotherRangeBeginsWithTheFirstPage() {
        var second = read("days.page=2&days.sort=value").address();
        var week = second.over(ReportSpan.of(ReportPreset.WEEK, TODAY));
        assertThat(week.view("days.page")).isEmpty();
        assertThat(week.view("days.sort")).isEqualTo("value");
    }

    /** As files have it. */
    @ParameterizedTest
    @CsvSource({
        "'', REVENUE, true",
        "route.sort=revenue, REVENUE, false",
        "route.sort=name, NAME, false",
        "route.sort=-tickets, TICKETS, true",
        "route.sort=load, OCCUPANCY, false",
        "route.sort=-change, CHANGE, true"
    })
    void theOrderOfTheScreenIsTakenAlong(String query, ReportOrder.By by, boolean isDown) {
        assertThat(GroupTables.order(read(query).address())).isEqualTo(new ReportOrder(by, isDown));
    }

    private static ReportQuestion read(String query) {
        return ReportQuestion.of(
                "reports",
                QueryParameters.fromString(query),
                TODAY,
                dimension -> id -> id == 7 || id == 8);
    }
}
