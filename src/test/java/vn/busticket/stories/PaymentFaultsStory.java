package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.busticket.sandbox.Payer;
import vn.busticket.sandbox.SandboxTransfer;
import vn.busticket.testing.WaitingBookings;

/**
 * Faults against processes of the packaged application while money comes in. After each of them
 * every payment has bought its seat, once, and the invariants are whole.
 */
@ExtendWith(FaultReport.class)
@Tag("faults")
@Tag("P3.5")
@Tag("P3.7")
class PaymentFaultsStory {

    private static final int ORDERS = 160;
    private static final Duration LOAD = Duration.ofSeconds(25);

    private final Random random = new Random(20_261_123);

    @Test
    void killedAtRandomMomentsWhileWebhooksComeIn() throws Exception {
        try (var site = FaultSite.open(1)) {
            var paying = site.pay(site.orders(ORDERS), LOAD);
            for (var death = 0; death < 3; death++) {
                pause(Duration.ofMillis(1_000 + random.nextInt(4_000)));
                site.killAndStartAgain(0);
            }
            paying.get();
            site.assertEveryPaymentBoughtItsSeat();
        }
    }

    @Test
    void theDatabaseIsRestartedAgainAndAgain() throws Exception {
        try (var site = FaultSite.open(1)) {
            var paying = site.pay(site.orders(ORDERS), LOAD);
            for (var restart = 0; restart < 3; restart++) {
                pause(Duration.ofMillis(1_000 + random.nextInt(4_000)));
                site.stopDatabase();
                site.startDatabase();
            }
            paying.get();
            site.assertEveryPaymentBoughtItsSeat();
        }
    }

    @Test
    void theDatabaseIsAwayForTwoMinutes() throws Exception {
        try (var site = FaultSite.open(1)) {
            var paying = site.pay(site.orders(ORDERS), LOAD);
            pause(Duration.ofSeconds(3));
            site.stopDatabase();
            pause(Duration.ofMinutes(2));
            site.startDatabase();
            paying.get();
            site.assertEveryPaymentBoughtItsSeat();
        }
    }

    @Test
    @Tag("P10.4")
    void theSameWebhookComesFiftyTimesToTwoNodes() throws Exception {
        try (var site = FaultSite.open(2)) {
            site.payos().loseWebhooks(true);
            for (var order : site.orders(40).subList(0, 10)) {
                var transfer = site.payos().pay(order);
                var body = site.payos().signedWebhook(site.payos().webhookData(order, transfer));
                var answers = atOnce(50, number -> () -> site.post(number % 2, body));
                assertThat(answers).filteredOn(answer -> answer.contains("processed")).hasSize(1);
                assertThat(answers)
                        .allMatch(answer ->
                                answer.contains("processed") || answer.contains("duplicate"));
            }
            site.assertEveryPaymentBoughtItsSeat();
        }
    }

    /** The rest of each price comes before its first part, a refusal before or after the money. */
    @Test
    @Tag("P3.4")
    @Tag("P10.4")
    void webhooksComeOutOfOrderToTwoNodes() throws Exception {
        try (var site = FaultSite.open(2)) {
            site.payos().loseWebhooks(true);
            var orders = site.orders(ORDERS);
            var bodies = new ArrayList<byte[]>();
            for (var order : orders) {
                var first = site.payos().payShort(order);
                var rest = site.payos().transfer(order, WaitingBookings.PRICE_VND - first.amount());
                bodies.addAll(
                        List.of(
                                webhook(site, order, rest),
                                refusal(site, order),
                                webhook(site, order, first),
                                webhook(site, order, rest)));
            }
            Collections.shuffle(bodies, random);
            var answers =
                    atOnce(
                            bodies.size(),
                            number -> () -> postUntilTaken(site, number % 2, bodies.get(number)));
            assertThat(answers)
                    .allMatch(answer ->
                            answer.contains("processed")
                                    || answer.contains("duplicate")
                                    || answer.contains("failure-noted"));
            site.assertEveryPaymentBoughtItsSeat();
            assertThat(
                            site.database()
                                    .sql("select count(*) from bank_transaction")
                                    .query(Long.class)
                                    .single())
                    .isEqualTo(2L * ORDERS);
        }
    }

    @Test
    @Tag("P10.4")
    void oneOfTwoNodesStandsStillForTwoMinutesAndGoesOn() throws Exception {
        try (var site = FaultSite.open(2)) {
            var paying = site.pay(site.orders(ORDERS), LOAD);
            pause(Duration.ofSeconds(3));
            site.suspend(0);
            pause(Duration.ofMinutes(2));
            site.resume(0);
            paying.get();
            site.assertEveryPaymentBoughtItsSeat();
        }
    }

    private static byte[] webhook(FaultSite site, long order, SandboxTransfer transfer) {
        return site.payos().signedWebhook(site.payos().webhookData(order, transfer));
    }

    /** The bank would not pay the first time. */
    private static byte[] refusal(FaultSite site, long order) {
        var nothing = new SandboxTransfer("-", 1, "", Clock.systemUTC().instant(), Payer.UNKNOWN);
        var data = site.payos().webhookData(order, nothing);
        data.put("code", "20");
        data.put("reference", "");
        return site.payos().signedWebhook(data);
    }

    /** As PayOS does: who is asked to call again does. */
    private static String postUntilTaken(FaultSite site, int node, byte[] body) throws Exception {
        var answer = site.post(node, body);
        while (answer.contains("busy") || answer.contains("unavailable")) {
            pause(Duration.ofMillis(200));
            answer = site.post(node, body);
        }
        return answer;
    }

    private interface Deed {
        Callable<String> of(int number);
    }

    private static List<String> atOnce(int times, Deed deed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new ArrayList<Future<String>>();
            for (var number = 0; number < times; number++) {
                begun.add(threads.submit(deed.of(number)));
            }
            threads.close();
            return begun.stream().map(Future::resultNow).toList();
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
