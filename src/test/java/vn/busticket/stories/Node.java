package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.busticket.testing.FreePorts;

/**
 * One process of the packaged application, as the image runs it: {@code java -jar busticket.jar}
 * beside its extracted libraries, with environment variables.
 */
final class Node implements AutoCloseable {

    private static final Duration START_TIME = Duration.ofSeconds(120);

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private Node(Process process, Path log, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts a process on free ports and waits until it is ready. */
    static Node start(Surroundings surroundings, Map<String, String> changes)
            throws IOException, InterruptedException {
        return start(surroundings, changes, FreePorts.next());
    }

    /** Starts a process on a given port, such as that of one which died. */
    static Node start(Surroundings surroundings, Map<String, String> changes, int port)
            throws IOException, InterruptedException {
        var managementPort = FreePorts.next();
        var log = StoryLogs.fresh();
        var builder =
                new ProcessBuilder(
                        ExtractedJar.JAVA,
                        "-Xmx700m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        ExtractedJar.ofThisRun().toString());
        builder.environment().putAll(surroundings.environment(port, managementPort));
        builder.environment().putAll(changes);
        var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        var node = new Node(process, log, port, managementPort);
        node.waitUntilReady();
        return node;
    }

    String address() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    /** Where it shows health and metrics. */
    int managementPort() {
        return managementPort;
    }

    /** Everything the process has printed. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Ends the process at once, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Sends it a signal, such as {@code STOP} and {@code CONT}. */
    void signal(String name) throws IOException, InterruptedException {
        var sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(sent.waitFor()).isZero();
    }

    /** Waits until the process has ended by itself; its exit code. */
    int awaitEnd(Duration atMost) throws InterruptedException {
        assertThat(process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void waitUntilReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START_TIME.toNanos();
        while (!isReady()) {
            assertThat(process.isAlive())
                    .as("the application ended while starting:%n%s", log())
                    .isTrue();
            assertThat(System.nanoTime())
                    .as("the application is not ready:%n%s", log())
                    .isLessThan(deadline);
            process.waitFor(250, TimeUnit.MILLISECONDS);
        }
    }

    /** True while it wants to be asked things. */
    boolean isReady() throws InterruptedException {
        var health =
                URI.create("http://localhost:" + managementPort + "/actuator/health/readiness");
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build(),
                            BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
