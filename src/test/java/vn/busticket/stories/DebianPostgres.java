package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;
import vn.busticket.testing.FreePorts;

/**
 * A PostgreSQL as Debian packs it, with the tools for copies and backups that the embedded one
 * lacks, in a folder of its own.
 */
final class DebianPostgres implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String OWNER = "postgres";
    private static final String MISSING =
            "These stories need PostgreSQL's own tools. Install them (Debian: apt-get install postgresql).";

    private final Path folder;
    private final Path data;
    private final int port = FreePorts.next();

    private DebianPostgres(Path folder, Path data) {
        this.folder = folder;
        this.data = data;
    }

    /** A new one, stopped, whose transactions survive a power cut and can be copied. */
    static DebianPostgres create() throws IOException, InterruptedException {
        var created = empty();
        created.run(
                "initdb",
                "-D",
                created.data,
                "-U",
                OWNER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
        created.set("max_connections", "200");
        created.set("wal_level", "replica");
        return created;
    }

    /** A copy of a running one, stopped; it can follow the other or be restored. */
    static DebianPostgres copyOf(DebianPostgres other) throws IOException, InterruptedException {
        var copy = empty();
        copy.run(
                "pg_basebackup",
                "-h",
                "127.0.0.1",
                "-p",
                other.port,
                "-U",
                OWNER,
                "-D",
                copy.data,
                "-X",
                "stream",
                "-c",
                "fast",
                "-R");
        return copy;
    }

    /** What a process of the application connects to. */
    String address() {
        return "127.0.0.1:" + port;
    }

    /** A folder that the server may write to. */
    Path folder(String name) throws IOException, InterruptedException {
        var inside = Files.createDirectories(folder.resolve(name));
        give(inside);
        return inside;
    }

    /** A setting of the next start. */
    void set(String name, String value) throws IOException, InterruptedException {
        var file = data.resolve("postgresql.auto.conf");
        Files.writeString(
                file, Files.readString(file) + name + " = '" + value.replace("'", "''") + "'\n");
        give(file);
    }

    /** From now on it follows nobody; what it was told when it was copied is forgotten. */
    void standAlone() throws IOException {
        Files.deleteIfExists(data.resolve("standby.signal"));
    }

    /** At its next start it reads what was archived, up to where it is told to stop. */
    void recoverAtStart() throws IOException, InterruptedException {
        standAlone();
        give(Files.createFile(data.resolve("recovery.signal")));
    }

    void start() throws IOException, InterruptedException {
        run(
                "pg_ctl",
                "-D",
                data,
                "-w",
                "-t",
                "60",
                "-l",
                folder.resolve("log"),
                "-o",
                "-p "
                        + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                        + folder,
                "start");
    }

    /** Ends it at once, as a power cut does. */
    void cut() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data, "-m", "immediate", "stop");
    }

    /** Makes it the one that is written to. */
    void promote() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data, "-w", "promote");
    }

    void sql(String database, String statement) throws IOException, InterruptedException {
        run(
                "psql",
                "-h",
                "127.0.0.1",
                "-p",
                port,
                "-U",
                OWNER,
                "-v",
                "ON_ERROR_STOP=1",
                "-c",
                statement,
                database);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            cut();
        }
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    private static DebianPostgres empty() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("busticket-postgres-");
        var empty = new DebianPostgres(folder, folder.resolve("data"));
        empty.give(folder);
        return empty;
    }

    /** PostgreSQL refuses to run as root. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void give(Path path) throws IOException, InterruptedException {
        if (isRoot()) {
            wait(List.of("chown", OWNER + ":", path.toString()));
        }
    }

    private void run(String program, Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(
                    List.of("setpriv", "--reuid=" + OWNER, "--regid=" + OWNER, "--clear-groups"));
        }
        command.add(tools().resolve(program).toString());
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        wait(command);
    }

    private void wait(List<String> command) throws IOException, InterruptedException {
        var said = folder.resolve("said").toFile();
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said)
                        .start();
        var exit = process.waitFor();
        assertThat(exit)
                .as("%s:%n%s", command, Files.readString(said.toPath(), StandardCharsets.UTF_8))
                .isZero();
    }

    private static Path tools() {
        return installed().orElseThrow(() -> new IllegalStateException(MISSING));
    }

    private static Optional<Path> installed() {
        if (Files.notExists(VERSIONS)) {
            return Optional.empty();
        }
        try (var versions = Files.list(VERSIONS)) {
            return versions.filter(version -> version.getFileName().toString().matches("[0-9]+"))
                    .max(
                            Comparator.comparing(
                                    version -> Integer.valueOf(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("pg_basebackup")));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
