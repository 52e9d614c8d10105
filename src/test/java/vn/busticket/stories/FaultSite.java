package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.testing.FreePorts;
import vn.busticket.testing.Invariants;

/**
 * An installation whose parts can be broken: a PostgreSQL of its own, some processes of the
 * packaged application, a PayOS sandbox, and buyers who pay.
 */
final class FaultSite implements AutoCloseable {

    private static final String WEBHOOK = "/api/v1/payments/webhook";
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(150);

    private final Path data = Files.createTempDirectory("busticket-faults-");
    private final int databasePort = FreePorts.next();
    private EmbeddedPostgres database = start();
    private final Surroundings surroundings;
    private final List<Node> nodes = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private FaultSite() throws IOException, SQLException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database shop");
        }
        surroundings = new Surroundings(database.getJdbcUrl("postgres", "shop"));
    }

    /** Opens one with that many processes; webhooks go to the first. */
    static FaultSite open(int processes) throws IOException, InterruptedException, SQLException {
        var site = new FaultSite();
        for (var process = 0; process < processes; process++) {
            site.nodes.add(Node.start(site.surroundings, Map.of()));
        }
        site.payos().setWebhookUrl(site.nodes.getFirst().address() + WEBHOOK);
        return site;
    }

    PayosSandbox payos() {
        return surroundings.payos();
    }

    /** Bookings that wait for their money, each with its link at the gateway. */
    List<Long> orders(int count) {
        return WaitingOrders.make(surroundings, count);
    }

    /** Pays them all, spread over a time, while the caller goes on. */
    Future<?> pay(List<Long> orders, Duration time) {
        var pause = time.dividedBy(orders.size());
        var payer = Executors.newSingleThreadExecutor();
        var paying =
                payer.submit(() -> {
                    for (var order : orders) {
                        payos().pay(order);
                        Thread.sleep(pause);
                    }
                    return true;
                });
        payer.shutdown();
        return paying;
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

    void killAndStartAgain(int node) throws IOException, InterruptedException {
        kill(node);
        startAgain(node);
    }

    void kill(int node) throws InterruptedException {
        nodes.get(node).kill();
    }

    /** Starts one that was killed. */
    void startAgain(int node) throws IOException, InterruptedException {
        nodes.set(node, Node.start(surroundings, Map.of(), nodes.get(node).port()));
    }

    void suspend(int node) throws IOException, InterruptedException {
        nodes.get(node).signal("STOP");
    }

    void resume(int node) throws IOException, InterruptedException {
        nodes.get(node).signal("CONT");
    }

    void stopDatabase() throws IOException {
        database.close();
    }

    void startDatabase() throws IOException {
        database = start();
    }

    /** Waits until all is at rest, then looks at every row. */
    void assertEveryPaymentBoughtItsSeat() throws InterruptedException {
        Mailbox.waitUntil(() -> confirmed() == expected(), LONGEST_RECOVERY);
        assertThat(confirmed()).isEqualTo(expected()).isPositive();
        assertThat(
                        one(
                                """
                                select count(*) from bank_transaction where settled_at is null
                                """))
                .isZero();
        assertThat(one("select count(*) from booking_history where event = 'CONFIRMED'"))
                .isEqualTo(expected());
        assertThat(one("select count(*) from ticket")).isEqualTo(expected());
        assertThat(
                        one(
                                "select count(*) from notification where kind in ('CONFIRMATION', 'RECEIPT')"))
                .isEqualTo(2 * expected());
        Invariants.checkAtRest(surroundings.database(), Clock.systemUTC().instant());
    }

    private long expected() {
        return payos().links().stream().filter(link -> link.amountPaid() > 0).count();
    }

    private long confirmed() {
        return one("select count(*) from booking where state = 'CONFIRMED'");
    }

    private long one(String sql) {
        return surroundings.database().sql(sql).query(Long.class).single();
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
