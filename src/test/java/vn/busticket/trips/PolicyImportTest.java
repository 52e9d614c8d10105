package vn.busticket.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.busticket.trips.TicketPolicy.OF_THE_HOUSE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.TestStaff;

@Tag("P4.6")
class PolicyImportTest extends ApplicationTest {

    private static final Stretch ROAD = new Stretch(0, 3);

    @Autowired private BeanFactory application;
    @Autowired private Trips trips;
    @Autowired private PolicyDesk desk;

    @Test
    void anOperatorThatSaysNothingHasTheHousesPolicy() {
        assertThat(policy(onTheRoad(), "LOWER")).isEqualTo(OF_THE_HOUSE);
    }

    @Test
    void anOperatorHasItsOwnPolicyAndHolidaysAndGroupsTheirs() {
        var sample =
                onTheRoad()
                        .line("holidays", "@YEAR,@ Tết,@ New Year,SOLAR,1,1,1,0")
                        .line("policies", "@OP,,,1,240,2,5000,1440:0|240:10:20000|0:50")
                        .line("policies", "@OP,UPPER,,1,60,3,0,60:0")
                        .line("policies", "@OP,,,3,1440,1,0,1440:30")
                        .line("policies", "@OP,,@YEAR,1,0,0,0,");
        assertThat(policy(sample, "LOWER"))
                .isEqualTo(
                        new TicketPolicy(
                                new ChangeRule(Duration.ofHours(4), 2, new Vnd(5_000)),
                                List.of(tier(1_440, 0, 0), tier(240, 10, 20_000), tier(0, 50, 0)),
                                Optional.empty(),
                                1));
        assertThat(policy(sample, "UPPER").tiers()).containsExactly(tier(60, 0, 0));
        assertThat(policy(sample, "LOWER", "UPPER", "UPPER").fromSeats()).isEqualTo(3);
        var year = sample.departure("2026-12-31T07:30");
        year.importInto(application);
        var holiday = tripOf(year, "2026-12-31").policyFor(ROAD, List.of("UPPER"));
        assertThat(holiday.tiers()).isEmpty();
        assertThat(holiday.change().isPossible()).isFalse();
        assertThat(holiday.occasion())
                .contains(new Occasion(year.code("@ Tết"), year.code("@ New Year")));
    }

    @Test
    void seatsOfTwoClassesHaveTheBetterPolicyAtEachMoment() {
        var sample =
                onTheRoad()
                        .line("policies", "@OP,LOWER,,1,240,1,0,1440:0|240:50")
                        .line("policies", "@OP,UPPER,,1,60,0,9000,720:10|0:80");
        var both = policy(sample, "LOWER", "UPPER");
        assertThat(both.tiers())
                .containsExactly(
                        tier(1_440, 0, 0), tier(720, 10, 0), tier(240, 50, 0), tier(0, 80, 0));
        assertThat(both.change()).isEqualTo(new ChangeRule(Duration.ofHours(1), 1, Vnd.ZERO));
        assertThat(tripOf(sample, "2026-11-30").policiesFor(ROAD, 1)).hasSize(2);
    }

    @Test
    void aChangedLineReplacesAllTiers() {
        var sample = onTheRoad().line("policies", "@OP,,,1,240,2,0,1440:0|240:10|0:50");
        sample.importInto(application);
        sample.without("policies").line("policies", "@OP,,,1,240,2,0,720:20");
        assertThat(policy(sample, "LOWER").tiers()).containsExactly(tier(720, 20, 0));
    }

    @Test
    void whatStaffChangedOrRemovedStaysWhateverAFileSays() {
        var sample =
                onTheRoad()
                        .line("policies", "@OP,,,1,240,2,0,1440:0|240:10|0:50")
                        .line("policies", "@OP,UPPER,,1,60,3,0,60:0");
        sample.importInto(application);
        var staff = new TestStaff(database).administrator();
        for (var entry : desk.of(sample.code("@OP"))) {
            if (entry.scope().seatClass().isPresent()) {
                desk.remove(staff, entry, "theo hợp đồng");
            } else {
                var terms =
                        new PolicyTerms(
                                new ChangeRule(Duration.ofHours(1), 7, Vnd.ZERO),
                                List.of(tier(30, 25, 0)));
                desk.change(staff, entry, terms, "theo hợp đồng");
            }
        }
        sample.without("policies")
                .line("policies", "@OP,,,1,240,2,0,720:20")
                .line("policies", "@OP,UPPER,,1,60,3,0,90:0");

        for (var seatClass : List.of("LOWER", "UPPER")) {
            assertThat(policy(sample, seatClass).tiers()).containsExactly(tier(30, 25, 0));
            assertThat(policy(sample, seatClass).change().times()).isEqualTo(7);
        }
    }

    @Test
    void namesPoliciesThatMakeNoSense() {
        var sample =
                onTheRoad()
                        .line("policies", "@OP,,,1,240,2,0,1440:0|240:101")
                        .line("policies", "@OP,LOWER,,1,240,2,0,1440:20|240:10")
                        .line("policies", "@OP,NOBODYS,,1,240,2,0,1440:0")
                        .line("policies", "@OP,,,0,240,2,0,1440:0")
                        .line("policies", "@OP,UPPER,,1,240,2,0,1440:0|1440:10");
        var refused =
                catchThrowableOfType(CatalogueRefused.class, () -> sample.importInto(application));
        assertThat(refused.badLines())
                .extracting(BadLine::line)
                .containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L);
        sample.without("policies").line("policies", "@OP,,,1,240,2,0,1440-0");
        assertThat(
                        catchThrowableOfType(
                                        CatalogueRefused.class,
                                        () -> sample.importInto(application))
                                .badLines())
                .singleElement()
                .extracting(BadLine::fault)
                .asString()
                .contains("minutes:percent");
    }

    @Test
    void aFeeIsRoundedToThousandsAndNeverMoreThanThePrice() {
        var price = new Vnd(285_400);
        assertThat(tier(0, 10, 0).feeOf(price)).isEqualTo(new Vnd(29_000));
        assertThat(tier(0, 10, 0).feeOf(new Vnd(284_900))).isEqualTo(new Vnd(28_000));
        assertThat(tier(0, 100, 0).feeOf(price)).isEqualTo(price);
        assertThat(tier(0, 0, 0).feeOf(price)).isEqualTo(Vnd.ZERO);
        assertThat(tier(0, 99, 20_000).feeOf(price)).isEqualTo(price);
        assertThat(tier(0, 0, 20_000).feeOf(price)).isEqualTo(new Vnd(20_000));
    }

    private static SampleCatalogue onTheRoad() {
        return SampleCatalogue.withRoad().departure("2026-11-30T07:30");
    }

    private static CancellationTier tier(int minutes, int percent, long fee) {
        return new CancellationTier(Duration.ofMinutes(minutes), percent, new Vnd(fee));
    }

    private TicketPolicy policy(SampleCatalogue sample, String... seatClasses) {
        sample.importInto(application);
        return tripOf(sample, "2026-11-30").policyFor(ROAD, List.of(seatClasses));
    }

    private Trip tripOf(SampleCatalogue sample, String day) {
        return database.sql(
                        """
                        select t.id from trip t join operator o on o.id = t.operator_id
                        where o.code = :operator and t.service_day = cast(:day as date)
                        """)
                .param("operator", sample.code("@OP"))
                .param("day", day)
                .query((row, number) -> new TripId(row.getLong("id")))
                .optional()
                .flatMap(trips::findAnew)
                .orElseThrow();
    }
}
