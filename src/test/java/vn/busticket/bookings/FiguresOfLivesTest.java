package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.shared.SqlTime.of;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.analytics.BookingReports;
import vn.busticket.analytics.CancelledShare;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.Figures;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.GroupRow;
import vn.busticket.analytics.LeadTime;
import vn.busticket.analytics.Period;
import vn.busticket.analytics.ReportFilter;
import vn.busticket.analytics.ReportScope;
import vn.busticket.analytics.RevenueReports;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Rows;
import vn.busticket.testing.SettableClock;
import vn.busticket.trips.OperatorId;

/**
 * Every figure of any report equals what bookings, history and ledger say themselves, whatever was
 * bought, changed, cancelled and left to expire, around midnights and over the end of a month and
 * of a year, and whether the sums have been added up meanwhile or not.
 */
@Tag("P9.1")
@Tag("P9.3")
class FiguresOfLivesTest extends ChangeTest {

    private static final int STEPS = 14;
    private static final int FILTERS = 16;
    private static final int STEPS_LOOKED_AT = 8;

    /** What the rows themselves say, without facts and sums. */
    private static final String RAW =
            """
            with money as (
                select coalesce(sum(e.amount_vnd) filter (where e.to_place = 'ALLOCATED'), 0) as received,
                       coalesce(sum(e.amount_vnd) filter (where e.from_place = 'ALLOCATED'), 0) as refunded
                  from ledger_entry e join booking b on b.id = e.payable_id join trip t on t.id = b.trip_id
                 where e.at >= :from and e.at < :until and e.reason <> 'passed on' %1$s
            ), sold as (
                select count(distinct b.id) as bookings, count(*) as tickets
                  from booking b join booking_passenger p on p.booking_id = b.id join trip t on t.id = b.trip_id
                 where b.confirmed_at >= :from and b.confirmed_at < :until %1$s
            ), cancelled as (
                select count(distinct c.id) filter (where c.whole) as bookings, count(*) as tickets,
                       coalesce(sum(p.price_vnd), 0) as vnd
                  from booking_cancellation c join booking b on b.id = c.booking_id join trip t on t.id = b.trip_id
                  join booking_passenger p on p.id = any (c.passenger_ids)
                 where c.at >= :from and c.at < :until and b.confirmed_at <= c.at %1$s
            ), expired as (
                select count(*) as bookings
                  from booking_history h join booking b on b.id = h.booking_id join trip t on t.id = b.trip_id
                 where h.event = 'EXPIRED' and h.at >= :from and h.at < :until %1$s
            ), seats as (
                select count(*) as sold
                  from booking b join booking_passenger p on p.booking_id = b.id join trip t on t.id = b.trip_id
                 where b.state in ('CONFIRMED', 'COMPLETED') and p.state <> 'CANCELLED'
                   and t.departs_at >= :from and t.departs_at < :until %1$s
            ), offer as (
                select count(*) as seats
                  from trip t join seat_layout_cell c on c.layout_id = t.layout_id and c.kind = 'SEAT'
                 where t.state = 'SCHEDULED' and t.departs_at >= :from and t.departs_at < :until %1$s
            )
            select received, refunded, sold.bookings, sold.tickets, cancelled.bookings as cancelled_bookings,
                   cancelled.tickets as cancelled_tickets, cancelled.vnd, expired.bookings as expired, seats.sold,
                   offer.seats
              from money, sold, cancelled, expired, seats, offer
            """;

    @Autowired private RevenueReports revenue;
    @Autowired private BookingReports reports;

    @Test
    void everyFigureEqualsTheRowsThemselves() {
        check(7, 14, FILTERS);
    }

    @Test
    @Tag("full")
    void everyFigureEqualsTheRowsThemselvesOverManyLives() {
        check(1_000, 600, 2_000);
    }

