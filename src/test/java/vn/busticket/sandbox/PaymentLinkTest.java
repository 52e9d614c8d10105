package vn.busticket.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.payos.PayOS;
import vn.payos.exception.APIException;
import vn.payos.exception.UnauthorizedException;
import vn.payos.model.v2.paymentRequests.CreatePaymentLinkRequest;
import vn.payos.model.v2.paymentRequests.CreatePaymentLinkResponse;
import vn.payos.model.v2.paymentRequests.PaymentLink;
import vn.payos.model.v2.paymentRequests.PaymentLinkItem;
import vn.payos.model.v2.paymentRequests.PaymentLinkStatus;

/** Payment links, asked for through the official SDK. */
@Tag("P3.2")
class PaymentLinkTest {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    private Instant now = NOON;
    private final PayosSandbox sandbox =
            PayosSandbox.start(SandboxSettings.defaults().withClock(new MovableClock()));
    private final PayOS payos = SdkClient.of(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void isCreatedWithEverythingThatAPayerNeeds() {
        CreatePaymentLinkResponse link =
                payos.paymentRequests()
                        .create(SdkClient.request(1001).expiredAt(seconds(900)).build());

        assertThat(link.getStatus()).isEqualTo(PaymentLinkStatus.PENDING);
        assertThat(link.getBin()).isEqualTo("970422");
        assertThat(link.getExpiredAt()).isEqualTo(seconds(900));
        assertThat(link.getPaymentLinkId()).matches("[0-9a-f]{32}");
        assertThat(link.getCheckoutUrl())
                .isEqualTo(sandbox.baseUrl() + "/web/" + link.getPaymentLinkId());
        assertThat(link.getDescription()).matches("CS[0-9A-Z]{9} VE XE");
        VietQr qr = VietQr.parse(link.getQrCode());
        assertThat(qr)
                .isEqualTo(
                        new VietQr(
                                "970422", link.getAccountNumber(), 250_000, link.getDescription()));
    }

    @Test
    void isReadByOrderCodeAndById() {
        String id =
                payos.paymentRequests().create(SdkClient.request(1002).build()).getPaymentLinkId();

        PaymentLink byCode = payos.paymentRequests().get(1002L);
        PaymentLink byId = payos.paymentRequests().get(id);

        assertThat(byCode).isEqualTo(byId);
        assertThat(byCode.getStatus()).isEqualTo(PaymentLinkStatus.PENDING);
        assertThat(byCode.getAmountRemaining()).isEqualTo(250_000);
        assertThat(byCode.getCreatedAt()).isEqualTo("2026-11-23T12:00:00+07:00");
        assertThat(byCode.getTransactions()).isEmpty();
    }

    @Test
    void isCancelledWithAndWithoutAReason() {
        payos.paymentRequests().create(SdkClient.request(1003).build());
        payos.paymentRequests().create(SdkClient.request(1004).build());

        assertThat(payos.paymentRequests().cancel(1003L, "Hết giờ").getCancellationReason())
                .isEqualTo("Hết giờ");
        PaymentLink withoutReason = payos.paymentRequests().cancel(1004L);
        assertThat(withoutReason.getStatus()).isEqualTo(PaymentLinkStatus.CANCELLED);
        assertThat(withoutReason.getCanceledAt()).isEqualTo("2026-11-23T12:00:00+07:00");
        assertRefused("20", () -> payos.paymentRequests().cancel(1004L));
    }

    @Test
    void showsItsTransfersUnderARightSignature() {
        payos.paymentRequests().create(SdkClient.request(1005).build());
        sandbox.transfer(
                1005,
                100_000,
                "FT1",
                new Payer("970436", "Vietcombank", "NGUYỄN VĂN \"AN\"", "0071000"));
        PaymentLink underpaid = payos.paymentRequests().get(1005L);
        sandbox.transfer(1005, 150_000);
        PaymentLink paid = payos.paymentRequests().get(1005L);

        assertThat(underpaid.getStatus()).isEqualTo(PaymentLinkStatus.UNDERPAID);
        assertThat(underpaid.getAmountRemaining()).isEqualTo(150_000);
        assertThat(underpaid.getTransactions().getFirst().getReference()).isEqualTo("FT1");
        assertThat(underpaid.getTransactions().getFirst().getCounterAccountName())
                .isEqualTo("NGUYỄN VĂN \"AN\"");
        assertThat(paid.getStatus()).isEqualTo(PaymentLinkStatus.PAID);
        assertThat(paid.getAmountPaid()).isEqualTo(250_000);
        assertThat(paid.getTransactions()).hasSize(2);
        assertRefused("20", () -> payos.paymentRequests().cancel(1005L));
    }

    @Test
    void expiresByTimeAndKeepsLateMoneyWithoutReviving() {
        payos.paymentRequests().create(SdkClient.request(1006).expiredAt(seconds(900)).build());
        now = NOON.plusSeconds(899);
        assertThat(payos.paymentRequests().get(1006L).getStatus())
                .isEqualTo(PaymentLinkStatus.PENDING);
        now = NOON.plusSeconds(900);
        assertThat(payos.paymentRequests().get(1006L).getStatus())
                .isEqualTo(PaymentLinkStatus.EXPIRED);

        sandbox.payLate(1006);

        PaymentLink late = payos.paymentRequests().get(1006L);
        assertThat(late.getStatus()).isEqualTo(PaymentLinkStatus.EXPIRED);
        assertThat(late.getAmountPaid()).isEqualTo(250_000);
    }

    @Test
    void paysTwiceOverAndShortAsPeopleDo() {
        payos.paymentRequests().create(SdkClient.request(1007).build());
        payos.paymentRequests().create(SdkClient.request(1008).build());
        payos.paymentRequests().create(SdkClient.request(1009).build());
        sandbox.payTwice(1007);
        sandbox.payOver(1008);
        sandbox.payShort(1009, 1);

        assertThat(sandbox.link(1007).amountPaid()).isEqualTo(500_000);
        assertThat(sandbox.link(1008).amountPaid()).isEqualTo(260_000);
        assertThat(payos.paymentRequests().get(1009L).getAmountRemaining()).isEqualTo(1);
    }

    @Test
    void isPaidByTheTextOfItsQrAlone() {
        String text = payos.paymentRequests().create(SdkClient.request(1010).build()).getQrCode();
        sandbox.payByQr(text);

        assertThat(payos.paymentRequests().get(1010L).getStatus())
                .isEqualTo(PaymentLinkStatus.PAID);
        assertThatThrownBy(() -> sandbox.payByQr(new VietQr("970436", "1", 250_000, "x").toText()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverReusesAnOrderCode() {
        payos.paymentRequests().create(SdkClient.request(1011).build());
        assertRefused("231", () -> payos.paymentRequests().create(SdkClient.request(1011).build()));
        payos.paymentRequests().cancel(1011L);
        assertRefused("231", () -> payos.paymentRequests().create(SdkClient.request(1011).build()));
    }

    @Test
    void isMadeOnceWhenManyAskAtOnce() {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 40; caller++) {
                var unused =
                        callers.submit(() ->
                                payos.paymentRequests().create(SdkClient.request(1015).build()));
                var unusedToo =
                        callers.submit(() ->
                                sandbox.find("1015").ifPresent(link -> sandbox.transfer(1015, 1)));
            }
        }
        assertThat(sandbox.calls().all())
                .extracting(CallLog.Call::code)
                .containsOnlyOnce("00")
                .contains("231");
        assertThat(sandbox.link(1015).transfers()).hasSameSizeAs(sandbox.deliveries());
    }

    @Test
    void refusesWhatPayosRefusesWithAllComplaintsAtOnce() {
        assertRefused("101", () -> payos.paymentRequests().get(9L));
        assertRefused("101", () -> payos.paymentRequests().cancel("0".repeat(32)));
        assertThatThrownBy(() -> create(SdkClient.request(-1).description("MUOI KY TU").build()))
                .hasMessageContaining(
                        "order_code: order_code must be a positive number, description: Mô tả tối đa 9 kí tự");
        assertRefused("20", () -> create(SdkClient.request(1012).amount(0L).build()));
        assertRefused("20", () -> create(SdkClient.request(1012).returnUrl("nowhere").build()));
        assertRefused("20", () -> create(SdkClient.request(1012).expiredAt(seconds(0)).build()));
        assertRefused(
                "20", () -> create(SdkClient.request(1012).expiredAt(seconds(900) * 1000).build()));
        assertThat(sandbox.links()).isEmpty();
    }

    @Test
    void refusesWrongKeys() {
        PayOS wrongSecret = SdkClient.of(sandbox, sandbox.settings().apiKey(), "another");
        PayOS wrongKey = SdkClient.of(sandbox, "another", sandbox.settings().checksumKey());

        assertRefused(
                "201", () -> wrongSecret.paymentRequests().create(SdkClient.request(1013).build()));
        assertRefused(
                "214", () -> wrongKey.paymentRequests().create(SdkClient.request(1013).build()));
        sandbox.faults().setEverywhere(Fault.of(Fault.Kind.UNAUTHORIZED));
        assertThatThrownBy(() -> payos.paymentRequests().get(1L))
                .isInstanceOf(UnauthorizedException.class);
    }

    @Test
    void takesLongDescriptionsWhereTheAccountAllowsThem() {
        try (PayosSandbox generous =
                PayosSandbox.start(SandboxSettings.defaults().withDescriptionLimit(25))) {
            PayOS client = SdkClient.of(generous);
            CreatePaymentLinkResponse link =
                    client.paymentRequests()
                            .create(SdkClient.request(1).description("Vé xe Đà Lạt").build());

            assertThat(VietQr.parse(link.getQrCode()).memo()).endsWith(" Ve xe Da Lat");
            assertRefused(
                    "20",
                    () ->
                            client.paymentRequests()
                                    .create(
                                            SdkClient.request(2)
                                                    .description("V".repeat(26))
                                                    .build()));
        }
    }

    @Test
    void takesItemsAndBuyerAndAnswersInvoices() {
        PaymentLinkItem seat =
                PaymentLinkItem.builder().name("A01").quantity(1).price(250_000L).build();
        create(SdkClient.request(1014).item(seat).buyerName("Lan").build());

        assertThat(payos.paymentRequests().invoices().get(1014L).getInvoices()).isEmpty();
        assertThat(sandbox.link(1014).request())
                .containsEntry("buyerName", "Lan")
                .containsEntry("invoice", null);
    }

    private CreatePaymentLinkResponse create(CreatePaymentLinkRequest request) {
        return payos.paymentRequests().create(request);
    }

    private static long seconds(long afterNoon) {
        return NOON.getEpochSecond() + afterNoon;
    }

    private static void assertRefused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        APIException.class,
                        refusal -> assertThat(refusal.getErrorCode()).contains(code));
    }

    private final class MovableClock extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
