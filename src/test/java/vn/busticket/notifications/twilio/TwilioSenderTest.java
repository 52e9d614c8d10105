package vn.busticket.notifications.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.notifications.FailureKind;
import vn.busticket.notifications.OutgoingSms;
import vn.busticket.notifications.SendOutcome;
import vn.busticket.notifications.SendOutcome.Rejected;
import vn.busticket.notifications.SendOutcome.Retry;
import vn.busticket.notifications.SendOutcome.Sent;
import vn.busticket.notifications.SmsSender.Standing;
import vn.busticket.sms.TwilioSandbox;
import vn.busticket.sms.TwilioSandbox.Mood;

/** Text messages through Twilio's REST interface, over real HTTP. */
@Tag("P6.4")
class TwilioSenderTest {

    private static final String PHONE = "+84901234567";
    private static final String TEXT = "Xe 08:00 T3 24/11, ghe A05 & A06, ma K7M2XQ4P + hotline";

    private final TwilioSandbox twilio = TwilioSandbox.start();
    private final TwilioSender sender = sender(TwilioSandbox.AUTH_TOKEN, twilio.baseUrl());

    @AfterEach
    void stop() {
        twilio.close();
    }

    @Test
    void theTextArrivesAsItWasWritten() {
        var sent = (Sent) sender.send(new OutgoingSms(PHONE, TEXT));

        var message = twilio.received(PHONE).getFirst();
        assertThat(message.body()).isEqualTo(TEXT);
        assertThat(message.from()).isEqualTo(TwilioSandbox.NUMBER);
        assertThat(sent.reference()).isEqualTo(message.sid());
        assertThat(sent.answer()).contains("queued", message.sid());
    }

    @Test
    void whatTwilioRefusesForGoodIsRejected() {
        for (var number :
                new String[] {"+15005550001", "+15005550002", "+15005550004", "+15005550009"}) {
            assertThat(sender.send(new OutgoingSms(number, TEXT)))
                    .as(number)
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected ->
                                    assertThat(rejected.kind())
                                            .isEqualTo(FailureKind.RECIPIENT_REFUSED));
        }
        assertThat(sender.send(new OutgoingSms(PHONE, "x".repeat(1_601))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected ->
                                assertThat(rejected.kind()).isEqualTo(FailureKind.MESSAGE_REFUSED));
    }

    @Test
    void whatMayWorkLaterWaits() {
        twilio.feel(Mood.BUSY);
        assertThat(kindOf(sender)).isEqualTo(FailureKind.TEMPORARY);
        twilio.feel(Mood.BROKEN);
        assertThat(kindOf(sender)).isEqualTo(FailureKind.ANSWER_LOST);
        twilio.feel(Mood.WELL);
        assertThat(kindOf(sender("wrong", twilio.baseUrl()))).isEqualTo(FailureKind.WE_ARE_REFUSED);
        assertThat(kindOf(sender(TwilioSandbox.AUTH_TOKEN, "http://127.0.0.1:1")))
                .isEqualTo(FailureKind.CONNECTION);
        assertThat(twilio.received(PHONE)).isEmpty();
    }

    @Test
    void aMessageWhoseAnswerWasLostIsFoundAndNotSentByItself() {
        var since = Instant.now();
        twilio.feel(Mood.TAKES_AND_HANGS_UP);
        assertThat(kindOf(sender)).isEqualTo(FailureKind.ANSWER_LOST);
        assertThat(twilio.posts()).as("nothing is sent again by itself").isEqualTo(1);

        twilio.feel(Mood.WELL);
        var found = sender.find(new OutgoingSms(PHONE, TEXT), since).orElseThrow();
        assertThat(found.reference()).isEqualTo(twilio.received(PHONE).getFirst().sid());
        assertThat(sender.find(new OutgoingSms(PHONE, "another text"), since)).isEmpty();
        assertThat(sender.find(new OutgoingSms(PHONE, TEXT), since.plusSeconds(600))).isEmpty();
    }

    @Test
    void arrivalIsAskedFor() {
        var good = reference(PHONE);
        var bad = reference(TwilioSandbox.SWITCHED_OFF);

        assertThat(sender.arrival(good).standing()).isEqualTo(Standing.UNDERWAY);
        assertThat(sender.arrival(good).standing()).isEqualTo(Standing.ARRIVED);
        sender.arrival(bad);
        assertThat(sender.arrival(bad).standing()).isEqualTo(Standing.FAILED);
        assertThat(sender.arrival(bad).words()).isEqualTo("undelivered 30003");
    }

    @Test
    @Tag("P10.3")
    void halfAnAccountIsNone() {
        assertThatThrownBy(() -> new TwilioProperties("AC1", "", "", URI.create("https://x.vn"), 1))
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> new TwilioProperties("", "", "", URI.create("http://x.vn"), 1))
                .hasMessageContaining("https");
        assertThat(
                        new TwilioProperties(
                                "AC1", "tok3n", "+84900000000", URI.create("https://x.vn"), 1))
                .asString()
                .doesNotContain("tok3n");
    }

    private String reference(String number) {
        var sent = (Sent) sender.send(new OutgoingSms(number, TEXT));
        return Objects.requireNonNull(sent.reference());
    }

    private static FailureKind kindOf(TwilioSender sender) {
        return ((Retry) (SendOutcome) sender.send(new OutgoingSms(PHONE, TEXT))).kind();
    }

    private static TwilioSender sender(String token, String baseUrl) {
        return new TwilioSender(
                new TwilioProperties(
                        TwilioSandbox.ACCOUNT_SID,
                        token,
                        TwilioSandbox.NUMBER,
                        URI.create(baseUrl),
                        10));
    }
}
