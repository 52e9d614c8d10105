package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.bookings.BookingConfirmed;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.bookings.BookingsExpired;
import vn.busticket.shared.Language;
import vn.busticket.testing.MailServer;
import vn.busticket.testing.QrCamera;
import vn.busticket.tickets.TicketCheck;
import vn.busticket.tickets.TicketService;
import vn.busticket.tickets.TicketVerifier;

@Import({Purchases.class, Purchases.Money.class})
class NotificationsTest extends MessageTest {

    @Autowired private Purchases purchases;
    @Autowired private Purchases.Money money;
    @Autowired private TicketService tickets;
    @Autowired private TicketVerifier verifier;
    @Autowired private NotificationQueries notifications;
    @Autowired private DeliveryQueue queue;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
    }

    @AfterEach
    void bringTheMailServerBack() {
        if (isAway) {
            MailServer.startAgain();
            isAway = false;
        }
    }

    private boolean isAway;

    @Test
    @Tag("P6.1")
    @Tag("P5.1")
    void payingBringsOneConfirmationWithTicketsAndOneReceipt() throws Exception {
        var booking = purchases.buy(Language.VI, "Nguyễn Thị Thu Hà", "Trần Minh Khôi");

        run(SendNotificationsJob.class);

        var mails = mailsTo(booking);
        assertThat(mails).hasSize(2);
        var confirmation = mailAbout(mails, "Vé của bạn");
        var ticketPdf = pdfText(confirmation, "ve-" + booking.code() + ".pdf");
        assertThat(ticketPdf).contains("Nguyễn Thị Thu Hà", "Trần Minh Khôi", booking.code());
        assertThat(part(confirmation, "lich-" + booking.code() + ".ics")).isNotNull();
        var receiptPdf =
                pdfText(mailAbout(mails, "Biên nhận"), "bien-nhan-" + booking.code() + ".pdf");
        assertThat(receiptPdf).contains("600.000 ₫", "Sáu trăm nghìn đồng", "MB Bank");
    }

    @Test
    @Tag("P5.2")
    void theCodeInTheMailIsThatOfTheStoredTicket() throws Exception {
        var booking = purchases.buy(Language.EN, "Anna Schmidt");
        run(SendNotificationsJob.class);

        var picture = part(mailAbout(mailsTo(booking), "Your ticket"), "ticket-0");
        var scanned = scanned(picture.getInputStream());

        var ticket = tickets.validOf(booking.id()).values().iterator().next();
        assertThat(scanned).isEqualTo(ticket.qrText());
        assertThat(verifier.check(scanned))
                .isInstanceOfSatisfying(
                        TicketCheck.Genuine.class,
                        genuine -> {
                            assertThat(genuine.facts().ticketId()).isEqualTo(ticket.id());
                            assertThat(genuine.facts().bookingCode()).isEqualTo(booking.code());
                            assertThat(genuine.facts().seat()).isEqualTo("A01");
                            assertThat(genuine.facts().departsAt()).isEqualTo(booking.departsAt());
                        });
    }

    @Test
    @Tag("P6.3")
    void anEventToldTwiceMakesNoSecondMailAndNoSecondTicket() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        run(SendNotificationsJob.class);

        tell(new BookingConfirmed(booking.id()));
        run(SendNotificationsJob.class);

        assertThat(mailsTo(booking)).hasSize(2);
        assertThat(tickets.validOf(booking.id())).hasSize(1);
    }

    @Test
    @Tag("P6.3")
    void aCauseThatIsRolledBackLeavesNoMessage() {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");

        transaction.executeWithoutResult(status -> {
            events.publishEvent(new BookingConfirmed(booking.id()));
            status.setRollbackOnly();
        });

        assertThat(notifications.about(booking.id())).isEmpty();
        assertThat(tickets.validOf(booking.id())).isEmpty();
    }

    @Test
    @Tag("P6.4")
    void aMailServerThatWasAwayGetsEachMessageOnce() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        MailServer.stop();
        isAway = true;
        run(SendNotificationsJob.class);
        assertThat(notifications.about(booking.id()))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.state()).isEqualTo(NotificationState.QUEUED);
                    assertThat(line.attempts()).isEqualTo(1);
                    assertThat(line.reason()).isPresent();
                });
        MailServer.startAgain();
        isAway = false;

        run(SendNotificationsJob.class);
        assertThat(mailsTo(booking)).as("before the pause is over").isEmpty();

        clock.advance(Duration.ofMinutes(1));
        run(SendNotificationsJob.class);
        run(SendNotificationsJob.class);

        assertThat(mailsTo(booking)).hasSize(2);
        assertThat(notifications.about(booking.id()))
                .allSatisfy(line -> assertThat(line.state()).isEqualTo(NotificationState.SENT));
        assertThat(attempts(booking)).containsExactly("RETRY", "RETRY", "SENT", "SENT");
    }

    @Test
    @Tag("P6.3")
    void aSenderThatDiesLosesNoMessage() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        assertThat(claimAll()).hasSize(2);

        run(SendNotificationsJob.class);
        assertThat(mailsTo(booking)).as("while the other may still be sending").isEmpty();

        clock.advance(DeliveryLane.LEASE);
        run(SendNotificationsJob.class);
        assertThat(mailsTo(booking)).hasSize(2);
    }

    @Test
    @Tag("P6.3")
    void aSenderThatWasAsleepDoesNotEndWhatALaterOneHasBegun() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        var asleep = claimAll();
        clock.advance(DeliveryLane.LEASE);
        assertThat(claimAll()).hasSize(2);

        var later = clock.instant();
        var attempt = new DeliveryQueue.Attempt(later, "SENT", null, null, null, 1);
        for (var state : List.of(NotificationState.GIVEN_UP, NotificationState.SENT)) {
            var ending = new DeliveryQueue.Ending(state, "late", 0, null);
            queue.end(
                    asleep.stream()
                            .map(held -> new DeliveryQueue.Ended(held.message(), attempt, ending))
                            .toList());
        }
        run(SendNotificationsJob.class);

        assertThat(notifications.about(booking.id()))
                .allSatisfy(line -> assertThat(line.state()).isEqualTo(NotificationState.QUEUED));
        assertThat(mailsTo(booking)).isEmpty();
    }

    @Test
    @Tag("P6.3")
    void sendersSideBySideSendEachMessageOnce() throws Exception {
        var bookings =
                IntStream.range(0, 12)
                        .mapToObj(index ->
                                purchases.buy(Language.VI, "Hành khách " + "ABC".charAt(index % 3)))
                        .toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var sender = 0; sender < 4; sender++) {
                threads.execute(() -> run(SendNotificationsJob.class));
            }
        }

        assertThat(bookings).allSatisfy(booking -> assertThat(mailsTo(booking)).hasSize(2));
    }

    @Test
    @Tag("P4.2")
    void runningOutOfTimeBringsOneNotice() throws Exception {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        clock.advance(Duration.ofMinutes(20));
        run(job("ExpireBookingsJob"));
        assertThat(purchases.details(booking.id()).state()).isEqualTo(BookingState.EXPIRED);
        tell(new BookingsExpired(List.of(booking.id())));

        run(SendNotificationsJob.class);

        var mails = mailsTo(booking);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getSubject())
                .isEqualTo("Đơn " + booking.code() + " đã hết hạn, chưa trừ tiền");
    }

    @Test
    @Tag("P6.3")
    void anExpiryThatLateMoneyOvertookIsNotTold() {
        var booking = purchases.place(Language.VI, "Trần Minh Khôi");
        clock.advance(Duration.ofMinutes(20));
        run(job("ExpireBookingsJob"));
        money.arriveFor(booking);
        assertThat(purchases.details(booking.id()).state()).isEqualTo(BookingState.CONFIRMED);

        run(SendNotificationsJob.class);

        assertThat(mailsTo(booking)).hasSize(3);
        assertThat(notifications.about(booking.id()))
                .extracting(NotificationQueries.Line::state)
                .containsExactly(
                        NotificationState.OVERTAKEN,
                        NotificationState.SENT,
                        NotificationState.SENT,
                        NotificationState.SENT);
    }

    @Test
    @Tag("P6.4")
    void pausesGrowAndEnd() {
        assertThat(RetryPauses.after(FailureKind.TEMPORARY, 1).orElseThrow())
                .isBetween(Duration.ofSeconds(12), Duration.ofSeconds(18));
        assertThat(RetryPauses.after(FailureKind.TEMPORARY, 4).orElseThrow())
                .isBetween(Duration.ofSeconds(96), Duration.ofSeconds(144));
        assertThat(RetryPauses.after(FailureKind.ANSWER_LOST, 1).orElseThrow())
                .isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
        assertThat(RetryPauses.after(FailureKind.TEMPORARY, 39).orElseThrow())
                .isBetween(Duration.ofMinutes(24), Duration.ofMinutes(36));
        assertThat(RetryPauses.after(FailureKind.TEMPORARY, 40)).isEmpty();
        assertThat(RetryPauses.after(FailureKind.CONNECTION, 40)).isPresent();
    }

    private List<Taken> claimAll() {
        var now = clock.instant();
        return queue.claim(Channel.EMAIL, 10, 1_000, now, now.plus(DeliveryLane.LEASE));
    }

    private void tell(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private List<String> attempts(BookingDetails booking) {
        return database.sql(
                        """
                        select a.outcome
                          from notification_attempt a join notification n on n.id = a.notification_id
                         where n.booking_id = :booking
                         order by a.number, a.id
                        """)
                .param("booking", booking.id().value())
                .query((row, number) -> row.getString("outcome"))
                .list();
    }

    private static Class<? extends Job> job(String name) {
        try {
            return Class.forName("vn.busticket.bookings." + name).asSubclass(Job.class);
        } catch (ClassNotFoundException renamed) {
            throw new AssertionError(renamed);
        }
    }

    private static List<MimeMessage> mailsTo(BookingDetails booking) {
        return MailServer.received(booking.contact().email());
    }

    private static MimeMessage mailAbout(List<MimeMessage> mails, String subject) throws Exception {
        for (var mail : mails) {
            if (mail.getSubject().startsWith(subject)) {
                return mail;
            }
        }
        throw new AssertionError("No mail about " + subject);
    }

    private static String pdfText(MimeMessage mail, String name) throws Exception {
        try (var document = Loader.loadPDF(part(mail, name).getInputStream().readAllBytes())) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private static String scanned(InputStream picture) throws Exception {
        return QrCamera.read(ImageIO.read(picture));
    }

    private static Part part(MimeMessage mail, String name) throws Exception {
        for (var part : parts(mail)) {
            if (name.equals(part.getFileName())) {
                return part;
            }
        }
        throw new AssertionError("No part " + name);
    }

    private static List<Part> parts(Part part) throws Exception {
        if (!(part.getContent() instanceof Multipart several)) {
            return List.of(part);
        }
        var parts = new ArrayList<Part>();
        for (var index = 0; index < several.getCount(); index++) {
            parts.addAll(parts(several.getBodyPart(index)));
        }
        return parts;
    }
}
