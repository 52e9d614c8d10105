package vn.busticket.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.payos.PayOS;
import vn.payos.exception.BadRequestException;
import vn.payos.exception.WebhookException;
import vn.payos.model.webhooks.WebhookData;

/** Webhooks: what they say, and how they come when the road is bad. */
@Tag("P3.4")
class WebhooksTest {

    private final MerchantServer merchant = new MerchantServer();
    private final PayosSandbox sandbox =
            PayosSandbox.start(
                    SandboxSettings.defaults()
                            .withWebhookUrl(merchant.url())
                            .withWebhookRetries(
                                    Duration.ofSeconds(2),
                                    Duration.ofMillis(20),
                                    Duration.ofMillis(20)));
    private final PayOS payos = SdkClient.of(sandbox);

    WebhooksTest() throws IOException {}

    @BeforeEach
    void createLink() {
        payos.paymentRequests().create(SdkClient.request(77).build());
    }

    @AfterEach
    void stop() {
        sandbox.close();
        merchant.close();
    }

    @Test
    void tellOfATransferUnderASignatureThatTheSdkAccepts() throws InterruptedException {
        SandboxTransfer transfer = sandbox.pay(77);

        WebhookData data = payos.webhooks().verify(merchant.next());
        assertThat(data.getOrderCode()).isEqualTo(77);
        assertThat(data.getAmount()).isEqualTo(250_000);
        assertThat(data.getReference())
                .isEqualTo(transfer.reference())
                .matches("FT\\d{5}[0-9A-Z]{9}");
        assertThat(data.getCode()).isEqualTo("00");
        assertThat(data.getPaymentLinkId()).isEqualTo(sandbox.link(77).id());
    }

    @Test
    void comeAgainUntilTheyAreTaken() throws InterruptedException {
        merchant.answerNext(500, 404);
        SandboxTransfer transfer = sandbox.pay(77);

        assertThat(List.of(merchant.next(), merchant.next())).containsOnly(merchant.next());
        await().untilAsserted(() ->
                assertThat(delivery(transfer).state()).isEqualTo(WebhookDelivery.State.DELIVERED));
        assertThat(delivery(transfer).tries())
                .extracting(WebhookDelivery.Try::httpStatus)
                .containsExactly(500, 404, 200);
    }

    @Test
    void giveUpAfterTheLastTry() {
        merchant.answerNext(503, 503, 503);
        SandboxTransfer transfer = sandbox.pay(77);

        await().untilAsserted(() ->
                assertThat(delivery(transfer).state()).isEqualTo(WebhookDelivery.State.GIVEN_UP));
        assertThat(merchant.seen()).hasSize(3);
    }

    @Test
    void canBeLost() throws InterruptedException {
        sandbox.loseWebhooks(true);
        SandboxTransfer lost = sandbox.pay(77);
        sandbox.loseWebhooks(false);
        SandboxTransfer sent = sandbox.pay(77);

        assertThat(merchant.next()).contains(sent.reference());
        assertThat(delivery(lost).state()).isEqualTo(WebhookDelivery.State.LOST);
    }

    @Test
    void canBeHeldAndReversed() throws InterruptedException {
        sandbox.webhooks().hold();
        SandboxTransfer first = sandbox.pay(77);
        SandboxTransfer second = sandbox.pay(77);
        assertThat(merchant.seen()).isEmpty();

        sandbox.webhooks().releaseReversed();

        assertThat(merchant.next()).contains(second.reference());
        assertThat(merchant.next()).contains(first.reference());
    }

    @Test
    void canBeDoubledAndReplayed() throws InterruptedException {
        sandbox.webhooks().duplicate(3);
        SandboxTransfer transfer = sandbox.pay(77);
        String body = merchant.next();
        assertThat(List.of(merchant.next(), merchant.next())).containsOnly(body);

        sandbox.webhooks().replay(delivery(transfer).id());

        assertThat(merchant.next()).isEqualTo(body);
        assertThat(sandbox.webhooks().deliveriesOf(transfer.reference())).hasSize(4);
    }

    @Test
    void canBeForged() {
        Map<String, @Nullable Object> data = sandbox.webhookData(77, sandbox.pay(77));
        data.put("amount", 1L);

        assertThat(payos.webhooks().verify(text(sandbox.signedWebhook(data))).getAmount())
                .isEqualTo(1);
        assertThatThrownBy(() ->
                        payos.webhooks()
                                .verify(text(sandbox.webhookSignedAs(data, "f".repeat(64)))))
                .isInstanceOf(WebhookException.class);
    }

    @Test
    void tellOfARefusedPayment() throws InterruptedException {
        sandbox.refuse(77, "02", "Tài khoản không đủ số dư");

        WebhookData data = payos.webhooks().verify(merchant.next());
        assertThat(data.getCode()).isEqualTo("02");
        assertThat(data.getDesc()).isEqualTo("Tài khoản không đủ số dư");
        assertThat(sandbox.link(77).amountPaid()).isZero();
        assertThat(sandbox.link(77).status()).isEqualTo(LinkStatus.FAILED);
    }

    @Test
    void ofARefusedPaymentChangeNothingOnceTheLinkIsPaid() throws InterruptedException {
        sandbox.refuse(77, "02", "Tài khoản không đủ số dư");
        sandbox.pay(77);
        sandbox.refuse(77, "02", "Tài khoản không đủ số dư");

        assertThat(List.of(merchant.next(), merchant.next(), merchant.next())).hasSize(3);
        assertThat(sandbox.link(77).status()).isEqualTo(LinkStatus.PAID);
    }

    @Test
    void areNotSentForACancelledLink() {
        assertThat(sandbox.cancel(77)).isTrue();
        assertThat(sandbox.cancel(77)).isFalse();
        assertThat(sandbox.deliveries()).isEmpty();
    }

    @Test
    void goToAConfirmedAddressOnly() throws InterruptedException {
        assertThat(payos.webhooks().confirm(merchant.url()).getAccountName())
                .isEqualTo("CONG TY BUSTICKET");
        WebhookData sample = payos.webhooks().verify(merchant.next());
        assertThat(sample.getOrderCode()).isEqualTo(123);
        assertThat(sample.getReference()).isEqualTo("TF230204212323");

        assertThatThrownBy(
                        () -> payos.webhooks().confirm(merchant.url().replace("/hook", "/nothing")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Request failed with status code 404");
        assertThat(sandbox.webhooks().url()).contains(merchant.url());
    }

    private WebhookDelivery delivery(SandboxTransfer transfer) {
        return sandbox.webhooks().deliveriesOf(transfer.reference()).getFirst();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
