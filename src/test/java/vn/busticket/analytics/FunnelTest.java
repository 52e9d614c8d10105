package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.bookings.BookingTest;
import vn.busticket.trips.OperatorId;

/** Steps from a search to a paid booking, each counted once. */
@Tag("P9.2")
class FunnelTest extends BookingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired private FunnelSteps steps;
    @Autowired private SalesUpkeep upkeep;
    @Autowired private BookingReports reports;

    @Test
    void everyStepIsCountedWithItsDevice() {
        steps.searched(Optional.of(trip), Device.PHONE, true);
        steps.searched(Optional.of(trip), Device.COMPUTER, false);
        steps.viewed(trip, Device.PHONE);
        var hold = hold(anna, "A01");
        steps.held(trip, hold.id(), Device.PHONE);
        var booking = checkout.place(hold.token(), details(hold), buyer(anna));
        var order = startPaying(booking, anna);
        startPaying(booking, anna);
        pay(order, 300_000);
        steps.flush();

        var report = today(new ReportScope(Optional.empty()));
        assertThat(report.funnel())
                .extracting(FunnelCount::count)
                .containsExactly(2L, 1L, 1L, 1L, 1L, 1L);
        assertThat(report.funnel().getFirst().byDevice())
                .isEqualTo(Map.of(Device.PHONE, 1L, Device.COMPUTER, 1L));
        assertThat(report.funnel().getLast().byDevice()).isEqualTo(Map.of(Device.PHONE, 1L));
        var demand = report.demand().getFirst();
        assertThat(demand.searches()).isEqualTo(2);
        assertThat(demand.searchesWithoutSeat()).isEqualTo(1);
        assertThat(demand.weeks()).hasSize(8).endsWith(2L);
        run(FoldSalesJob.class);
        assertThat(today(new ReportScope(Optional.empty())).funnel().getLast())
                .isEqualTo(report.funnel().getLast());
    }

    @Test
    void aCompanySeesSearchesOfItsRoutesAndItsOwnSteps() {
        steps.searched(Optional.of(trip), Device.PHONE, true);
        steps.viewed(trip, Device.PHONE);
        steps.flush();
        assertThat(
                        today(company("select operator_id from trip where id = " + trip.value()))
                                .funnel())
                .extracting(FunnelCount::count)
                .startsWith(1L, 1L);
        var other = trips.tomorrow(4);
        assertThat(
                        today(company("select operator_id from trip where id = " + other.value()))
                                .funnel())
                .extracting(FunnelCount::count)
                .containsOnly(0L);
    }

    @Test
    void aTripThatLeavesWithoutAFreeSeatIsSoldOut() {
        trip = trips.leavingAt(clock.instant().plus(Duration.ofHours(2)), 1);
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        clock.advance(Duration.ofHours(3));
        run(KeepFactsJob.class);
        run(KeepFactsJob.class);
        assertThat(today(new ReportScope(Optional.empty())).demand())
                .extracting(RouteDemand::trips, RouteDemand::soldOut)
                .containsExactly(tuple(1L, 1L));
    }

    @Test
    void aMonthTakesWhatWasKeptBeforeItsPartitionWasMade() {
        clock.advance(Duration.ofDays(4_000));
        steps.viewed(trip, Device.PHONE);
        steps.flush();
        clock.advance(Duration.ofDays(-4_000));
        var month = TODAY.plusDays(4_000);
        assertThat(count("funnel_count_rest")).isPositive();
        upkeep.makeMonths(month, month);
        upkeep.makeMonths(month, month);
        assertThat(count("funnel_count_rest")).isZero();
        assertThat(count("funnel_count_" + month.toString().substring(0, 7).replace('-', '_')))
                .isPositive();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private ReportScope company(String sql) {
        return new ReportScope(
                Optional.of(new OperatorId(database.sql(sql).query(Long.class).single())));
    }

    private BookingReport today(ReportScope scope) {
        var route =
                database.sql("select route_id from trip where id = :trip")
                        .param("trip", trip.value())
                        .query(Long.class)
                        .single();
        return reports.refresh(
                new ReportFilter(
                        new Period(TODAY, TODAY),
                        Grain.DAY,
                        Comparison.NONE,
                        Map.of(Dimension.ROUTE, route)),
                scope);
    }
}
