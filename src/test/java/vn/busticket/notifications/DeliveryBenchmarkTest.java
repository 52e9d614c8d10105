package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import vn.busticket.benchmark.Benchmark;
import vn.busticket.documents.Templates;
import vn.busticket.shared.Language;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.MailServer;
import vn.busticket.testing.WaitingBookings;
import vn.busticket.tickets.Samples;

/** From the queue to SMTP with rendering, without PDF (F8), beside a loop that only sends. */
@Tag("benchmark")
@Tag("P6.3")
class DeliveryBenchmarkTest extends ApplicationTest {

    private static final int MESSAGES = 1_000;
    private static final int CONNECTIONS = DeliveryLane.PLACES;

    /**
     * Until both run compiled, which takes what is called once for a mail more than 5,000 mails; a
     * server runs for weeks.
     */
    private static final int WARMING_UP = 8;

    @Test
    void fromTheQueueToTheServer() throws Exception {
        MailServer.stop();
        try (var server = new ScriptedSmtpServer(MailServer.port(), (step, line) -> "")) {
            var benchmark = new Benchmark("F8 notifications, " + CONNECTIONS + " connections");
            for (var round = 0; round < WARMING_UP; round++) {
                bare(server);
                ours(server);
            }
            // The database does so by itself within a minute of work.
            database.sql("analyze").update();
            benchmark.measure(
                    "queue to SMTP, rendered, without PDF",
                    "1/s",
                    ">= 0.7 x",
                    () -> bare(server),
                    () -> ours(server));
            benchmark.print();
        } finally {
            MailServer.startAgain();
        }
    }

    /** Expiry notices of bookings that ran out of time. */
    private double ours(ScriptedSmtpServer server) {
        new WaitingBookings(database).unpaid(MESSAGES, clock.instant());
        clock.advance(Duration.ofMinutes(20));
        run(job());
        assertThat(waiting()).isEqualTo(MESSAGES);
        var before = server.mails().size();
        var begin = System.nanoTime();
        run(SendNotificationsJob.class);
        var took = System.nanoTime() - begin;
        assertThat(server.mails()).hasSize(before + MESSAGES);
        return MESSAGES * 1e9 / took;
    }

    /** The same mail again and again, on as many connections, nothing read and nothing stored. */
    private static double bare(ScriptedSmtpServer server) {
        var letter =
                new LetterWriter(new Templates(), Samples.IMPRINT)
                        .write(Letters.of(LetterSample.EXPIRY, SampleData.USUAL, Language.VI));
        var before = server.mails().size();
        var begin = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var connection = 0; connection < CONNECTIONS; connection++) {
                senders.execute(() -> send(server.port(), letter, MESSAGES / CONNECTIONS));
            }
        }
        var took = System.nanoTime() - begin;
        assertThat(server.mails()).hasSize(before + MESSAGES);
        return MESSAGES * 1e9 / took;
    }

    private static void send(int port, WrittenLetter letter, int count) {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", new PromptSockets(SocketFactory.getDefault()));
        var session = Session.getInstance(properties);
        try (var transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            for (var number = 0; number < count; number++) {
                var message = message(session, letter);
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static MimeMessage message(Session session, WrittenLetter letter)
            throws MessagingException, IOException {
        var text = new MimeBodyPart();
        text.setText(letter.text(), "UTF-8");
        var html = new MimeBodyPart();
        html.setText(letter.html(), "UTF-8", "html");
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress("noreply@busticket.vn", "BusTicket"));
        message.setRecipients(Message.RecipientType.TO, "an@example.vn");
        message.setSubject(letter.subject(), "UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private int waiting() {
        return database.sql(
                        "select count(*) from notification where state = 'QUEUED' and kind = 'EXPIRY'")
                .query(Integer.class)
                .single();
    }

    private static Class<? extends Job> job() {
        try {
            return Class.forName("vn.busticket.bookings.ExpireBookingsJob").asSubclass(Job.class);
        } catch (ClassNotFoundException renamed) {
            throw new AssertionError(renamed);
        }
    }
}
