package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.springframework.util.FileSystemUtils;
import vn.busticket.benchmark.Benchmark;
import vn.busticket.testing.FreePorts;
import vn.givenpackages.GivenPackages;
import vn.onebutton.OneButton;

/**
 * From the start of the process to its first page, on a migrated database (F12), beside a page with
 * one button of the same Vaadin and Spring Boot: as the image starts it, with the cache of its
 * training, and without. What the packages that were asked for cost by themselves stands beside it.
 */
@Tag("benchmark")
@Tag("P10.5")
class StartUpBenchmarkStory {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long A_LITTLE_NANOS = 10_000_000;
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx700m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** What a page with one button needs, of all that lies beside our jar. */
    private static final String NEEDED_BY_A_PAGE =
            "(vaadin|flow|atmosphere|jsoup|asm|gentyref|jackson|tomcat|slf4j|logback|log4j|jul|jspecify|snakeyaml|"
                    + "commons-(io|logging|codec)|byte-buddy|micrometer-(commons|observation)|jakarta.annotation|"
                    + "spring-(aop|beans|context|core|expression|web|webmvc|websocket)-[0-9]|"
                    + "spring-boot-([0-9]|autoconfigure|http-converter|jackson|servlet|tomcat|web-server|webmvc)).*";

    private final HttpClient http = HttpClient.newHttpClient();

    private interface Start {
        ProcessBuilder at(int port);
    }

    @Test
    void theFirstPage() throws Exception {
        var jar = ExtractedJar.ofThisRun();
        train(jar.resolveSibling(""));
        var button = Files.createTempDirectory("busticket-one-button-");
        var packages = Files.createTempDirectory("busticket-given-packages-");
        try (var surroundings = new Surroundings()) {
            layOut(button, OneButton.class);
            layOut(packages, GivenPackages.class);
            Start oneButton = port -> oneButton(jar, button, port);
            Start given = port -> givenPackages(jar, packages, surroundings, port);
            Start plain = port -> ours(surroundings, port, List.of("-jar", jar.toString()));
            Start trained =
                    port ->
                            ours(
                                    surroundings,
                                    port,
                                    List.of(
                                            "-XX:AOTCache=busticket.aot",
                                            "-jar",
                                            jar.getFileName().toString()));
            seconds(plain, jar);
            var benchmark = new Benchmark("F12 start to the first page");
            benchmark.measure(
                    "extracted, beside one button",
                    "s",
                    "<= 1.5 x",
                    () -> seconds(oneButton, jar),
                    () -> seconds(plain, jar));
            benchmark.measure(
                    "the given packages alone, beside one button",
                    "s",
                    "for comparison",
                    () -> seconds(oneButton, jar),
                    () -> seconds(given, jar));
            benchmark.measure(
                    "with the AOT cache of the image, beside one button",
                    "s",
                    "<= 1.0 x",
                    () -> seconds(oneButton, jar),
                    () -> seconds(trained, jar));
            benchmark.print();
        } finally {
            FileSystemUtils.deleteRecursively(button);
            FileSystemUtils.deleteRecursively(packages);
        }
    }

    /** The very script of the image. */
    private static void train(Path folder) throws IOException, InterruptedException {
        var script = Path.of("src", "main", "deploy", "train.sh").toAbsolutePath();
        var training = new ProcessBuilder(script.toString(), folder.toString()).inheritIO();
        training.environment().put("JAVA_HOME", System.getProperty("java.home"));
        training.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", OPTIONS));
        for (var name : List.of("DATABASE_PORT", "PORT", "MANAGEMENT_PORT")) {
            training.environment().put("TRAINING_" + name, Integer.toString(FreePorts.next()));
        }
        assertThat(training.start().waitFor()).isZero();
    }

    /** An application's own classes, and the look that Vaadin's build left for ours. */
    private static void layOut(Path folder, Class<?> application) throws IOException {
        var classes = Path.of("target", "test-classes");
        var its = application.getPackageName().replace('.', '/');
        FileSystemUtils.copyRecursively(classes.resolve(its), folder.resolve(its));
        FileSystemUtils.copyRecursively(
                Path.of("target", "classes", "META-INF", "VAADIN"),
                folder.resolve("META-INF").resolve("VAADIN"));
    }

    private static ProcessBuilder oneButton(Path jar, Path folder, int port) {
        return small(OneButton.class, jar, folder, NEEDED_BY_A_PAGE, port);
    }

    /** On our database, whose tables it finds made. */
    private static ProcessBuilder givenPackages(
            Path jar, Path folder, Surroundings surroundings, int port) {
        var command = small(GivenPackages.class, jar, folder, ".*", port);
        command.environment().putAll(surroundings.environment(port, FreePorts.next()));
        command.environment().put("SPRING_FLYWAY_ENABLED", "false");
        command.environment().put("SPRING_JPA_OPEN_IN_VIEW", "false");
        command.environment().put("SPRING_QUARTZ_JOB_STORE_TYPE", "jdbc");
        command.environment().put("SPRING_QUARTZ_JDBC_INITIALIZE_SCHEMA", "never");
        command.environment()
                .put(
                        "SPRING_QUARTZ_PROPERTIES_ORG_QUARTZ_JOBSTORE_DRIVERDELEGATECLASS",
                        PostgreSQLDelegate.class.getName());
        return command;
    }

    private static ProcessBuilder small(
            Class<?> application, Path jar, Path folder, String needed, int port) {
        var path = new ArrayList<>(List.of(folder.toString()));
        try (var libraries = Files.list(jar.resolveSibling("lib"))) {
            libraries
                    .filter(library -> library.getFileName().toString().matches(needed))
                    .forEach(library -> path.add(library.toString()));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return command(
                List.of(
                        "-Dserver.port=" + port,
                        "-Dspring.threads.virtual.enabled=true",
                        "-Dvaadin.productionMode=true",
                        "-Dvaadin.launch-browser=false",
                        "-cp",
                        String.join(File.pathSeparator, path),
                        application.getName()));
    }

    private static ProcessBuilder ours(
            Surroundings surroundings, int port, List<String> arguments) {
        var command = command(arguments);
        command.environment().putAll(surroundings.environment(port, FreePorts.next()));
        command.environment().put("CATALOGUE_IMPORT_DIR", "");
        return command;
    }

    private static ProcessBuilder command(List<String> arguments) {
        var words = Stream.of(List.of(ExtractedJar.JAVA), OPTIONS, arguments).flatMap(List::stream);
        return new ProcessBuilder(words.toList());
    }

    /** How long it takes until the first page is there. */
    private double seconds(Start start, Path jar) {
        try {
            var port = FreePorts.next();
            var log = StoryLogs.fresh();
            var begin = System.nanoTime();
            var process =
                    start.at(port)
                            .directory(jar.resolveSibling("").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            try {
                while (!hasAPage(port)) {
                    var waited = System.nanoTime() - begin;
                    assertThat(process.isAlive() && waited < PATIENCE.toNanos())
                            .as(Files.readString(log))
                            .isTrue();
                    LockSupport.parkNanos(A_LITTLE_NANOS);
                }
                return (System.nanoTime() - begin) / 1e9;
            } finally {
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private boolean hasAPage(int port) throws InterruptedException {
        try {
            var page =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                            .timeout(Duration.ofSeconds(20))
                            .build();
            var answer = http.send(page, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("<html");
        } catch (IOException notYet) {
            return false;
        }
    }
}
