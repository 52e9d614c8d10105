package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.Registration;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.MailServer;
import vn.busticket.testing.ProvedPeople;

/** What staff see of messages, send again, are told of; and what is forgotten. */
@Import({Purchases.class, Purchases.Money.class})
class MessageDeskTest extends MessageTest {

    @Autowired private Purchases purchases;
    @Autowired private MessageDesk desk;
    @Autowired private SendAgain again;
    @Autowired private DeliveryQueue queue;
    @Autowired private ProvedPeople people;

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
    }

    @AfterEach
    void tellStaffOfEverything() {
        run(TellGiveUpsJob.class);
    }

    @Test
    @Tag("P6.5")
    @Tag("P6.8")
    void everyAttemptIsFoundByBookingAndByAddress() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        var about = MessageSearch.about(booking.id());
        assertThat(desk.count(about, MessageFilter.QUEUED)).isEqualTo(2);
        assertThat(desk.count(about, MessageFilter.ENDED)).isZero();

        run(SendNotificationsJob.class);

        assertThat(desk.count(about, MessageFilter.QUEUED)).isZero();
        var rows =
                desk.messages(
                        MessageSearch.to(
                                " " + booking.contact().email().toUpperCase(Locale.ROOT) + " "),
                        MessageFilter.SENT,
                        0,
                        10);
        assertThat(rows)
                .extracting(MessageRow::kind)
                .containsExactly(NotificationKind.RECEIPT, NotificationKind.CONFIRMATION);
        assertThat(rows.getFirst().maskedRecipient())
                .startsWith("bu***")
                .endsWith("@example.com")
                .isNotEqualTo(booking.contact().email());
        assertThat(desk.attempts(rows.getFirst().id()))
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.SENT);
                    assertThat(attempt.answer()).startsWith("250");
                    assertThat(attempt.took()).isPositive();
                });
    }

    @Test
    @Tag("P6.8")
    void whatIsSentAgainIsAnotherMessageOnce() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        run(SendNotificationsJob.class);
        var sent = newest(booking, MessageFilter.SENT);
        var staff = staff();

        again.send(sent.id(), staff);
        assertThatThrownBy(() -> again.send(sent.id(), staff)).isInstanceOf(AgainNotPossible.class);
        run(SendNotificationsJob.class);

        var mails = MailServer.received(booking.contact().email());
        assertThat(mails).hasSize(3);
        assertThat(mails.get(2).getMessageID()).isNotEqualTo(mails.get(1).getMessageID());
        assertThat(newest(booking, MessageFilter.SENT).againOf()).isEqualTo(sent.id());
        assertThat(desk.message(sent.id()).orElseThrow().isSentAgain()).isTrue();
        assertThat(audited("notification " + sent.id())).isEqualTo("notification.sent-again");
    }

    @Test
    @Tag("P6.8")
    void whatStillWaitsIsNotSentAgain() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        var waiting = newest(booking, MessageFilter.QUEUED);
        var staff = staff();
        assertThatThrownBy(() -> again.send(waiting.id(), staff))
                .isInstanceOf(AgainNotPossible.class);
        assertThat(desk.count(MessageSearch.about(booking.id()), MessageFilter.QUEUED))
                .isEqualTo(2);
    }

    @Test
    @Tag("P6.4")
    void staffAreToldOnceADayOfWhatWasGivenUp() throws Exception {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        var before = alerts();
        clock.advance(Duration.ofDays(2));
        run(TellGiveUpsJob.class);
        assertThat(alerts()).as("nothing was given up yet").isEqualTo(before);

        clock.advance(Duration.ofDays(2));
        run(TellGiveUpsJob.class);

        var about = MessageSearch.about(booking.id());
        assertThat(desk.count(about, MessageFilter.GIVEN_UP)).isEqualTo(2);
        assertThat(desk.count(about, MessageFilter.FOR_STAFF)).isEqualTo(2);
        var number = newest(booking, MessageFilter.GIVEN_UP).id();
        assertThat(alerts()).isEqualTo(before + 1);
        var alert = MailServer.received("alerts@busticket.example").getLast();
        assertThat(alert.getSubject()).contains("tin không gửi được");
        run(TellGiveUpsJob.class);
        assertThat(alerts()).as("told already").isEqualTo(before + 1);

        again.send(number, staff());
        assertThat(desk.count(about, MessageFilter.FOR_STAFF)).isEqualTo(1);
        run(SendNotificationsJob.class);
        assertThat(MailServer.received(booking.contact().email())).hasSize(1);
    }

    @Test
    @Tag("P6.5")
    void oldMessagesAreForgottenWithTheirAttempts() {
        var old = purchases.buy(Language.VI, "Trần Minh Khôi");
        run(SendNotificationsJob.class);
        clock.advance(Duration.ofDays(399));
        run(ForgetOldMessagesJob.class);
        assertThat(desk.count(MessageSearch.about(old.id()), MessageFilter.SENT)).isEqualTo(2);

        clock.advance(Duration.ofDays(2));
        run(ForgetOldMessagesJob.class);
        assertThat(desk.count(MessageSearch.about(old.id()), MessageFilter.ENDED)).isZero();
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from notification_attempt a
                                         where not exists (select from notification n where n.id = a.notification_id)
                                        """)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    @Tag("P6.5")
    void anEndThatWasOvertakenIsStillWrittenDown() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        var now = clock.instant();
        var first = queue.claim(Channel.EMAIL, 10, 1_000, now, now.plus(DeliveryLane.LEASE));
        clock.advance(DeliveryLane.LEASE);
        run(SendNotificationsJob.class);
        var late = new DeliveryQueue.Attempt(clock.instant(), "SENT", null, null, "250 late", 5);
        var ending = new DeliveryQueue.Ending(NotificationState.SENT, null, 0, null);
        queue.end(
                first.stream()
                        .map(held -> new DeliveryQueue.Ended(held.message(), late, ending))
                        .toList());

        assertThat(desk.attempts(newest(booking, MessageFilter.SENT).id()))
                .extracting(AttemptLine::number)
                .containsExactly(2, 1);
    }

    private MessageRow newest(BookingDetails booking, MessageFilter filter) {
        List<MessageRow> rows = desk.messages(MessageSearch.about(booking.id()), filter, 0, 1);
        return rows.getFirst();
    }

    private AccountId staff() {
        var email = new EmailAddress("staff-" + UUID.randomUUID() + "@example.vn");
        return people.register(
                new Registration(
                        "Trần Thị Mẫu",
                        email,
                        new PhoneNumber("+84901234567"),
                        "chuyến xe đêm về quê",
                        Language.VI));
    }

    private String audited(String subject) {
        return database.sql("select action from audit_log where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .single();
    }

    private static int alerts() {
        return MailServer.received("alerts@busticket.example").size();
    }
}
