package vn.busticket.payments.payos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.payments.PaymentsTest;

/** More webhooks than can be answered soon are asked to come again, and lose nothing by it. */
@Tag("P3.4")
class WebhookGateTest extends PaymentsTest {

    @Autowired private WebhookGate gate;

    @Test
    void whoFindsItFullIsAskedToComeAgainAndNothingIsStored() {
        SANDBOX.loseWebhooks(true);
        var attempt = started(somethingToPay());
        var transfer = SANDBOX.pay(attempt.orderCode());
        var body = SANDBOX.signedWebhook(SANDBOX.webhookData(attempt.orderCode(), transfer));
        var before = transactions();
        fill();
        try {
            var answer = post(body);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/json");
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"code\":\"busy\",\"message\":\"Too many at once; please send this again.\"}");
            assertThat(transactions()).isEqualTo(before);
            assertThat(elsewhere()).as("only the webhook's door is full").isNotEqualTo(503);
        } finally {
            empty();
        }
        assertThat(post(body).body()).contains("processed");
        assertThat(transactions()).isEqualTo(before + 1);
    }

    @Test
    void everyCallGivesItsPlaceBackWhateverBecomesOfIt() {
        for (var call = 0; call < WebhookGate.PLACES + 1; call++) {
            assertThat(post(new byte[] {'{'}).statusCode()).isIn(400, 429);
        }
        fill();
        empty();
    }

    @Test
    void thoseInsideAreAtWorkAFewAtATimeAndEveryoneHasTheirTurn() throws Exception {
        var working = new AtomicInteger();
        var mostWorking = new AtomicInteger();
        Callable<Integer> visitor =
                () ->
                        gate.inTurn(() -> {
                            mostWorking.accumulateAndGet(working.incrementAndGet(), Math::max);
                            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                            return working.decrementAndGet();
                        });
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = visitors.invokeAll(Collections.nCopies(WebhookGate.PLACES, visitor));
            assertThat(done)
                    .hasSize(WebhookGate.PLACES)
                    .allMatch(visit -> visit.state() == Future.State.SUCCESS);
        }
        assertThat(mostWorking.get()).isBetween(2, WebhookGate.MOST_AT_WORK);
    }

    @Test
    void whoFailsAtWorkLeavesTheirTurnToTheNext() {
        for (var visit = 0; visit <= WebhookGate.MOST_AT_WORK; visit++) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            gate.inTurn(() -> {
                                throw new IllegalStateException("broken off");
                            }));
        }
    }

    private void fill() {
        for (var place = 0; place < WebhookGate.PLACES; place++) {
            assertThat(gate.enter()).isTrue();
        }
        assertThat(gate.enter()).isFalse();
    }

    private void empty() {
        for (var place = 0; place < WebhookGate.PLACES; place++) {
            gate.leave();
        }
    }

    private long transactions() {
        return database.sql("select count(*) from bank_transaction").query(Long.class).single();
    }

    private int elsewhere() {
        return send(HttpRequest.newBuilder(URI.create(address() + "/api/v1/payments"))
                        .POST(BodyPublishers.noBody())
                        .build())
                .statusCode();
    }
}
