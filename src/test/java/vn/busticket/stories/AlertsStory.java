package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.testing.FreePorts;
import vn.busticket.testing.PrometheusTools;
import vn.busticket.testing.RequiresPrometheus;

/**
 * Prometheus and Alertmanager, with the product's own files, around a process of the packaged
 * application: what goes wrong in the books wakes somebody.
 */
@Tag("faults")
@Tag("P10.2")
@RequiresPrometheus
class AlertsStory {

    private static final Path FILES = Path.of("src/main/monitoring");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Queue<String> pages = new ConcurrentLinkedQueue<>();
    private final List<Process> processes = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int prometheus = FreePorts.next();
    private final int alertmanager = FreePorts.next();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path folder;

    @Test
    void aLedgerThatLacksMoneyWakesSomebody() throws Exception {
        var pager = pager();
        try (var surroundings = new Surroundings();
                var node = Node.start(surroundings, Map.of())) {
            startAlertmanager(
                    pager.getAddress().getPort(), surroundings.mail().getSmtp().getPort());
            startPrometheus(node.managementPort());
            await().atMost(PATIENCE).until(() -> ask("query?query=up").contains("\"1\"]"));
            await().atMost(PATIENCE).until(() -> state("LedgerImbalance").equals("inactive"));
            assertThat(pages).isEmpty();

            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        takeMoneyFromTheLedger(surroundings);
                        return state("LedgerImbalance").equals("firing");
                    });

            await().atMost(PATIENCE).until(() -> !pages.isEmpty());
            assertThat(pages.peek())
                    .contains("The ledger lacks money")
                    .contains("runbook.md#ledgerimbalance");
            await().atMost(PATIENCE)
                    .until(() -> surroundings.mail().getReceivedMessages().length > 0);
            assertThat(surroundings.mail().getReceivedMessages()[0].getSubject())
                    .contains("LedgerImbalance");
        } finally {
            processes.forEach(Process::destroy);
            pager.stop(0);
            http.close();
        }
    }

    /** As the job that looks at the books would write it. */
    private static void takeMoneyFromTheLedger(Surroundings surroundings) {
        surroundings
                .database()
                .sql(
                        """
                        insert into money_figure (name, value, measured_at)
                        values ('ledger.imbalance', 350000, now())
                        on conflict (name) do update set value = excluded.value
                        """)
                .update();
    }

    private String state(String alert) throws IOException, InterruptedException {
        var groups = new JsonMapper().readTree(ask("rules?type=alert")).path("data").path("groups");
        for (var group : groups) {
            for (var rule : group.path("rules")) {
                if (rule.path("name").asString().equals(alert)
                        && rule.path("health").asString().equals("ok")) {
                    return rule.path("state").asString();
                }
            }
        }
        return "";
    }

    private String ask(String question) throws InterruptedException {
        var address = URI.create("http://127.0.0.1:" + prometheus + "/api/v1/" + question);
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            return "{}";
        }
    }

    private void startPrometheus(int node) throws IOException {
        Files.createDirectory(folder.resolve("rules"));
        for (var rules : List.of("rules/figures.yml", "rules/alerts.yml")) {
            Files.copy(FILES.resolve("prometheus").resolve(rules), folder.resolve(rules));
        }
        var configuration =
                Files.readString(FILES.resolve("prometheus/prometheus.yml"))
                        .replace("host.docker.internal:9090", "localhost:" + node)
                        .replace("alertmanager:9093", "localhost:" + alertmanager)
                        .replace("15s", "1s")
                        .replace("10s", "1s");
        start(
                "prometheus",
                "--config.file=" + write("prometheus.yml", configuration),
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=127.0.0.1:" + prometheus);
    }

    private void startAlertmanager(int pager, int mail) throws IOException {
        var configuration =
                Files.readString(FILES.resolve("alertmanager/alertmanager.yml"))
                        .replace("https://events.pagerduty.com", "http://127.0.0.1:" + pager)
                        .replace("host.docker.internal:3025", "127.0.0.1:" + mail)
                        .replace(
                                "/run/secrets/pagerduty_routing_key",
                                FILES.resolve("secrets/pagerduty_routing_key.example")
                                        .toAbsolutePath()
                                        .toString());
        start(
                "prometheus-alertmanager",
                "--config.file=" + write("alertmanager.yml", configuration),
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + alertmanager,
                "--cluster.listen-address=");
    }

    private HttpServer pager() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/v2/enqueue",
                exchange -> {
                    pages.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(202, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void start(String name, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(PrometheusTools.find(name).orElseThrow().toString()));
        command.addAll(Arrays.asList(arguments));
        processes.add(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start());
    }
}
