package vn.busticket.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.shared.SqlTime;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.TestDatabase;

/** Logs are cut by month: made ahead, and dropped whole once nothing is left in them. */
@Tag("P7.2")
class LogMonthsTest extends ApplicationTest {

    private static final String DEED =
            "insert into audit_log (at, action, subject) values (:at, 'test.done', :subject) returning id";

    @Autowired private TransactionTemplate transaction;

    @Test
    void threeMonthsAreMadeAhead() {
        clock.set(Instant.parse("2033-04-15T05:00:00Z"));
        run(KeepLogsJob.class);
        run(KeepLogsJob.class);

        for (var month : new String[] {"2033_04", "2033_05", "2033_06", "2033_07"}) {
            assertThat(isThere("audit_log_" + month)).isTrue();
            assertThat(isThere("notification_attempt_" + month)).isTrue();
        }
        assertThat(isThere("audit_log_2033_08")).isFalse();
    }

    @Test
    void aMonthTakesWhatWasWrittenBeforeItWasMade() {
        var april = write(database, "2034-05-31T16:59:59Z", "months-before");
        var june = write(database, "2034-05-31T17:00:00Z", "months-after");
        assertThat(partitionOf(june)).isEqualTo("audit_log_rest");

        clock.set(Instant.parse("2034-05-02T05:00:00Z"));
        run(KeepLogsJob.class);

        assertThat(partitionOf(april)).isEqualTo("audit_log_2034_05");
        assertThat(partitionOf(june)).as("Vietnam's month").isEqualTo("audit_log_2034_06");
    }

    @Test
    void onlyMonthsThatAreOverAndEmptyAreDropped() {
        clock.set(Instant.parse("2035-01-10T05:00:00Z"));
        run(KeepLogsJob.class);
        var kept = write(database, "2035-02-10T05:00:00Z", "months-kept");

        clock.set(Instant.parse("2035-03-31T16:59:59Z"));
        run(KeepLogsJob.class);
        assertThat(isThere("audit_log_2035_01")).isFalse();
        assertThat(partitionOf(kept)).isEqualTo("audit_log_2035_02");
        assertThat(isThere("audit_log_2035_03")).as("not over yet").isTrue();

        database.sql("delete from audit_log where id = :id").param("id", kept).update();
        run(KeepLogsJob.class);
        assertThat(isThere("audit_log_2035_02")).isFalse();
    }

    @Test
    void aLogThatIsBeingReadIsLeftUntilTheNextTime() {
        clock.set(Instant.parse("2036-01-10T05:00:00Z"));
        run(KeepLogsJob.class);
        clock.set(Instant.parse("2036-02-10T05:00:00Z"));

        transaction.executeWithoutResult(reading -> {
            database.sql("select count(*) from audit_log").query(Long.class).single();
            CompletableFuture.runAsync(() -> run(KeepLogsJob.class)).join();
        });
        assertThat(isThere("audit_log_2036_01")).isTrue();

        run(KeepLogsJob.class);
        assertThat(isThere("audit_log_2036_01")).isFalse();
    }

    @Test
    void whatStoodInTheLogsBeforeMovesIntoMonths() {
        var connections = new DriverManagerDataSource(TestDatabase.create().getJdbcUrl());
        var migrations =
                Flyway.configure().dataSource(connections).repeatableSqlMigrationPrefix("none");
        migrations.target("204").load().migrate();
        var before = JdbcClient.create(connections);
        var last = write(before, "2026-10-31T17:00:00Z", "months-moved");

        migrations.target("225").load().migrate();

        assertThat(
                        before.sql(
                                        "select tableoid::regclass || ' ' || id || ' ' || action || ' ' || subject from audit_log")
                                .query(String.class)
                                .single())
                .isEqualTo("audit_log_2026_11 " + last + " test.done months-moved");
        assertThat(write(before, "2026-10-31T16:00:00Z", "months-next")).isEqualTo(last + 1);
    }

    private static long write(JdbcClient where, String at, String subject) {
        return where.sql(DEED)
                .param("at", SqlTime.of(Instant.parse(at)))
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private String partitionOf(long deed) {
        return database.sql("select tableoid::regclass::text from audit_log where id = :id")
                .param("id", deed)
                .query(String.class)
                .single();
    }

    private boolean isThere(String table) {
        return database.sql("select to_regclass(:table) is not null")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }
}
