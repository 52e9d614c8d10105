package vn.busticket.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.busticket.testing.SettableClock;
import vn.payos.PayOS;
import vn.payos.exception.APIException;
import vn.payos.exception.InvalidSignatureException;
import vn.payos.exception.UnauthorizedException;
import vn.payos.model.v1.payouts.GetPayoutListParams;
import vn.payos.model.v1.payouts.Payout;
import vn.payos.model.v1.payouts.PayoutRequests;
import vn.payos.model.v1.payouts.PayoutTransactionState;

/** Payouts as the official SDK makes and reads them. */
@Tag("P3.8")
class PayoutsTest {

    private static final Instant START = Instant.parse("2026-11-23T03:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final PayosSandbox sandbox =
            PayosSandbox.start(SandboxSettings.defaults().withClock(clock));
    private final PayOS payos = client(sandbox, PayoutKeys.FAKE.checksumKey());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void areMadeReadAndFound() {
        var made = pay("R1", "key-1", "0071001234567");
        assertThat(stateOf(made)).isEqualTo(PayoutTransactionState.RECEIVED);
        assertThat(payos.payouts().get(made.getId())).isEqualTo(made);
        assertThat(found("R1")).containsExactly(made);
        assertThat(found("R2")).isEmpty();
    }

    @Test
    void arePaidAsTimeGoesBy() {
        var made = pay("R1", "key-1", "0071001234567");
        clock.set(START.plusSeconds(3));
        assertThat(stateOf(again(made))).isEqualTo(PayoutTransactionState.PROCESSING);
        clock.set(START.plusSeconds(6));
        assertThat(stateOf(again(made))).isEqualTo(PayoutTransactionState.SUCCEEDED);
        sandbox.payouts().become("R1", PayoutState.REVERSED, "BANK");
        assertThat(stateOf(again(made))).isEqualTo(PayoutTransactionState.REVERSED);
        assertThat(again(made).getTransactions().getFirst().getErrorCode()).isEqualTo("BANK");
    }

    @Test
    void followTheAccountsLastDigits() {
        var failing = pay("R1", "key-1", "0071001234999");
        var held = pay("R2", "key-2", "0071001234998");
        var returning = pay("R3", "key-3", "0071001234997");
        clock.advance(Duration.ofSeconds(6));
        assertThat(stateOf(again(failing))).isEqualTo(PayoutTransactionState.FAILED);
        assertThat(stateOf(again(held))).isEqualTo(PayoutTransactionState.ON_HOLD);
        assertThat(stateOf(again(returning))).isEqualTo(PayoutTransactionState.SUCCEEDED);
        clock.advance(Duration.ofHours(2));
        assertThat(stateOf(again(returning))).isEqualTo(PayoutTransactionState.REVERSED);
    }

    @Test
    void areMadeOnceForEachKeyAndReference() {
        var made = pay("R1", "key-1", "0071001234567");
        assertThat(pay("R1", "key-1", "0071001234567")).isEqualTo(made);
        assertThatThrownBy(() -> pay("R1", "key-1", "9999999999")).isInstanceOf(APIException.class);
        assertThatThrownBy(() -> pay("R1", "key-2", "0071001234567"))
                .isInstanceOf(APIException.class);
        assertThat(sandbox.payouts().all()).hasSize(1);
    }

    @Test
    void haveCredentialsOfTheirOwn() {
        var links = SdkClient.of(sandbox);
        assertThatThrownBy(() -> links.payouts().get("x"))
                .isInstanceOf(UnauthorizedException.class);
        var wrongKey = client(sandbox, "another-checksum-key");
        assertThatThrownBy(() -> wrongKey.payouts().create(request("R1", "0071001234567"), "k"))
                .isInstanceOfSatisfying(
                        APIException.class,
                        refusal -> assertThat(refusal.getErrorCode()).contains("201"));
        pay("R1", "key-1", "0071001234567");
        assertThatThrownBy(() -> wrongKey.payouts().list(GetPayoutListParams.builder().build()))
                .isInstanceOf(InvalidSignatureException.class);
    }

    @Test
    void areKeptOverARestart(@TempDir Path folder) {
        var settings = SandboxSettings.defaults().withStateFile(folder.resolve("state.json"));
        Payout made;
        try (var first = PayosSandbox.start(settings)) {
            made =
                    client(first, PayoutKeys.FAKE.checksumKey())
                            .payouts()
                            .create(request("R1", "0071001234567"), "key-1");
        }
        try (var second = PayosSandbox.start(settings)) {
            var repeated =
                    client(second, PayoutKeys.FAKE.checksumKey())
                            .payouts()
                            .create(request("R1", "0071001234567"), "key-1");
            assertThat(repeated.getId()).isEqualTo(made.getId());
            assertThat(second.payouts().all()).hasSize(1);
        }
    }

    private Payout pay(String reference, String key, String account) {
        return payos.payouts().create(request(reference, account), key);
    }

    private Payout again(Payout payout) {
        return payos.payouts().get(payout.getId());
    }

    private List<Payout> found(String reference) {
        return payos.payouts()
                .list(GetPayoutListParams.builder().referenceId(reference).build())
                .getItems();
    }

    private static PayoutTransactionState stateOf(Payout payout) {
        return payout.getTransactions().getFirst().getState();
    }

    private static PayoutRequests request(String reference, String account) {
        return PayoutRequests.builder()
                .referenceId(reference)
                .amount(150_000L)
                .description("HOAN TIEN VE 1")
                .toBin("970436")
                .toAccountNumber(account)
                .category(List.of("refund"))
                .build();
    }

    private static PayOS client(PayosSandbox sandbox, String checksumKey) {
        return SdkClient.at(
                sandbox.baseUrl(),
                PayoutKeys.FAKE.clientId(),
                PayoutKeys.FAKE.apiKey(),
                checksumKey);
    }
}
