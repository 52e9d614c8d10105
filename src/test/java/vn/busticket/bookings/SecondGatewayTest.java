package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import vn.busticket.payments.AttemptState;
import vn.busticket.payments.CheckResult;
import vn.busticket.payments.IncomingTransfers;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.PaperGateway;
import vn.busticket.payments.PaymentAttempts;
import vn.busticket.payments.PaymentGateway.Forged;
import vn.busticket.payments.PaymentGateway.TransferTold;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Invariants;

/** Another gateway sells tickets without bookings knowing of it, beside the one of before. */
@Tag("P3.3")
@Tag("P3.2")
@Import(SecondGatewayTest.Paper.class)
@TestPropertySource(properties = "busticket.payments.gateway=" + PaperGateway.NAME)
class SecondGatewayTest extends BookingTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Paper {

        @Bean
        PaperGateway paperGateway() {
            return new PaperGateway();
        }
    }

    @Autowired private PaperGateway paper;
    @Autowired private IncomingTransfers transfers;
    @Autowired private PaymentAttempts attempts;

    @Test
    void sellsATicketByItsOwnMessage() {
        var placed = place(anna, "A01");
        var token = paymentStart.payFor(placed.id(), anna, "paper");
        var attempt = paymentQueries.byToken(token).orElseThrow();
        assertThat(attempt.state()).isEqualTo(AttemptState.OPEN);
        assertThat(attempt.checkoutUrl()).startsWith("https://paper.example/");
        assertThat(attempt.isFoundAgain()).as("it has no QR codes at all").isFalse();

        var message = paper.pay(attempt.orderCode());
        assertThat(paper.verify(forged(message))).isInstanceOf(Forged.class);
        assertThat(paper.verify(message))
                .isInstanceOfSatisfying(
                        TransferTold.class, told -> transfers.take(told.transfer()));

        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.SOLD);
        assertThat(money(placed, Ledger.Place.ALLOCATED)).isEqualTo(new Vnd(300_000));
        Invariants.check(database);
    }

    @Test
    @Tag("P3.5")
    void aLostMessageIsMadeUpForByAsking() {
        var placed = place(anna, "A02");
        var token = paymentStart.payFor(placed.id(), anna, "paper");
        var attempt = paymentQueries.byToken(token).orElseThrow();
        assertThat(paper.pay(attempt.orderCode())).isNotEmpty();
        assertThat(attempts.checkNow(attempt.id())).isEqualTo(CheckResult.PAID);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void anAttemptStaysWithTheGatewayThatItWasBegunWith() {
        var placed = place(anna, "A03");
        var token = paymentStart.payFor(placed.id(), anna, "paper");
        var attempt = paymentQueries.byToken(token).orElseThrow();
        database.sql("update payment_attempt set gateway = 'payos' where id = :id")
                .param("id", attempt.id().value())
                .update();
        assertThat(attempts.checkNow(attempt.id()))
                .as("the other gateway is asked, and nobody answers there")
                .isEqualTo(CheckResult.UNKNOWN);
    }

    private static byte[] forged(byte[] message) {
        return new String(message, StandardCharsets.UTF_8)
                .replaceFirst(";300000;", ";900000;")
                .getBytes(StandardCharsets.UTF_8);
    }
}
