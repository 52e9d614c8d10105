package vn.busticket.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import vn.busticket.accounts.AccountId;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.ExportFormat;
import vn.busticket.analytics.ExportProgress;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.Period;
import vn.busticket.analytics.ReportExports;
import vn.busticket.analytics.ReportFilter;
import vn.busticket.analytics.ReportKind;
import vn.busticket.analytics.ReportOrder;
import vn.busticket.analytics.ReportRequest;
import vn.busticket.analytics.ReportScope;
import vn.busticket.shared.Language;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.StaffPeople;

/** F10: a list of a million sales as a file, beside PostgreSQL's own COPY of the same rows. */
@DirtiesContext // its million rows are for this figure alone
@Tag("benchmark")
@Tag("P9.4")
class ExportBenchmarkTest extends ApplicationTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-09-01");
    private static final long ROWS = Long.getLong("benchmark.exported", 1_000_000);
    private static final int DAYS =
            (int) (ROWS / LargeDataset.TRIPS_PER_DAY / LargeDataset.BOOKINGS_PER_TRIP);

    private static final String FACTS =
            """
            insert into booking_fact (day, hour, booking_id, trip_id, route_id, operator_id, bus_type_id, lead_days,
                                      received_vnd, bookings, tickets)
            select vietnams_day(b.confirmed_at), vietnams_hour(b.confirmed_at), b.id, t.id, t.route_id, t.operator_id,
                   t.bus_type_id, 5, b.total_vnd, 1, b.total_vnd / 200000
              from booking b
              join trip t on t.id = b.trip_id
             where b.id > 1000000000
            """;

    private static final String COPY =
            """
            copy (select f.day, f.hour, b.code, b.departs_at, r.name_vi, o.name, t.name_vi, f.received_vnd, f.refunded_vnd,
                         f.bookings, f.tickets, f.cancelled_bookings, f.cancelled_tickets, f.cancelled_vnd,
                         f.expired_bookings, f.by_whom, f.reason
                    from booking_fact f
                    join booking b on b.id = f.booking_id
                    join route r on r.id = f.route_id
                    join operator o on o.id = f.operator_id
                    join bus_type t on t.id = f.bus_type_id
                   where f.day between date '%s' and date '%s'
                   order by f.day, f.hour, f.booking_id) to stdout with (format csv)
            """;

    @Autowired private DataSource dataSource;
    @Autowired private ReportExports exports;
    @Autowired private StaffPeople people;

    @Test
    void aMillionRowsAsCsv() throws IOException {
        new LargeDataset(dataSource).fill(FIRST_DAY, DAYS);
        for (var month = 8; month <= 11; month++) {
            database.sql("select make_month('booking_fact', :month)")
                    .param("month", LocalDate.of(2026, month, 1))
                    .query((row, number) -> true)
                    .list();
        }
        database.sql(FACTS).update();
        database.sql("analyze booking_fact").update();
        var admin = people.administrator().id();
        var benchmark = new Benchmark("F10 CSV of " + ROWS + " rows");

        benchmark.measure(
                "all sales as CSV", "ms", "ratio <= 6", this::copied, () -> exported(admin));
        var first = new Watched(Long.MAX_VALUE);
        assertThat(export(admin, first)).isEqualTo(ROWS);
        benchmark.note(
                new Benchmark.Figure(
                        "first byte", "ms", 300, first.firstByteMillis(), "ours <= 300"));
        var half = new Watched(first.written() / 2);
        System.gc();
        var before = used();
        export(admin, half);
        benchmark.note(
                new Benchmark.Figure(
                        "live heap in the middle",
                        "MB",
                        32,
                        Math.max(0, half.usedInTheMiddle() - before) / 1e6,
                        "ours <= 32"));
        benchmark.print();
    }

    private double copied() {
        var sql = COPY.formatted(period().from(), period().to());
        var begin = System.nanoTime();
        try (var connection = dataSource.getConnection()) {
            var copied =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(sql, OutputStream.nullOutputStream());
            assertThat(copied).isEqualTo(ROWS);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private double exported(AccountId admin) {
        var begin = System.nanoTime();
        try {
            assertThat(export(admin, OutputStream.nullOutputStream())).isEqualTo(ROWS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private long export(AccountId admin, OutputStream out) throws IOException {
        var request =
                new ReportRequest(
                        ReportKind.REVENUE,
                        new ReportFilter(period(), Grain.DAY, Comparison.NONE, Map.of()),
                        new ReportScope(Optional.empty()),
                        ReportOrder.MOST_REVENUE,
                        Language.VI);
        var progress = new ExportProgress(rows -> {});
        try (var export = exports.begin(admin, request, ExportFormat.SALES_CSV)) {
            export.write(out, progress);
        }
        return progress.rows();
    }

    private static Period period() {
        return new Period(FIRST_DAY.minusDays(10), FIRST_DAY.plusDays(DAYS));
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Swallows what comes; notes when it began, and how much is alive in the middle of it. */
    private static final class Watched extends OutputStream {

        private final long middle;
        private final long began = System.nanoTime();
        private long firstNanos;
        private long written;
        private long used;

        Watched(long middle) {
            this.middle = middle;
        }

        @Override
        public void write(int sign) {
            write(new byte[] {(byte) sign}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (written == 0) {
                firstNanos = System.nanoTime();
            }
            written += length;
            if (used == 0 && written >= middle) {
                System.gc();
                used = used();
            }
        }

        double firstByteMillis() {
            return (firstNanos - began) / 1e6;
        }

        long written() {
            return written;
        }

        long usedInTheMiddle() {
            return used;
        }
    }
}
