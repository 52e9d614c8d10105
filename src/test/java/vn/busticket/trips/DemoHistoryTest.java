package vn.busticket.trips;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.demo.DemoHistory;
import vn.busticket.testing.ApplicationTest;

/** The demo's past: its dashboards are not empty, and its sums are those of its facts. */
@Tag("P9.1")
class DemoHistoryTest extends ApplicationTest {

    private static final Path FOLDER = Path.of("src/test/resources/demo-catalogue");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FIRST = TODAY.minusYears(2);

    @Autowired private CatalogueImport catalogueImport;
    @Autowired private DataSource dataSource;

    /** Undone afterwards: it is not what others in this database have sold. */
    @Test
    void fillsTwoYearsOfSalesWhoseSumsAreThoseOfTheFacts() throws SQLException {
        catalogueImport.importAll(
                CatalogueSource.shipped(), Optional.of(CatalogueSource.folder(FOLDER)));
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            DemoHistory.make(connection, FIRST, TODAY, 2);
            assertThat(
                            number(
                                    statement,
                                    "select count(*) from sales_differences(date '2020-01-01', date '2030-01-01')"))
                    .isZero();
            assertThat(
                            number(
                                    statement,
                                    """
                                    select count(*) from (
                                        select month from report_sales_month
                                         where month between date '2024-12-01' and date '2026-11-01'
                                         group by month
                                        having sum(received_vnd) > sum(refunded_vnd) and sum(cancelled_tickets) > 0
                                           and sum(expired_bookings) > 0 and sum(seats_sold) between 1 and sum(seats_offered)
                                    ) months
                                    """))
                    .isEqualTo(24);
            assertThat(
                            number(
                                    statement,
                                    "select count(distinct step) from report_funnel_day where day < date '2026-11-23'"))
                    .isEqualTo(7);
            connection.rollback();
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
