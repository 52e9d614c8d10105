package vn.busticket.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import vn.busticket.search.SearchPlan;
import vn.busticket.search.TripSearch;
import vn.busticket.testing.ApplicationTest;

/** F3: searching among a million trips with ten million bookings. */
@DirtiesContext // its millions of rows are for this figure alone
@Tag("benchmark")
class TripSearchBenchmarkTest extends ApplicationTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-24");
    private static final int FEW_DAYS = 5;
    private static final int DAYS =
            Integer.getInteger("benchmark.trips", 1_000_000) / LargeDataset.TRIPS_PER_DAY;
    private static final int DAYS_AHEAD = 30;

    @Autowired private BeanFactory application;
    @Autowired private DataSource dataSource;
    @Autowired private TripSearch search;

    @Test
    void findsTripsAmongAMillion() {
        var dataset = new LargeDataset(dataSource);
        var benchmark = new Benchmark("F3 trip search");

        dataset.fill(FIRST_DAY, FEW_DAYS);
        var workload = new SearchWorkload(database, search, FIRST_DAY, FEW_DAYS);
        workload.checkAnswers();
        workload.oursP95();
        var few =
                benchmark.measure(
                        "search, 10 k trips: median",
                        "ms",
                        "",
                        workload::bareMedian,
                        workload::oursMedian);
        benchmark.measure(
                "search, 10 k trips: p95", "ms", "", workload::bareP95, workload::oursP95);

        long begin = System.nanoTime();
        dataset.fill(FIRST_DAY.plusDays(FEW_DAYS), DAYS_AHEAD - FEW_DAYS);
        dataset.fill(FIRST_DAY.minusDays(DAYS - DAYS_AHEAD), DAYS - DAYS_AHEAD);
        double filled = (System.nanoTime() - begin) / 1e9;
        workload.checkAnswers();
        workload.oursP95();
        var many =
                benchmark.measure(
                        "search, all trips: median",
                        "ms",
                        "",
                        workload::bareMedian,
                        workload::oursMedian);
        benchmark.measure(
                "search, all trips: p95", "ms", "ours <= 15", workload::bareP95, workload::oursP95);
        benchmark.measure(
                "search and date strip, all trips: p95",
                "ms",
                "",
                workload::bareP95,
                workload::oursWithStripP95);
        benchmark.note(
                new Benchmark.Figure(
                        "search, all trips against 10 k: median",
                        "ms",
                        few.ours(),
                        many.ours(),
                        "ratio <= 1.3"));
        benchmark.print();

        System.out.printf(
                "trips %d, bookings %d, occupied seats %d, filled in %.0f s%n",
                count("trip"), count("booking"), count("seat_occupancy"), filled);
        for (var query : workload.onePerPair()) {
            assertReadsByIndex(SearchPlan.ofOffers(application, query, clock.instant()));
            assertReadsByIndex(SearchPlan.ofLowestPrices(application, query, clock.instant()));
        }
        assertThat(count("booking where id > 1000000000"))
                .isEqualTo(
                        (long) DAYS * LargeDataset.TRIPS_PER_DAY * LargeDataset.BOOKINGS_PER_TRIP);
    }

    private static void assertReadsByIndex(List<String> plan) {
        assertThat(plan)
                .noneMatch(line -> line.contains("Seq Scan on trip"))
                .noneMatch(line -> line.contains("Seq Scan on seat_occupancy"))
                .noneMatch(line -> line.contains("Seq Scan on fare"));
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
