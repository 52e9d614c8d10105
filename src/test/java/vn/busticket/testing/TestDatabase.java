package vn.busticket.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * One real PostgreSQL for the whole test run; each application context gets an empty database of
 * its own in it.
 */
public final class TestDatabase {

    private static final int MAJOR_VERSION =
            Integer.parseInt(System.getProperty("postgresql.version", "18").split("\\.")[0]);

    /** Figures are measured on what survives a power cut; other tests need not wait for a disk. */
    private static final String DURABLE = System.getProperty("postgresql.durable", "off");

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** A new, empty database. */
    public static JdbcConnectionDetails create() {
        var name = "busticket_" + NUMBER.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("No database for the tests", failed);
        }
        return new Details(SERVER.getJdbcUrl("postgres", name));
    }

    /** A new, empty database whose round trips can be counted, inside this process only. */
    public static JdbcConnectionDetails createCounted() {
        return new Details(create().getJdbcUrl() + "&socketFactory=" + RoundTrips.class.getName());
    }

    private static EmbeddedPostgres start() {
        try {
            return withLocale(EmbeddedPostgres.builder())
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", DURABLE)
                    .setServerConfig("synchronous_commit", DURABLE)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL for the tests does not start", failed);
        }
    }

    /** PostgreSQL has a C.UTF-8 of its own since 17; before that it is the operating system's. */
    private static EmbeddedPostgres.Builder withLocale(EmbeddedPostgres.Builder server) {
        return MAJOR_VERSION < 17
                ? server.setLocaleConfig("locale", "C.UTF-8")
                : server.setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    private record Details(String url) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "postgres";
        }
    }
}
