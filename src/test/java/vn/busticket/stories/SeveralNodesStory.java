package vn.busticket.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasAccessibleDescriptionOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.Cookie;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.busticket.testing.FreePorts;
import vn.busticket.testing.WaitingBookings;

/**
 * Three processes of the packaged application share one PostgreSQL behind a proxy that keeps people
 * at one of them, and go down and come back under load.
 */
@RequiresChromium
@ExtendWith(FaultReport.class)
@Tag("faults")
@Tag("P10.4")
class SeveralNodesStory {

    private static final String WEBHOOK = "/api/v1/payments/webhook";
    private static final int PORT = FreePorts.next();
    private static final int NODES = 3;
    private static final int ORDERS = 120;
    private static final int OVERDUE = 400;
    private static final int FORGERIES_ALLOWED = 60;
    private static final Duration LOAD = Duration.ofSeconds(60);
    private static final Duration STOPPING = Duration.ofSeconds(60);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private static final List<Node> ALL = new ArrayList<>();
    private static final Map<String, String> CHANGES = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // opened before all stories
    private static Shop shop;

    @SuppressWarnings("NullAway.Init") // opened before all stories
    private static Nginx proxy;

    @BeforeAll
    static void openAll() throws IOException, InterruptedException {
        CHANGES.put("APP_BASE_URL", "http://localhost:" + PORT);
        CHANGES.put("TRUSTED_PROXIES", "127.0.0.1");
        shop = Shop.open(CHANGES);
        ALL.add(shop.node());
        while (ALL.size() < NODES) {
            ALL.add(Node.start(shop.surroundings(), CHANGES));
        }
        openProxy();
        shop.surroundings().payos().setWebhookUrl(proxy.address() + WEBHOOK);
    }

    private static void openProxy() throws IOException, InterruptedException {
        proxy = Nginx.inFrontOf(PORT, ALL.stream().map(Node::port).toList());
    }

    @AfterAll
    static void closeAll() {
        proxy.close();
        ALL.forEach(Node::close);
        shop.close();
    }

    @Test
    @Tag("P2.4")
    void everyMapOnEveryNodeShowsWhatOneTook() {
        var trip = Purchase.trip(shop, 7);
        try (var first = at(0);
                var second = at(1);
                var third = at(2)) {
            for (var person : List.of(first, second, third)) {
                person.open("/trips/" + trip);
                assertThat(person.seat("A01")).isVisible();
            }
            first.takeSeats(List.of("A01"));
            for (var person : List.of(second, third)) {
                assertThat(person.seat("A01"))
                        .hasAccessibleDescription(
                                Pattern.compile("^Held"),
                                new HasAccessibleDescriptionOptions().setTimeout(2_000));
            }
        }
    }

    @Test
    @Tag("P3.10")
    void aLimitCountsWhatComesToAnyNode() throws IOException, InterruptedException {
        var codes = new ArrayList<Integer>();
        try (var http = HttpClient.newHttpClient()) {
            for (var call = 0; call < FORGERIES_ALLOWED + NODES; call++) {
                var request =
                        HttpRequest.newBuilder(URI.create(proxy.address() + WEBHOOK))
                                .header("Content-Type", "application/json")
                                .header("Cookie", Nginx.COOKIE + "=" + Nginx.name(call % NODES))
                                .header("X-Forwarded-For", "203.0.113.7")
                                .POST(
                                        BodyPublishers.ofString(
                                                """
                                                {"code":"00","desc":"success","success":true,
                                                 "data":{"orderCode":1,"amount":1},"signature":"00"}
                                                """))
                                .build();
                codes.add(http.send(request, BodyHandlers.discarding()).statusCode());
            }
        }
        assertThat(codes.subList(0, FORGERIES_ALLOWED)).containsOnly(401);
        assertThat(codes).endsWith(429);
    }

    @Test
    @Tag("P4.2")
    void whatIsDueIsDoneOnceByWhicheverNode() throws InterruptedException, MessagingException {
        var surroundings = shop.surroundings();
        var mailsBefore = surroundings.mail().getReceivedMessages().length;
        new WaitingBookings(surroundings.database())
                .unpaid(OVERDUE, Clock.systemUTC().instant().minus(Duration.ofHours(1)));
        var expired =
                surroundings
                        .database()
                        .sql("select count(*) from booking_history where event = 'EXPIRED'")
                        .query(Integer.class);
        Mailbox.waitUntil(() -> expired.single() >= OVERDUE, STOPPING);
        assertThat(expired.single()).isEqualTo(OVERDUE);
        var aftermath = new Aftermath(surroundings);
        aftermath.awaitMessages();
        assertThat(mailsSince(mailsBefore)).hasSize(OVERDUE).doesNotHaveDuplicates();
        assertThat(expired.single()).isEqualTo(OVERDUE);
        aftermath.assertInvariants();
    }

