package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.bookings.BookingTest;
import vn.busticket.shared.Vnd;

/** A figure is right the moment after what it counts, and on Vietnam's day. */
@Tag("P9.1")
@Tag("P9.3")
class FiguresTest extends BookingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ReportScope ALL = new ReportScope(Optional.empty());

    @Autowired private RevenueReports reports;

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
    }

    @Test
    void foldingChangesNoFigure() {
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        var before = today().figures();

        run(FoldSalesJob.class);

        assertThat(reports.refresh(filter(TODAY, TODAY), ALL).figures()).isEqualTo(before);
        assertThat(database.sql("select count(*) from sales_tail").query(Long.class).single())
                .isZero();
    }

    private RevenueReport today() {
        return reports.report(filter(TODAY, TODAY), ALL);
    }

    private RevenueReport tomorrow() {
        return reports.report(filter(TODAY.plusDays(1), TODAY.plusDays(1)), ALL);
    }

    private ReportFilter filter(LocalDate from, LocalDate to) {
        return new ReportFilter(
                new Period(from, to), Grain.DAY, Comparison.NONE, Map.of(Dimension.ROUTE, route()));
    }

    private long route() {
        return database.sql("select route_id from trip where id = :trip")
                .param("trip", trip.value())
                .query(Long.class)
                .single();
    }
}
