package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.testing.ApplicationTest;

/** What SendGrid keeps about returned mail, asked over HTTP. */
@Tag("P6.5")
class SendgridListsTest extends ApplicationTest {

    private static final String KEY = "SG.only-for-tests";

    @Autowired private SendgridMarks marks;
    @Autowired private Suppressions suppressions;

    private final Map<String, List<Entry>> lists = new ConcurrentHashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private int status = 200;
    private HttpServer server;
    private SendgridLists sendgrid;

    private record Entry(long created, String email, String status) {

        String json() {
            return "{\"created\":%d,\"email\":\"%s\",\"reason\":\"550 no such user\",\"status\":\"%s\"}"
                    .formatted(created, email, status);
        }
    }

    @BeforeEach
    void startSendgrid() throws IOException {
        database.sql("delete from suppression_source_mark").update();
        database.sql("delete from suppression").update();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v3/suppression/", this::answer);
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        sendgrid =
                new SendgridLists(
                        new SendgridClient(new BounceProperties("", KEY, address)), marks, clock);
    }

    @AfterEach
    void stopSendgrid() {
        server.stop(0);
    }

    @Test
    void eachListHasItsConsequence() {
        put("bounces", 3_600, "gone@example.vn", "5.1.1");
        put("bounces", 3_600, "full@example.vn", "4.2.2");
        put("blocks", 3_600, "blocked@example.vn", "5.7.1");
        put("invalid_emails", 3_600, "invalid@example.vn", "");
        put("spam_reports", 3_600, "Angry@Example.vn", "");

        sendgrid.read();

        assertThat(reason("gone@example.vn")).isEqualTo(SuppressionReason.BOUNCED);
        assertThat(reason("invalid@example.vn")).isEqualTo(SuppressionReason.INVALID);
        assertThat(reason("angry@example.vn")).isEqualTo(SuppressionReason.COMPLAINED);
        assertThat(suppressions.find("full@example.vn")).isEmpty();
        assertThat(suppressions.find("blocked@example.vn")).isEmpty();
    }

    @Test
    void whatWasReadIsNotCountedAgainAndWhatIsNewIs() {
        put("bounces", 3_600, "gone@example.vn", "5.1.1");
        sendgrid.read();
        clock.advance(Duration.ofMinutes(5));
        put("bounces", 120, "later@example.vn", "5.1.1");
        put("bounces", 30, "too-young@example.vn", "5.1.1");

        sendgrid.read();
        sendgrid.read();

        assertThat(suppressions.find("gone@example.vn").orElseThrow().count()).isEqualTo(1);
        assertThat(suppressions.find("later@example.vn").orElseThrow().count()).isEqualTo(1);
        assertThat(suppressions.find("too-young@example.vn")).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        sendgrid.read();
        assertThat(suppressions.find("too-young@example.vn").orElseThrow().count()).isEqualTo(1);
    }

    @Test
    void longListsAreReadPageByPage() {
        IntStream.range(0, 2 * SendgridClient.ROWS_ON_A_PAGE + 1)
                .forEach(number -> put("bounces", 3_600, "gone" + number + "@example.vn", "5.1.1"));

        sendgrid.read();

        assertThat(suppressions.count("gone")).isEqualTo(2 * SendgridClient.ROWS_ON_A_PAGE + 1);
        assertThat(calls.stream().filter(call -> call.startsWith("GET /v3/suppression/bounces")))
                .hasSize(3);
    }

    @Test
    void whatFailedIsAskedAgainTheNextTime() {
        put("bounces", 3_600, "gone@example.vn", "5.1.1");
        status = 500;
        sendgrid.read();
        assertThat(suppressions.find("gone@example.vn")).isEmpty();

        status = 200;
        sendgrid.read();
        assertThat(suppressions.find("gone@example.vn")).isPresent();
    }

    @Test
    void whatStaffAllowAgainSendgridForgetsToo() {
        put("bounces", 3_600, "gone@example.vn", "5.1.1");
        sendgrid.read();
        suppressions.lift("gone@example.vn", new AccountId(1), "Hộp thư đã mở lại");
        calls.clear();

        sendgrid.read();

        assertThat(calls).contains("DELETE /v3/suppression/bounces/gone@example.vn");
        assertThat(suppressions.find("gone@example.vn")).isEmpty();
        assertThat(marks.lifted()).isEmpty();
    }

    private SuppressionReason reason(String address) {
        return suppressions.find(address).orElseThrow().reason();
    }

    private void put(String list, long secondsAgo, String email, String status) {
        lists.computeIfAbsent(list, unused -> new ArrayList<>())
                .add(new Entry(clock.instant().getEpochSecond() - secondsAgo, email, status));
    }

    private void answer(HttpExchange call) throws IOException {
        var uri = call.getRequestURI();
        calls.add(call.getRequestMethod() + " " + uri.getPath());
        var isKnown = ("Bearer " + KEY).equals(call.getRequestHeaders().getFirst("Authorization"));
        if (!isKnown || status != 200) {
            call.sendResponseHeaders(isKnown ? status : 401, -1);
        } else if (call.getRequestMethod().equals("DELETE")) {
            call.sendResponseHeaders(uri.getPath().contains("/bounces/") ? 204 : 404, -1);
        } else {
            var body = page(uri).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
        }
        call.close();
    }

    private String page(URI uri) {
        var asked =
                List.of(uri.getQuery().split("&")).stream()
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
        var list = uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
        return lists.getOrDefault(list, List.of()).stream()
                .filter(entry ->
                        entry.created() >= asked.getOrDefault("start_time", 0L)
                                && entry.created() <= asked.getOrDefault("end_time", 0L))
                .skip(asked.getOrDefault("offset", 0L))
                .limit(asked.getOrDefault("limit", 0L))
                .map(Entry::json)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
