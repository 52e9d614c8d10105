package vn.busticket.stories;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.testing.FreePorts;

/**
 * An installation whose parts can be broken: a PostgreSQL of its own, some processes of the
 * packaged application, a PayOS sandbox, and buyers who pay.
 */
final class FaultSite implements AutoCloseable {

    private static final String WEBHOOK = "/api/v1/payments/webhook";

    private final Path data = Files.createTempDirectory("busticket-faults-");
    private final int databasePort = FreePorts.next();
    private EmbeddedPostgres database = start();
    private final Surroundings surroundings;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Map<String, String>> changes;
    private final HttpClient http = HttpClient.newHttpClient();

    private FaultSite(List<Map<String, String>> changes) throws IOException, SQLException {
        this.changes = changes;
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database shop");
        }
        surroundings = new Surroundings(database.getJdbcUrl("postgres", "shop"));
    }

    /** Opens one with that many processes; webhooks go to the first. */
    static FaultSite open(int processes) throws IOException, InterruptedException, SQLException {
        return open(processes, Map.of());
    }

    /** The same with other settings. */
    static FaultSite open(int processes, Map<String, String> changes)
            throws IOException, InterruptedException, SQLException {
        return open(Collections.nCopies(processes, changes));
    }

    /** A process for each of these settings. */
    static FaultSite open(List<Map<String, String>> changes)
            throws IOException, InterruptedException, SQLException {
        var site = new FaultSite(changes);
        for (var ofOne : changes) {
            site.nodes.add(Node.start(site.surroundings, ofOne));
        }
        site.callFromNowOn(0);
        return site;
    }

    /** Webhooks go to that process. */
    void callFromNowOn(int node) {
        payos().setWebhookUrl(nodes.get(node).address() + WEBHOOK);
    }

    PayosSandbox payos() {
        return surroundings.payos();
    }

    /** Bookings that wait for their money, each with its link at the gateway. */
    List<Long> orders(int count) {
        return WaitingOrders.make(surroundings, count);
    }

    /** The same, placed then. */
    List<Long> orders(int count, Instant placed) {
        return WaitingOrders.make(surroundings, count, placed);
    }

    /** Pays them all, spread over a time, while the caller goes on. */
    Future<?> pay(List<Long> orders, Duration time) {
        return spread(
                orders.stream().map(order -> (Runnable) () -> payos().pay(order)).toList(), time);
    }

    /** Does them all in turn, spread over a time, while the caller goes on. */
    Future<?> spread(List<Runnable> deeds, Duration time) {
        var pause = time.dividedBy(deeds.size());
        var doer = Executors.newSingleThreadExecutor();
        var doing =
                doer.submit(() -> {
                    for (var deed : deeds) {
                        deed.run();
                        Thread.sleep(pause);
                    }
                    return true;
                });
        doer.shutdown();
        return doing;
    }

    /** Posts a webhook to one of the processes; its answer. */
    String post(int node, byte[] body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(nodes.get(node).address() + WEBHOOK))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** Plain SQL on its database. */
    JdbcClient database() {
        return surroundings.database();
    }

    /** How often that has happened to a booking. */
    long times(String event) {
        return database()
                .sql("select count(*) from booking_history where event = :event")
                .param("event", event)
                .query(Long.class)
                .single();
    }

    void killAndStartAgain(int node) throws IOException, InterruptedException {
        kill(node);
        startAgain(node);
    }

    void kill(int node) throws InterruptedException {
        nodes.get(node).kill();
    }

    /** Starts one that was killed. */
    void startAgain(int node) throws IOException, InterruptedException {
        nodes.set(node, Node.start(surroundings, changes.get(node), nodes.get(node).port()));
    }

    void suspend(int node) throws IOException, InterruptedException {
        nodes.get(node).signal("STOP");
    }

    void resume(int node) throws IOException, InterruptedException {
        nodes.get(node).signal("CONT");
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Node node(int number) {
        return nodes.get(number);
    }

    void stopDatabase() throws IOException {
        database.close();
    }

    void startDatabase() throws IOException {
        database = start();
    }

    /** Waits until all is at rest, then looks at every row. */
    void assertEveryPaymentBoughtItsSeat() throws InterruptedException {
        new Aftermath(surroundings).assertEveryPaymentBoughtItsSeat();
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(databasePort)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .start();
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::close);
        http.close();
        surroundings.close();
        database.close();
    }
}