    @Test
    @Tag("P2.3")
    @Tag("P3.3")
    void whoseNodeDiesGoesOnAtTheSameStep() throws IOException, InterruptedException {
        var trip = Purchase.trip(shop, 8);
        try (var choosing = at(1);
                var typing = at(1);
                var paying = at(1)) {
            choosing.open("/trips/" + trip);
            choosing.seat("A01").click();
            assertThat(choosing.seat("A01")).hasAttribute("aria-pressed", "true");
            var typed = new Purchase(shop, typing, trip, "typing@mail.example", List.of("A02"));
            typed.fillIn().awaitDraft();
            var paid = new Purchase(shop, paying, trip, "paying@mail.example", List.of("A03"));
            paid.toPayment();

            ALL.get(1).kill();
            shop.surroundings().payos().pay(paid.orderCode());

            assertThat(paying.heading("paid")).isVisible(patiently());
            assertThat(nodeOf(paying)).isNotEqualTo(Nginx.name(1));
            typing.page().reload();
            assertThat(typing.field("name")).hasValue("Lê Thị Hoa");
            assertThat(typing.field("email")).hasValue("typing@mail.example");
            assertThat(typing.field("passengerForSeat")).hasValue("Lê Thị Hoa");
            typing.goToPayment();
            shop.surroundings().payos().pay(typed.orderCode());
            assertThat(typing.heading("paid")).isVisible(patiently());
            choosing.page().reload();
            choosing.seat("A01").waitFor();
            if (!"true".equals(choosing.seat("A01").getAttribute("aria-pressed"))) {
                choosing.seat("A01").click();
            }
            choosing.button("continue").click();
            choosing.page().waitForURL(Pattern.compile(".*/checkout/.*"));
        } finally {
            startAgain(1);
        }
        new Aftermath(shop.surroundings()).assertEveryPaymentBoughtItsSeat();
    }

    @Test
    @Tag("P3.3")
    void everySocketIsCutWhileMoneyComes() throws IOException, InterruptedException {
        var trip = Purchase.trip(shop, 8);
        try (var paying = at(2)) {
            var paid = new Purchase(shop, paying, trip, "cut@mail.example", List.of("A04"));
            paid.toPayment();
            proxy.close();
            shop.surroundings().payos().pay(paid.orderCode());
            rest(AWAY);
            openProxy();
            assertThat(paying.heading("paid")).isVisible(patiently());
        }
        new Aftermath(shop.surroundings()).assertEveryPaymentBoughtItsSeat();
    }

    @Test
    @Tag("P10.3")
    @Tag("P6.3")
    void aRollingRestartLosesNoPaymentMessageOrHold()
            throws IOException, InterruptedException, MessagingException {
        var surroundings = shop.surroundings();
        var payos = surroundings.payos();
        var trip = Purchase.trip(shop, 9);
        var orders = WaitingOrders.make(surroundings, ORDERS);
        var mailsBefore = surroundings.mail().getReceivedMessages().length;
        var over = new AtomicBoolean();
        try (var typing = at(0)) {
            var typed = new Purchase(shop, typing, trip, "rolling@mail.example", List.of("A02"));
            typed.fillIn().awaitDraft();
            var paying =
                    Thread.ofVirtual()
                            .start(() -> {
                                for (var order : orders) {
                                    payos.pay(order);
                                    rest(LOAD.dividedBy(ORDERS));
                                }
                                over.set(true);
                            });
            for (var node = 0; node < NODES; node++) {
                ALL.get(node).signal("TERM");
                ALL.get(node).awaitEnd(STOPPING);
                startAgain(node);
            }
            paying.join();
            assertThat(over).isTrue();
            typing.page().reload();
            assertThat(typing.field("name")).hasValue("Lê Thị Hoa");
            typing.goToPayment();
            payos.pay(typed.orderCode());
            assertThat(typing.heading("paid")).isVisible(patiently());
        }
        var aftermath = new Aftermath(surroundings);
        aftermath.assertEveryPaymentBoughtItsSeat();
        aftermath.awaitMessages();
        assertThat(mailsSince(mailsBefore)).hasSize(2 * (ORDERS + 1)).doesNotHaveDuplicates();
    }

    private static List<String> mailsSince(int before) throws MessagingException {
        var ids = new ArrayList<String>();
        var mails = shop.surroundings().mail().getReceivedMessages();
        for (var number = before; number < mails.length; number++) {
            ids.add(mails[number].getMessageID());
        }
        return ids;
    }

    /** A person whom the proxy keeps at that process. */
    private static Passenger at(int node) {
        var person = shop.passengerAt(proxy.address(), Words.ENGLISH);
        person.page()
                .context()
                .addCookies(
                        List.of(
                                new Cookie(Nginx.COOKIE, Nginx.name(node))
                                        .setUrl(proxy.address())));
        return person;
    }

    private static String nodeOf(Passenger person) {
        return person.page().context().cookies(proxy.address()).stream()
                .filter(cookie -> cookie.name.equals(Nginx.COOKIE))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static void startAgain(int node) throws IOException, InterruptedException {
        ALL.set(node, Node.start(shop.surroundings(), CHANGES, ALL.get(node).port()));
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process that took somebody over is asked anew by the page, after a pause. */
    private static IsVisibleOptions patiently() {
        return new IsVisibleOptions().setTimeout(60_000);
    }
}
