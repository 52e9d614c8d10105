package vn.busticket.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL that keeps its data in a folder of the project. If the application was killed, its
 * PostgreSQL lives on: the next start finds it by its port and makes sure that it is ours by its
 * folder.
 */
final class DemoDatabase {

    private static final String NAME = "busticket";
    private static final Duration START_TIME = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;

    DemoDatabase(Path folder, int port) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
    }

    /**
     * Starts the server, or finds the one still running, and makes the database in it.
     *
     * @return the JDBC address
     * @throws CannotStart with one sentence for the person at the terminal
     */
    String start() throws CannotStart {
        if (Ports.isTaken(port)) {
            adoptTheOneRunning();
        } else {
            startServer();
        }
        createDatabase();
        return address(NAME);
    }

    private void adoptTheOneRunning() throws CannotStart {
        if (!runningFolder().map(running -> isOurs(Path.of(running))).orElse(false)) {
            throw new CannotStart(
                    "Port %d, which the demo's PostgreSQL needs, is taken by something else: stop that, or set DEMO_DATABASE_PORT to a free port."
                            .formatted(port));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "demo-database-stop"));
    }

    /**
     * Asks the server of this folder to end once its last user is gone; does nothing if it has
     * ended, or if the file that names its process is not this folder's own.
     */
    void stop() {
        try {
            var lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            if (isOurs(Path.of(lines.get(1)))) {
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .ifPresent(ProcessHandle::destroy);
            }
        } catch (IOException | RuntimeException alreadyEnded) {
            System.err.println("The demo's PostgreSQL was not found to be stopped.");
        }
    }

    private boolean isOurs(Path running) {
        try {
            return Files.isSameFile(running, folder);
        } catch (IOException notThere) {
            return false;
        }
    }

    private Optional<String> runningFolder() {
        try (var connection = DriverManager.getConnection(address("postgres"));
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException notOurs) {
            return Optional.empty();
        }
    }

    private void startServer() throws CannotStart {
        try {
            Files.createDirectories(folder);
            EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(START_TIME)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException | IllegalStateException refused) {
            throw new CannotStart(
                    "The demo's PostgreSQL does not start in %s (%s): it needs write permission there and, for root, the right to use 'unshare -U'. Otherwise set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to a PostgreSQL of your own."
                            .formatted(folder, refused.getMessage()));
        }
    }

    private void createDatabase() throws CannotStart {
        try (var connection = DriverManager.getConnection(address("postgres"));
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                try (var creation = connection.createStatement()) {
                    creation.execute("create database " + NAME);
                }
            }
        } catch (SQLException refused) {
            throw new CannotStart(
                    "The demo's PostgreSQL in %s refuses its own user: %s"
                            .formatted(folder, refused.getMessage()));
        }
    }

    private String address(String database) {
        return "jdbc:postgresql://localhost:%d/%s?user=postgres&password=postgres"
                .formatted(port, database);
    }
}
