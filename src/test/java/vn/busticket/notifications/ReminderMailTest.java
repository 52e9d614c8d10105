package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.testing.SettableClock.START;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.notifications.Purchases.Reader;
import vn.busticket.shared.Language;
import vn.busticket.testing.MailServer;

/** A reminder from the sweep to the mailbox, and the one click there that stops the next. */
@Tag("P6.6")
@Tag("P6.7")
@Import({Purchases.class, Purchases.Money.class})
class ReminderMailTest extends MessageTest {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final String BY_POST = "List-Unsubscribe-Post";

    @Autowired private Purchases purchases;

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aReminderComesInTheLanguageOfTheBookingAndOneClickStopsTheNext(Language language)
            throws Exception {
        var reader = Reader.somebody(language);
        var first = START.plus(Duration.ofDays(3));
        var booking = purchases.buyLeaving(first, reader, "Trần Minh Khôi");
        var next = purchases.buyLeaving(first.plus(Duration.ofDays(2)), reader, "Lê Thị Mai");
        run(SendNotificationsJob.class);
        assertThat(MailServer.received(reader.email()))
                .hasSize(4)
                .allSatisfy(mail -> assertThat(mail.getHeader("List-Unsubscribe")).isNull());

        remindAt(first.minus(WINDOW));
        var mails = MailServer.received(reader.email());
        assertThat(mails).hasSize(5);
        assertReminds(mails.getLast(), booking, language);

        assertThat(click(mails.getLast())).isEqualTo(200);
        remindAt(next.departsAt().minus(WINDOW));
        assertThat(MailServer.received(reader.email())).as("after the click").hasSize(5);
        assertThat(states(next)).containsExactly("UNWANTED");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoDoesNotClickIsRemindedOfTheNextToo(Language language) {
        var reader = Reader.somebody(language);
        var first = START.plus(Duration.ofDays(3));
        purchases.buyLeaving(first, reader, "Trần Minh Khôi");
        var next = purchases.buyLeaving(first.plus(Duration.ofDays(2)), reader, "Lê Thị Mai");

        remindAt(first.minus(WINDOW));
        remindAt(next.departsAt().minus(WINDOW));

        assertThat(states(next)).containsExactly("SENT");
        assertThat(MailServer.received(reader.email())).hasSize(6);
    }

    private void remindAt(Instant now) {
        clock.set(now);
        run(QueueRemindersJob.class);
        run(SendNotificationsJob.class);
    }

    private static void assertReminds(MimeMessage mail, BookingDetails booking, Language language)
            throws Exception {
        var isVietnamese = language == Language.VI;
        assertThat(mail.getSubject()).startsWith(isVietnamese ? "Nhắc chuyến: " : "Reminder: ");
        assertThat(mail.getHeader(BY_POST)).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        var link = unsubscribe(mail);
        for (var type : List.of("text/plain", "text/html")) {
            assertThat(words(mail, type))
                    .as(type)
                    .contains(booking.code(), "A01", "Trần Minh Khôi")
                    .contains(booking.trip().operator().hotline())
                    .contains(isVietnamese ? "vui lòng có mặt lúc" : "please be at")
                    .contains(isVietnamese ? "Mang giấy tờ có ảnh" : "Bring an identity document")
                    .contains(link);
        }
    }

    /** What a mail program does at one click (RFC 8058): no cookie, no page. */
    private int click(MimeMessage mail) throws Exception {
        var path = URI.create(unsubscribe(mail)).getPath();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address() + path))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(mail.getHeader(BY_POST)[0]))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String unsubscribe(MimeMessage mail) throws MessagingException {
        var header = mail.getHeader("List-Unsubscribe", null);
        assertThat(header).startsWith("<http").endsWith(">");
        return header.substring(1, header.length() - 1);
    }

    private static String words(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        var words = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (var index = 0; index < parts.getCount(); index++) {
                words.append(words(parts.getBodyPart(index), type));
            }
        }
        return words.toString();
    }

    private List<String> states(BookingDetails booking) {
        return database.sql(
                        "select state from notification where booking_id = :id and kind = 'REMINDER'")
                .param("id", booking.id().value())
                .query((row, number) -> row.getString("state"))
                .list();
    }
}