    private void check(long firstSeed, int lives, int filters) {
        var routes = new ArrayList<Long>();
        for (long seed = firstSeed; seed < firstSeed + lives; seed++) {
            routes.add(live(seed));
            if (seed % 100 == 0) {
                Rows.count(database);
            }
        }
        Invariants.check(database);
        assertThatMuchHasHappened(routes);
        var luck = new Random(firstSeed);
        for (int number = 0; number < filters; number++) {
            var chosen =
                    luck.nextInt(5) == 0
                            ? Optional.<Long>empty()
                            : Optional.of(routes.get(luck.nextInt(lives)));
            compare(luck, chosen);
        }
    }

    private void assertThatMuchHasHappened(List<Long> routes) {
        var ids = routes.stream().map(id -> Long.toString(id)).collect(Collectors.joining(","));
        var all =
                raw(
                        new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 3, 31)),
                        " and t.route_id in (" + ids + ")");
        assertThat(all.refunded().isPositive()).as("%s", all).isTrue();
        assertThat(
                        List.of(
                                all.bookings(),
                                all.cancelledBookings(),
                                all.expiredBookings(),
                                all.seatsSold()))
                .as("%s", all)
                .allMatch(count -> count > 0);
        assertThat(all.tickets()).as("%s", all).isGreaterThan(all.bookings());
    }

    /** Some days of one route, beginning at any minute near the end of a month or of the year. */
    private long live(long seed) {
        var luck = new Random(seed);
        var begin = SettableClock.START.plus(Duration.ofMinutes(luck.nextInt(40 * 24 * 60)));
        clock.set(begin);
        var home =
                trips.leavingAt(
                        begin.plus(Duration.ofHours(20 + luck.nextInt(10))), ChangeLife.SEATS);
        trips.setPolicy(home, 240, 2, "1200:0", "240:10", "60:50");
        var nextDay = begin.plus(Duration.ofDays(2));
        var life =
                new ChangeLife(
                        seed,
                        new ChangeLife.Doors(
                                seats,
                                checkout,
                                paymentStart,
                                paymentQueries,
                                changes,
                                cancellation,
                                bookings,
                                this::pay,
                                this::parties),
                        List.of(
                                home,
                                trips.another(home, nextDay, MORE),
                                trips.another(home, nextDay.plusSeconds(3_600), -MORE)));
        for (int step = 0; step < STEPS; step++) {
            life.goOn();
            clock.advance(Duration.ofSeconds(luck.nextInt(5_000)));
            if (luck.nextInt(3) == 0) {
                run(luck.nextBoolean() ? LapseChangesJob.class : ExpireBookingsJob.class);
            }
            if (luck.nextInt(8) == 0) {
                database.sql("select fold_sales(:some)")
                        .param("some", luck.nextInt(1, 40))
                        .query(Long.class)
                        .single();
            }
        }
        return number("route_id", home.value());
    }

    private void compare(Random luck, Optional<Long> route) {
        var period = period(luck);
        var grain = Grain.values()[luck.nextInt(Grain.values().length)];
        var comparison = Comparison.values()[luck.nextInt(Comparison.values().length)];
        var chosen = route.map(id -> narrowedTo(luck, id)).orElse(Map.of());
        var scope =
                new ReportScope(
                        route.filter(id -> luck.nextBoolean())
                                .map(id -> new OperatorId(ofRoute("operator_id", id))));
        var filter = new ReportFilter(period, grain, comparison, chosen);
        var isNarrow = !chosen.isEmpty() || scope.operator().isPresent();
        var where = route.filter(id -> isNarrow).map(id -> " and t.route_id = " + id).orElse("");

        var report = revenue.refresh(filter, scope);
        assertThat(report.figures()).as("%s %s", filter, scope).isEqualTo(raw(period, where));
        for (int number = 0; number < STEPS_LOOKED_AT; number++) {
            var row = report.series().get(luck.nextInt(report.series().size()));
            assertThat(row.figures())
                    .as("%s of %s", row.period(), filter)
                    .isEqualTo(raw(row.period(), where));
        }
        report.compared()
                .ifPresent(compared ->
                        assertThat(compared)
                                .as("%s", filter)
                                .isEqualTo(raw(report.comparedWith().orElseThrow(), where)));
        for (var groups : List.of(report.routes(), report.operators(), report.busTypes())) {
            assertThat(groups.stream().map(GroupRow::figures).reduce(Figures.NONE, Figures::plus))
                    .isEqualTo(report.figures());
        }
        report.routes().stream()
                .limit(3)
                .forEach(group ->
                        assertThat(group.figures())
                                .as("route %s of %s", group.id(), filter)
                                .isEqualTo(raw(period, " and t.route_id = " + group.id())));
        checkEnds(filter, scope, report.figures());
    }

    /** Each route here has a company and a kind of coach that no other has. */
    private Map<Dimension, Long> narrowedTo(Random luck, long route) {
        var chosen = new HashMap<Dimension, Long>();
        for (var dimension : Dimension.values()) {
            if (luck.nextBoolean()) {
                chosen.put(
                        dimension,
                        switch (dimension) {
                            case ROUTE -> route;
                            case OPERATOR -> ofRoute("operator_id", route);
                            case BUS_TYPE -> ofRoute("bus_type_id", route);
                        });
            }
        }
        return chosen;
    }

    private void checkEnds(ReportFilter filter, ReportScope scope, Figures figures) {
        var report = reports.refresh(filter, scope);
        assertThat(report.figures()).isEqualTo(figures);
        assertThat(report.leadTimes().stream().mapToLong(LeadTime::bookings).sum())
                .isEqualTo(figures.bookings());
        if (!filter.chosen().keySet().equals(Set.of(Dimension.BUS_TYPE))) {
            assertThat(report.funnel().getLast().count()).isEqualTo(figures.bookings());
        }
        for (var shares : List.of(report.byReason(), report.byWhom())) {
            assertThat(shares.stream().mapToLong(CancelledShare::tickets).sum())
                    .isEqualTo(figures.cancelledTickets());
            assertThat(shares.stream().map(CancelledShare::amount).reduce(Vnd.ZERO, Vnd::plus))
                    .isEqualTo(figures.cancelledAmount());
        }
    }

    /** A day, a few, whole months, or so many that sums of a hundred days are among them. */
    private static Period period(Random luck) {
        var from = LocalDate.of(2026, 11, 20).plusDays(luck.nextInt(50));
        return switch (luck.nextInt(4)) {
            case 0 -> new Period(from, from);
            case 1 -> new Period(from, from.plusDays(luck.nextInt(90)));
            case 2 ->
                    new Period(
                            from.minusDays(100L + luck.nextInt(300)),
                            from.plusDays(luck.nextInt(300)));
            default -> {
                var month = from.withDayOfMonth(1);
                yield new Period(month, month.plusMonths(1L + luck.nextInt(2)).minusDays(1));
            }
        };
    }

    private long ofRoute(String column, long route) {
        return database.sql("select min(" + column + ") from trip where route_id = :route")
                .param("route", route)
                .query(Long.class)
                .single();
    }

    private long number(String column, long trip) {
        return database.sql("select " + column + " from trip where id = :trip")
                .param("trip", trip)
                .query(Long.class)
                .single();
    }

    private Figures raw(Period period, String where) {
        return database.sql(RAW.formatted(where))
                .param("from", of(VietnamTime.startOf(period.from())))
                .param("until", of(VietnamTime.startOf(period.to().plusDays(1))))
                .query((row, number) -> figures(row))
                .single();
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                new Vnd(row.getLong("received")),
                new Vnd(row.getLong("refunded")),
                row.getLong("bookings"),
                row.getLong("tickets"),
                row.getLong("cancelled_bookings"),
                row.getLong("cancelled_tickets"),
                new Vnd(row.getLong("vnd")),
                row.getLong("expired"),
                row.getLong("sold"),
                row.getLong("seats"));
    }
}
