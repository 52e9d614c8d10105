package vn.busticket.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.Period;
import vn.busticket.analytics.ReportFilter;
import vn.busticket.analytics.ReportScope;
import vn.busticket.analytics.RevenueReport;
import vn.busticket.analytics.RevenueReports;
import vn.busticket.testing.ApplicationTest;

/** F9: the revenue report over ten million bookings in three years, any range. */
@DirtiesContext // its millions of rows are for this figure alone
@Tag("benchmark")
class RevenueBenchmarkTest extends ApplicationTest {

    private static final LocalDate FIRST = LocalDate.parse("2023-11-24");
    private static final LocalDate LAST = LocalDate.parse("2026-11-22");
    private static final long BOOKINGS = Long.getLong("benchmark.sales", 10_000_000);
    private static final int RANGES = 40;
    private static final ReportScope ALL = new ReportScope(Optional.empty());

    private static final String RAW =
            """
            select route_id, operator_id, bus_type_id, day, sum(received_vnd - refunded_vnd) as revenue, sum(bookings),
                   sum(tickets), sum(cancelled_tickets)
              from booking_fact
             where day between :from and :to
             group by grouping sets ((route_id), (operator_id), (bus_type_id), (day))
            """;

    @Autowired private DataSource dataSource;
    @Autowired private RevenueReports reports;

    @Test
    void anyRangeIsReadFromSums() {
        var dataset = new SalesDataset(dataSource);
        var benchmark = new Benchmark("F9 revenue report");
        dataset.fill(FIRST, LAST, BOOKINGS / 10);
        warmUp();
        var few =
                benchmark.measure(
                        "report, tenth of the bookings: p95", "ms", "", this::p95, this::p95);

        long begin = System.nanoTime();
        dataset.fill(FIRST, LAST, BOOKINGS - BOOKINGS / 10);
        double filled = (System.nanoTime() - begin) / 1e9;
        warmUp();
        for (var period : named()) {
            checkEqual(period);
            benchmark.measure(
                    "report of " + period.days() + " days: median",
                    "ms",
                    "ratio <= 0.125",
                    () -> millis(() -> raw(period)),
                    () -> millis(() -> read(period, Comparison.NONE)));
        }
        ranges(7).stream().limit(5).forEach(this::checkEqual);
        var many =
                benchmark.measure(
                        "report with comparison, any range: p95",
                        "ms",
                        "ours <= 60",
                        this::p95,
                        this::p95);
        benchmark.note(
                new Benchmark.Figure(
                        "all bookings against a tenth: p95",
                        "ms",
                        few.ours(),
                        many.ours(),
                        "ratio <= 1.3"));
        benchmark.print();
        System.out.printf(
                "facts %d, sums %d, filled in %.0f s%n",
                count("booking_fact"), count("sales_sum"), filled);
        for (var proof : List.of("sales_differences", "sales_sum_differences")) {
            assertThat(count(proof + "(date '2023-01-01', date '2026-12-31')")).isZero();
        }
    }

    private void warmUp() {
        ranges(1).forEach(period -> read(period, Comparison.LAST_YEAR));
    }

    private double p95() {
        var times =
                ranges(3).stream()
                        .mapToDouble(
                                period -> millis(() -> read(period, Comparison.PREVIOUS_PERIOD)))
                        .toArray();
        return Benchmark.percentile(times, 0.95);
    }

    private RevenueReport read(Period period, Comparison comparison) {
        return reports.refresh(new ReportFilter(period, grain(period), comparison, Map.of()), ALL);
    }

    private static Grain grain(Period period) {
        return period.days() > 200 ? Grain.MONTH : period.days() > 62 ? Grain.WEEK : Grain.DAY;
    }

    private List<RawRow> raw(Period period) {
        return database.sql(RAW)
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) ->
                        new RawRow(
                                row.getString("day"),
                                row.getString("route_id"),
                                row.getLong("revenue")))
                .list();
    }

    private record RawRow(String day, String route, long revenue) {}

    private void checkEqual(Period period) {
        var raw = raw(period);
        var report = read(period, Comparison.NONE);
        var expected =
                raw.stream().filter(row -> row.day() != null).mapToLong(RawRow::revenue).sum();
        assertThat(report.figures().revenue().dong()).isEqualTo(expected);
        assertThat(report.routes())
                .allSatisfy(route ->
                        assertThat(route.figures().revenue().dong())
                                .isEqualTo(
                                        raw.stream()
                                                .filter(row ->
                                                        Long.toString(route.id())
                                                                .equals(row.route()))
                                                .mapToLong(RawRow::revenue)
                                                .sum()));
    }

    private static List<Period> named() {
        return List.of(
                new Period(LAST.minusDays(27), LAST),
                new Period(LAST.minusDays(364), LAST),
                new Period(FIRST, LAST));
    }

    private static List<Period> ranges(long seed) {
        var random = new Random(seed);
        return random.ints(RANGES, 0, (int) new Period(FIRST, LAST).days())
                .mapToObj(FIRST::plusDays)
                .map(from -> {
                    var most = (int) new Period(from, LAST).days();
                    return new Period(from, from.plusDays(random.nextInt(most)));
                })
                .toList();
    }

    private static double millis(Runnable deed) {
        long begin = System.nanoTime();
        deed.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
