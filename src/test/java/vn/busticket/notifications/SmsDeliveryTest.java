package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.testing.SettableClock.START;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.notifications.Purchases.Reader;
import vn.busticket.shared.Language;
import vn.busticket.shared.VietnamTime;
import vn.busticket.sms.TwilioSandbox;
import vn.busticket.sms.TwilioSandbox.Mood;
import vn.busticket.sms.TwilioSandbox.Sms;

/** Texts from their cause to the phone: queued, handed to the service over HTTP, asked after. */
@Tag("P6.4")
@Tag("P6.5")
@Tag("P6.7")
@Import({Purchases.class, Purchases.Money.class})
class SmsDeliveryTest extends MessageTest {

    private static final TwilioSandbox TWILIO = TwilioSandbox.start();
    private static final Instant IN_TWO_DAYS = START.plus(Duration.ofDays(2));

    @Autowired private Purchases purchases;
    @Autowired private MessageDesk desk;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry properties) {
        properties.add("busticket.twilio.account-sid", () -> TwilioSandbox.ACCOUNT_SID);
        properties.add("busticket.twilio.auth-token", () -> TwilioSandbox.AUTH_TOKEN);
        properties.add("busticket.twilio.phone-number", () -> TwilioSandbox.NUMBER);
        properties.add("busticket.twilio.base-url", TWILIO::baseUrl);
        properties.add("busticket.twilio.per-second", () -> 100_000);
    }

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
        run(AskSmsArrivalsJob.class);
    }

    @AfterEach
    void feelWell() {
        TWILIO.feel(Mood.WELL);
    }

    @Test
    void aConfirmationComesToThePhoneAndItsArrivalIsWrittenDown() {
        var reader = Reader.withPhone(Language.VI);
        var booking = purchases.buyLeaving(IN_TWO_DAYS, reader, "Trần Minh Khôi");
        run(SendNotificationsJob.class);

        var text = theTextTo(reader);
        SmsWriterTest.isOnePart("confirmation", text.body());
        assertThat(text.body()).startsWith("BusTicket " + booking.code() + ":");
        assertThat(text.from()).isEqualTo(TwilioSandbox.NUMBER);
        assertThat(log(booking)).containsExactly("SENT queued " + text.sid());
        assertThat(sms(booking).maskedRecipient()).doesNotContain(reader.phone());

        askAfter(Duration.ofSeconds(29));
        assertThat(theTextTo(reader).looks()).as("too soon to ask").isZero();
        askAfter(Duration.ofSeconds(1));
        assertThat(log(booking)).as("under way").hasSize(1);
        askAfter(Duration.ofMinutes(2));
        assertThat(log(booking)).last().isEqualTo("ARRIVED delivered");
        assertThat(sms(booking).state()).isEqualTo(NotificationState.SENT);

        askAfter(Duration.ofDays(2));
        assertThat(theTextTo(reader).looks()).as("what has arrived is asked no more").isEqualTo(2);
    }

    @Test
    @Tag("P6.8")
    void aTextThatNeverArrivesCountsAsRefusedAndStandsBeforeStaff() {
        var reader = Reader.reachedAt(Language.VI, TwilioSandbox.SWITCHED_OFF);
        var booking = purchases.buyLeaving(IN_TWO_DAYS, reader, "Lê Thị Mai");
        run(SendNotificationsJob.class);
        assertThat(sms(booking).state()).isEqualTo(NotificationState.SENT);

        askAfter(Duration.ofSeconds(30));
        askAfter(Duration.ofMinutes(2));

        assertThat(log(booking)).last().isEqualTo("NOT_ARRIVED undelivered 30003");
        assertThat(sms(booking).state()).isEqualTo(NotificationState.REJECTED);
        assertThat(sms(booking).reason()).isEqualTo("undelivered 30003");
        var about = MessageSearch.about(booking.id());
        assertThat(desk.messages(about, MessageFilter.FOR_STAFF, 0, 10))
                .extracting(MessageRow::channel)
                .as("the e-mails went well")
                .containsExactly(Channel.SMS);
    }

    @Test
    void aServiceThatIsAwayIsAskedAgainLater() {
        var reader = Reader.withPhone(Language.EN);
        var booking = purchases.buyLeaving(IN_TWO_DAYS, reader, "Anna Schmidt");
        run(SendNotificationsJob.class);

        TWILIO.feel(Mood.BROKEN);
        askAfter(Duration.ofSeconds(30));
        TWILIO.feel(Mood.WELL);
        askAfter(Duration.ofSeconds(30));
        assertThat(theTextTo(reader).looks()).as("before the next look").isZero();
        askAfter(Duration.ofMinutes(2));
        askAfter(Duration.ofMinutes(10));

        assertThat(log(booking)).last().isEqualTo("ARRIVED delivered");
    }

    @Test
    void nobodyAsksForEver() {
        var reader = Reader.reachedAt(Language.VI, TwilioSandbox.NEVER_TOLD);
        var booking = purchases.buyLeaving(IN_TWO_DAYS, reader, "Trần Minh Khôi");
        run(SendNotificationsJob.class);

        for (var day = 0; day < 9; day++) {
            askAfter(Duration.ofDays(1));
        }

        assertThat(theTextTo(reader).looks()).isEqualTo(6);
        assertThat(log(booking)).as("nothing was learnt").hasSize(1);
        assertThat(sms(booking).state()).isEqualTo(NotificationState.SENT);
    }

    /** The service has a clock of its own, so this happens yesterday, at an hour without quiet. */
    @Test
    @Tag("P6.3")
    void aTextWhoseAnswerWasLostIsFoundThereAndNotSentTwice() {
        var yesterday = VietnamTime.dayOf(Instant.now()).minusDays(1);
        clock.set(VietnamTime.instantOf(yesterday.atTime(LocalTime.NOON)));
        var reader = Reader.withPhone(Language.VI);
        var departure = clock.instant().plus(Duration.ofDays(1));
        var booking = purchases.buyLeaving(departure, reader, "Trần Minh Khôi");
        TWILIO.feel(Mood.TAKES_AND_HANGS_UP);
        run(SendNotificationsJob.class);
        assertThat(sms(booking).state()).isEqualTo(NotificationState.QUEUED);

        TWILIO.feel(Mood.WELL);
        clock.advance(Duration.ofMinutes(1));
        run(SendNotificationsJob.class);

        var text = theTextTo(reader);
        assertThat(sms(booking).state()).isEqualTo(NotificationState.SENT);
        assertThat(log(booking)).last().isEqualTo("SENT queued " + text.sid());
    }

    @Test
    @Tag("P6.3")
    void sendersSideBySideSendEachTextOnce() {
        var reader = Reader.withPhone(Language.VI);
        purchases.buyLeaving(IN_TWO_DAYS, reader, "Trần Minh Khôi");
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var node = 0; node < 4; node++) {
                nodes.execute(() -> run(SendNotificationsJob.class));
            }
        }
        assertThat(TWILIO.received(reader.phone())).hasSize(1);
    }

    private void askAfter(Duration pause) {
        clock.advance(pause);
        run(AskSmsArrivalsJob.class);
    }

    private static Sms theTextTo(Reader reader) {
        var texts = TWILIO.received(reader.phone());
        assertThat(texts).hasSize(1);
        return texts.getFirst();
    }

    private MessageRow sms(BookingDetails booking) {
        return database.sql(
                        "select id from notification where booking_id = :id and channel = 'SMS'")
                .param("id", booking.id().value())
                .query(Long.class)
                .optional()
                .flatMap(desk::message)
                .orElseThrow();
    }

    /** How each attempt with the text ended, and what the service said. */
    private List<String> log(BookingDetails booking) {
        return desk.attempts(sms(booking).id()).stream()
                .map(attempt -> attempt.outcome() + " " + attempt.answer())
                .toList();
    }
}
