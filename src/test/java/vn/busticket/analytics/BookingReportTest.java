package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.bookings.BookingTest;
import vn.busticket.bookings.Cancellation;
import vn.busticket.testing.Cancelling;

/** How bookings come about and end, on a route of their own. */
@Tag("P9.2")
class BookingReportTest extends BookingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int TEN_O_CLOCK = 10;

    @Autowired private BookingReports reports;
    @Autowired private Cancellation cancellation;

    @Test
    void peopleBuyAtAnHourSomeDaysBeforeTheDeparture() {
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        var report = today();
        assertThat(report.weekdayHours().getFirst().get(TEN_O_CLOCK)).isEqualTo(1);
        assertThat(report.leadTimes())
                .filteredOn(step -> step.bookings() > 0)
                .containsExactly(new LeadTime(1, 1, 1));
        assertThat(report.funnel().getLast().count()).isEqualTo(1);
        assertThat(report.demand())
                .extracting(RouteDemand::id, RouteDemand::paid)
                .containsExactly(tuple(route(), 1L));
    }

    @Test
    void ticketsEndForAReasonAndBySomebody() {
        var booking = place(anna, "A01", "A02");
        pay(startPaying(booking, anna), 600_000);
        Cancelling.whole(cancellation, booking.id(), "another plan");
        var report = today();
        assertThat(report.byWhom())
                .extracting(CancelledShare::key, CancelledShare::bookings, CancelledShare::tickets)
                .containsExactly(tuple("PASSENGER", 1L, 2L));
        assertThat(report.byReason())
                .extracting(CancelledShare::key)
                .isEqualTo(List.of("PASSENGER_WISH"));
        assertThat(report.figures().refunded()).isEqualTo(report.figures().received());
    }

    /** Those of the days to come may sell out yet, also where a sum of many days is read. */
    @Test
    void tripsThatLeaveLaterHaveNotDeparted() {
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        trips.another(trip, tomorrow.minus(Duration.ofHours(30)), 0);
        trips.another(trip, tomorrow.plus(Duration.ofDays(3)), 0);
        for (var until : List.of(TODAY, TODAY.plusDays(300))) {
            var report = report(new Period(TODAY.minusDays(300), until));
            assertThat(report.demand()).extracting(RouteDemand::trips).containsExactly(1L);
        }
        assertThat(report(new Period(TODAY.plusDays(1), TODAY.plusDays(9))).demand())
                .extracting(RouteDemand::trips)
                .containsExactly(0L);
    }

    private BookingReport today() {
        return report(new Period(TODAY, TODAY));
    }

    private BookingReport report(Period period) {
        return reports.report(
                new ReportFilter(
                        period, Grain.MONTH, Comparison.NONE, Map.of(Dimension.ROUTE, route())),
                new ReportScope(Optional.empty()));
    }

    private long route() {
        return database.sql("select route_id from trip where id = :trip")
                .param("trip", trip.value())
                .query(Long.class)
                .single();
    }
}
