package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.payments.WebhookStanding.Outcome;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.WebhookDelivery;

/** Staff tell PayOS where to call us; it tries the address with its sample. */
@Tag("P3.4")
class WebhookRegistrationTest extends PaymentsTest {

    private static final AccountId STAFF = new AccountId(7);

    @Autowired private WebhookRegistration registration;

    @Test
    void anAddressThatAnswersItsProbeIsAccepted() {
        SANDBOX.setWebhookUrl("http://127.0.0.1:1/nowhere");
        var standing = registration.register(webhookAddress(), STAFF);
        assertThat(standing.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(standing.url()).isEqualTo(webhookAddress());
        assertThat(standing.detail()).isNotBlank();
        assertThat(standing.triedAt()).isEqualTo(clock.instant());
        assertThat(registration.standing().outcome()).isEqualTo(Outcome.ACCEPTED);
        var attempt = started(somethingToPay());
        SANDBOX.pay(attempt.orderCode());
        eventually(() -> stateOf(attempt) == AttemptState.PAID);
    }

    @Test
    void aMistypedAddressIsRefusedInTheGatewaysWords() {
        var standing = registration.register("http://127.0.0.1:1/mistyped", STAFF);
        assertThat(standing.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(standing.detail()).contains("20").contains("Webhook url invalid");
    }

    @Test
    void anAnswerThatWasLostIsNoRefusal() {
        SANDBOX.faults().set(Endpoint.CONFIRM_WEBHOOK, Fault.answerLost(), 1);
        assertThat(registration.register(webhookAddress(), STAFF).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void proposesOurPublicAddress() {
        assertThat(registration.standing().proposedUrl())
                .isEqualTo("http://localhost:8080/api/v1/payments/webhook");
    }

    @Test
    void remembersWhenPayosLastCalledAboutMoneyButNotForEveryCall() {
        pass(Duration.ofDays(400));
        var first = clock.instant();
        payAndWait();
        assertThat(registration.standing().lastGenuineAt()).isEqualTo(first);
        pass(Duration.ofSeconds(5));
        payAndWait();
        assertThat(registration.standing().lastGenuineAt()).isEqualTo(first);
        pass(Duration.ofSeconds(30));
        payAndWait();
        assertThat(registration.standing().lastGenuineAt()).isEqualTo(clock.instant());
    }

    private void payAndWait() {
        var attempt = started(somethingToPay());
        var before = SANDBOX.deliveries().size();
        SANDBOX.pay(attempt.orderCode());
        eventually(() ->
                SANDBOX.deliveries().size() > before
                        && SANDBOX.deliveries().getLast().state()
                                == WebhookDelivery.State.DELIVERED);
    }
}
