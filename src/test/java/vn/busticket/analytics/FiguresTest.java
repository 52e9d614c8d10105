package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.BookingTest;
import vn.busticket.bookings.Cancellation;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.Invariants;
import vn.busticket.trips.OperatorId;
import vn.busticket.trips.TripId;

/** A figure is right the moment after what it counts, and on Vietnam's day. */
@Tag("P9.1")
@Tag("P9.3")
class FiguresTest extends BookingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST_OF_YEAR = LocalDate.of(2026, 12, 31);
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T17:00:00Z");
    private static final ReportScope ALL = new ReportScope(Optional.empty());

    @Autowired private RevenueReports reports;
    @Autowired private SalesRepair repair;
    @Autowired private Cancellation cancellation;
    @Autowired private PlatformTransactionManager transactions;

    @AfterEach
    void sumsAreThoseOfTheFacts() {
        Invariants.check(database);
    }

    @Test
    void revenueStandsInTheReportAtOnce() {
        var booking = place(anna, "A01", "A02");
        assertThat(today().figures()).isEqualTo(Figures.NONE);

        pay(startPaying(booking, anna), 600_000);

        var figures = today().figures();
        assertThat(figures.revenue()).isEqualTo(new Vnd(600_000));
        assertThat(figures.bookings()).isEqualTo(1);
        assertThat(figures.tickets()).isEqualTo(2);
        assertThat(tomorrow().figures().seatsSold()).isEqualTo(2);
        assertThat(tomorrow().figures().seatsOffered()).isEqualTo(40);
    }

    @Test
    void moneyThatGoesBackIsTakenOffOnTheDayThatWasDecided() {
        var booking = paid("A01", "A02");
        clock.advance(Duration.ofHours(15));
        Cancelling.whole(cancellation, booking, "another plan");

        assertThat(today().figures().revenue()).isEqualTo(new Vnd(600_000));
        var next = tomorrow().figures();
        assertThat(next.refunded()).isEqualTo(new Vnd(600_000));
        assertThat(next.cancelledBookings()).isEqualTo(1);
        assertThat(next.cancelledTickets()).isEqualTo(2);
        assertThat(next.cancelledAmount()).isEqualTo(new Vnd(600_000));
        assertThat(next.seatsSold()).isZero();
    }

    @Test
    void foldingChangesNoFigure() {
        paid("A01");
        var before = today().figures();

        run(FoldSalesJob.class);

        assertThat(reports.refresh(filter(TODAY, TODAY), ALL).figures()).isEqualTo(before);
        assertThat(tail()).isZero();
    }

    @Test
    void whatCommitsAfterALaterOneWasFoldedIsCountedToo() {
        var early = startPaying(place(anna, "A01"), anna);
        var earlyTrip = trip;
        trip = trips.tomorrow(40);
        var later = startPaying(place(binh, "A01"), binh);
        new TransactionTemplate(transactions)
                .executeWithoutResult(open -> {
                    payments.settle(transfer(early, 300_000));
                    elsewhere(() -> pay(later, 300_000));
                    elsewhere(() -> run(FoldSalesJob.class));
                });
        for (var folded : List.of(false, true)) {
            assertThat(revenueOf(earlyTrip)).as("folded %s", folded).isEqualTo(new Vnd(300_000));
            assertThat(revenueOf(trip)).as("folded %s", folded).isEqualTo(new Vnd(300_000));
            run(FoldSalesJob.class);
        }
    }

    @Test
    void sumsThatWereDamagedAreFoundAndMended() {
        paid("A01");
        run(FoldSalesJob.class);
        var right = today();
        var days = damage("days = 1 and route_id = " + route(trip));
        var more = damage("days > 1 or route_id = 0");
        database.sql("update daily_profile set bookings = bookings + 7").update();

        run(ProveSalesJob.class);

        assertThat(days).as("today's sales and tomorrow's seats").isEqualTo(2);
        assertThat(repair.lastFound()).isBetween(days + 1, days + more);
        assertThat(reports.refresh(right.filter(), ALL).routes()).isEqualTo(right.routes());
        var all = reports.refresh(unfiltered(), ALL);
        assertThat(all.figures().bookings())
                .isEqualTo(all.routes().stream().mapToLong(row -> row.figures().bookings()).sum());
        assertThat(repair.mend(new Period(TODAY, TODAY))).isZero();
    }

    @Test
    void midnightInVietnamEndsTheDayTheMonthAndTheYear() {
        trip = trips.leavingAt(NEW_YEAR.plus(Duration.ofHours(20)), 10);
        clock.set(NEW_YEAR.minusSeconds(400));
        var before = startPaying(place(anna, "A01"), anna);
        var after = startPaying(place(binh, "A02", "A03"), binh);
        clock.set(NEW_YEAR.minusMillis(1));
        pay(before, 300_000);
        clock.set(NEW_YEAR);
        pay(after, 600_000);

        assertThat(revenueBetween(LAST_OF_YEAR, LAST_OF_YEAR)).isEqualTo(new Vnd(300_000));
        assertThat(revenueBetween(LAST_OF_YEAR.plusDays(1), LAST_OF_YEAR.plusDays(1)))
                .isEqualTo(new Vnd(600_000));
        assertThat(revenueBetween(LAST_OF_YEAR.withDayOfYear(1), LAST_OF_YEAR))
                .isEqualTo(new Vnd(300_000));
        var months =
                reports.report(
                        new ReportFilter(
                                new Period(TODAY, LAST_OF_YEAR.plusMonths(1)),
                                Grain.MONTH,
                                Comparison.NONE,
                                Map.of(Dimension.ROUTE, route(trip))),
                        ALL);
        assertThat(months.series())
                .extracting(row -> row.figures().revenue().dong())
                .containsExactly(0L, 300_000L, 600_000L);
        assertThat(months.routes().getFirst().figures()).isEqualTo(months.figures());
        assertThat(months.series())
                .extracting(PeriodRow::running)
                .containsExactly(false, false, true);
    }

    @Test
    void aCompanySeesItsOwnSalesOnlyWhateverItChooses() {
        paid("A01");
        var own = new ReportScope(Optional.of(new OperatorId(operator(trip))));
        var foreign = new ReportScope(Optional.of(new OperatorId(operator(trips.tomorrow(4)))));

        assertThat(reports.report(filter(TODAY, TODAY), own).figures().bookings()).isEqualTo(1);
        assertThat(reports.report(filter(TODAY, TODAY), foreign).figures()).isEqualTo(Figures.NONE);
        assertThat(reports.report(unfiltered(), own).operators())
                .extracting(GroupRow::id)
                .containsExactly(operator(trip));
        var chosen =
                new ReportFilter(
                        new Period(TODAY, TODAY),
                        Grain.DAY,
                        Comparison.NONE,
                        Map.of(Dimension.OPERATOR, operator(trip)));
        assertThat(reports.report(chosen, foreign).figures()).isEqualTo(Figures.NONE);
    }

    @Test
    void aReportIsGivenAgainUntilMoneyComes() {
        var order = startPaying(place(anna, "A01"), anna);
        var first = today();
        assertThat(today()).isSameAs(first);
        pay(order, 300_000);
        assertThat(today().figures().bookings()).isEqualTo(1);
        assertThat(reports.refresh(first.filter(), ALL).asOf()).isEqualTo(clock.instant());
    }

    @Test
    void moneyThatAnotherNodeTookMakesReportsNew() {
        paid("A01");
        var first = today();

        database.sql("select pg_notify('busticket', 'another:booking:x')")
                .query((row, number) -> true)
                .list();

        await().until(() -> today() != first);
    }

    /** Moved by the row alone: who keeps their seat in another coach is told nothing. */
    @Test
    void seatsFollowTheirTripToAnotherDayAndCoach() {
        paid("A01");
        var otherCoach = number("bus_type_id", trips.tomorrow(4));
        database.sql(
                        """
                        update trip set departs_at = departs_at + interval '1 day', bus_type_id = :coach
                         where id = :trip
                        """)
                .param("coach", otherCoach)
                .param("trip", trip.value())
                .update();
        assertThat(tomorrow().figures().seatsOffered()).isZero();
        assertThat(tomorrow().figures().seatsSold()).isZero();
        var dayAfter = TODAY.plusDays(2);
        var report = reports.report(filter(dayAfter, dayAfter), ALL);
        assertThat(report.figures().seatsOffered()).isEqualTo(40);
        assertThat(report.figures().seatsSold()).isEqualTo(1);
        assertThat(report.busTypes()).extracting(GroupRow::id).containsExactly(otherCoach);
    }

    private long damage(String which) {
        return database.sql("update sales_sum set received_vnd = received_vnd + 1 where " + which)
                .update();
    }

    private static void elsewhere(Runnable deed) {
        CompletableFuture.runAsync(deed).join();
    }

    private BookingId paid(String... seats) {
        var booking = place(anna, seats);
        pay(startPaying(booking, anna), 300_000L * seats.length);
        return booking.id();
    }

    private Vnd revenueOf(TripId of) {
        return reports.refresh(
                        new ReportFilter(
                                new Period(TODAY, TODAY),
                                Grain.DAY,
                                Comparison.NONE,
                                Map.of(Dimension.ROUTE, route(of))),
                        ALL)
                .figures()
                .revenue();
    }

    private Vnd revenueBetween(LocalDate from, LocalDate to) {
        return reports.report(filter(from, to), ALL).figures().revenue();
    }

    private RevenueReport today() {
        return reports.report(filter(TODAY, TODAY), ALL);
    }

    private RevenueReport tomorrow() {
        return reports.report(filter(TODAY.plusDays(1), TODAY.plusDays(1)), ALL);
    }

    private ReportFilter filter(LocalDate from, LocalDate to) {
        return new ReportFilter(
                new Period(from, to),
                Grain.DAY,
                Comparison.NONE,
                Map.of(Dimension.ROUTE, route(trip)));
    }

    private static ReportFilter unfiltered() {
        return new ReportFilter(new Period(TODAY, TODAY), Grain.DAY, Comparison.NONE, Map.of());
    }

    private long tail() {
        return database.sql("select count(*) from sales_tail").query(Long.class).single();
    }

    private long route(TripId of) {
        return number("route_id", of);
    }

    private long operator(TripId of) {
        return number("operator_id", of);
    }

    private long number(String column, TripId of) {
        return database.sql("select " + column + " from trip where id = :trip")
                .param("trip", of.value())
                .query(Long.class)
                .single();
    }
}
