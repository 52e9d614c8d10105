package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;
import vn.busticket.documents.Templates;
import vn.busticket.notifications.OutgoingMail.Attachment;
import vn.busticket.notifications.SendOutcome.Rejected;
import vn.busticket.notifications.SendOutcome.Retry;
import vn.busticket.notifications.SendOutcome.Sent;
import vn.busticket.notifications.SmtpServer.Tls;
import vn.busticket.shared.Language;
import vn.busticket.testing.FreePorts;
import vn.busticket.testing.MailSetup;
import vn.busticket.tickets.Samples;

@Tag("P6.4")
class SmtpMessageSenderTest {

    private final GreenMail catcher = new GreenMail(MailSetup.on(0, ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        catcher.start();
    }

    @AfterEach
    void stop() {
        catcher.stop();
    }

    @Test
    void everythingArrivesAsItWasWritten() throws Exception {
        assertThat(send(mail("Nguyễn Thị Thu Hà", "ha@example.com"))).isInstanceOf(Sent.class);

        var message = onlyMessage();
        assertThat(message.getSubject()).startsWith("Vé của bạn: Sài Gòn → Đà Lạt");
        assertThat(message.getMessageID()).isEqualTo("<n7.1764000000123@busticket.vn>");
        assertThat(message.getHeader("Return-Path")[0])
                .contains("bounces+n7.1764000000123@busticket.vn");
        assertThat(MimeUtility.decodeText(message.getHeader("To")[0]))
                .contains("Nguyễn Thị Thu Hà")
                .contains("ha@example.com");
        var parts = parts(message);
        assertThat(parts)
                .extracting(SmtpMessageSenderTest::kind)
                .containsExactlyInAnyOrder(
                        "text/plain null",
                        "text/html null",
                        "image/png ticket-0",
                        "application/pdf ve-K7M2XQ4P.pdf",
                        "text/calendar lich-K7M2XQ4P.ics");
        assertThat(body(parts, "text/html")).contains("Chỗ của bạn đã chắc chắn", "cid:ticket-0");
        assertThat(body(parts, "text/plain")).contains("Ghế A05: Nguyễn Thị Thu Hà");
    }

    @Test
    @Tag("P6.2")
    void aNameCannotBecomeAHeader() throws Exception {
        var name = "Hà\r\nBcc: everybody@example.com\r\n\r\n<b>x</b>";

        assertThat(send(mail(name, "ha@example.com"))).isInstanceOf(Sent.class);

        var message = onlyMessage();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
    }

    @Test
    @Tag("P6.2")
    void whateverIsTypedTheHeadersStayOurs() throws Exception {
        assertThat(send(mail("Hoa", "ha@example.com"))).isInstanceOf(Sent.class);
        for (var typed : Letters.TYPED) {
            var harmless = mail("Hoa", "ha@example.com");
            var letter =
                    new LetterWriter(new Templates(), Samples.IMPRINT)
                            .write(Letters.typed(Letters.confirmation(Language.VI, "Hoa"), typed));
            assertThat(
                            send(
                                    new OutgoingMail(
                                            harmless.identity(),
                                            typed,
                                            harmless.recipient(),
                                            letter,
                                            harmless.attachments())))
                    .isInstanceOf(Sent.class);

            var messages = catcher.getReceivedMessages();
            var message = messages[messages.length - 1];
            assertThat(headers(message)).as(typed).isEqualTo(headers(messages[0]));
            assertThat(message.getAllRecipients()).as(typed).hasSize(1);
            assertThat(message.getSubject()).as(typed).isEqualTo(letter.subject());
        }
    }

    @Test
    @Tag("P6.2")
    void anAddressThatIsNoneIsRejectedForGood() {
        for (var address : List.of("ha@example.com\r\nBcc: x@example.com", "nobody", "a b@c d")) {
            assertThat(send(mail("Hà", address))).as(address).isInstanceOf(Rejected.class);
        }
        assertThat(catcher.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        var mail = mail("Hà", "ha@example.com");
        try (var sender = sender(FreePorts.next(), "", "")) {
            assertThat(sender.send(mail)).isInstanceOf(Retry.class);
        }
    }

    @Test
    void refusedCredentialsAreOursToRepair() {
        catcher.setUser("sender", "right");
        catcher.getUserManager().setAuthRequired(true);
        var mail = mail("Hà", "ha@example.com");
        try (var sender = sender(catcher.getSmtp().getPort(), "sender", "wrong")) {
            assertThat(sender.send(mail)).isInstanceOf(Retry.class);
        }
    }

    @Test
    void aRefusalOfTheRecipientIsFinalAndABusyMailboxIsNot() throws Exception {
        try (var server = new ScriptedSmtpServer("550 5.1.1 no such user")) {
            assertThat(send(server.port(), mail("Hà", "ha@example.com")))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.reason()).contains("550 5.1.1"));
        }
        try (var server = new ScriptedSmtpServer("452 4.2.2 mailbox full")) {
            assertThat(send(server.port(), mail("Hà", "ha@example.com")))
                    .isInstanceOfSatisfying(
                            Retry.class, retry -> assertThat(retry.reason()).contains("452 4.2.2"));
        }
    }

    @Test
    void aServerThatNobodyVouchesForGetsNothing() {
        var secure = new GreenMail(MailSetup.on(0, ServerSetup.PROTOCOL_SMTPS));
        secure.start();
        try (var sender =
                sender(new SmtpServer("127.0.0.1", secure.getSmtps().getPort(), "", "", Tls.TLS))) {
            assertThat(sender.send(mail("Hà", "ha@example.com")))
                    .isInstanceOfSatisfying(
                            Retry.class,
                            retry -> assertThat(retry.kind()).isEqualTo(FailureKind.CONNECTION));
            assertThat(secure.getReceivedMessages()).isEmpty();
        } finally {
            secure.stop();
        }
    }

    @Test
    void aServerThatOffersNoEncryptionGetsNothingWhereItIsDemanded() throws Exception {
        try (var server = new ScriptedSmtpServer("250 fine");
                var sender =
                        sender(new SmtpServer("127.0.0.1", server.port(), "", "", Tls.STARTTLS))) {
            assertThat(sender.send(mail("Hà", "ha@example.com"))).isInstanceOf(Retry.class);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void everyKindOfFailureIsToldApart() throws Exception {
        assertThat(kindAfter("MAIL", "451 later")).isEqualTo(FailureKind.TEMPORARY);
        assertThat(kindAfter("MAIL", "550 not you")).isEqualTo(FailureKind.WE_ARE_REFUSED);
        assertThat(kindAfter("RCPT", "421 closing")).isEqualTo(FailureKind.CONNECTION);
        assertThat(kindAfter("DATA", "554 no")).isEqualTo(FailureKind.MESSAGE_REFUSED);
        assertThat(kindAfter("END", "554 spam")).isEqualTo(FailureKind.MESSAGE_REFUSED);
        assertThat(kindAfter("END", "452 full")).isEqualTo(FailureKind.TEMPORARY);
        assertThat(kindAfter("CONNECT", "554 go away")).isEqualTo(FailureKind.CONNECTION);
        assertThat(kindAfter("RCPT", null)).isEqualTo(FailureKind.CONNECTION);
        assertThat(kindAfter("DATA", null)).isEqualTo(FailureKind.CONNECTION);
        assertThat(kindAfter("END", null)).isEqualTo(FailureKind.ANSWER_LOST);
    }

    @Test
    void theAnswerOfTheServerIsKept() throws Exception {
        try (var server = new ScriptedSmtpServer("250 fine")) {
            assertThat(send(server.port(), mail("Hà", "ha@example.com")))
                    .isEqualTo(new Sent("250 taken as 1"));
            assertThat(server.mails().getFirst().sender())
                    .contains("<bounces+n7.1764000000123@busticket.vn>");
        }
    }

    @Test
    void messagesShareAConnectionThatDoesNotStall() throws Exception {
        try (var server = new ScriptedSmtpServer("250 fine");
                var sender = sender(server.port(), "", "")) {
            for (var count = 0; count < 50; count++) {
                assertThat(sender.send(mail("Hà", "ha@example.com"))).isInstanceOf(Sent.class);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Which the mail library ignores where the factory does not reach it as an object. */
    @Test
    void theLinesOfTheTalkAreSentAtOnce() throws Exception {
        try (var server = new ScriptedSmtpServer("250 fine");
                var connections =
                        new SmtpConnections(
                                new SmtpServer("127.0.0.1", server.port(), "", "", Tls.NONE))) {
            var mailer =
                    MailerBuilder.withSMTPServer("127.0.0.1", server.port())
                            .withCustomMailer(connections)
                            .buildMailer();
            var email =
                    EmailBuilder.startingBlank()
                            .from("noreply@busticket.vn")
                            .to("ha@example.com")
                            .withPlainText("Hà")
                            .buildEmail();
            ScopedValue.where(
                            SmtpConnections.HANDOVER,
                            new SmtpConnections.Handover(
                                    new WrittenLetter("", "", "", List.of()),
                                    new AtomicReference<>("")))
                    .run(() -> mailer.sendMail(email, false).join());

            assertThat(server.mails()).hasSize(1);
            assertThat(mailer.getSession().getProperties().get("mail.smtp.socketFactory"))
                    .isInstanceOf(PromptSockets.class);
        }
    }

    @Test
    @Tag("P6.7")
    void whoMayUnsubscribeCanDoSoByOneClick() throws Exception {
        var link = URI.create("https://busticket.example/unsubscribe/t0ken");
        var plain = mail("Hà", "ha@example.com");
        assertThat(
                        send(
                                new OutgoingMail(
                                        plain.identity(),
                                        plain.recipientName(),
                                        plain.recipient(),
                                        plain.letter(),
                                        plain.attachments(),
                                        link)))
                .isInstanceOf(Sent.class);
        assertThat(send(mail("Hà", "ha@example.com"))).isInstanceOf(Sent.class);

        var first = catcher.getReceivedMessages()[0];
        assertThat(first.getHeader("List-Unsubscribe")).containsExactly("<" + link + ">");
        assertThat(first.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(catcher.getReceivedMessages()[1].getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void aMessageIsFoundAgainByItsNumberOrItsEnvelope() {
        var identity = new MessageIdentity(7, Instant.ofEpochMilli(1_764_000_000_123L));
        assertThat(MessageIdentity.in("Original-Message-ID: <n7.1764000000123@busticket.vn>"))
                .contains(identity);
        assertThat(MessageIdentity.in("rfc822; bounces+n7.1764000000123@busticket.vn"))
                .contains(identity);
        assertThat(MessageIdentity.in("<abc@mail.example>")).isEmpty();
        assertThat(identity.envelopeSender("returned@busticket.vn"))
                .isEqualTo("returned@busticket.vn");
    }

    @Test
    void aMessageSentAgainKeepsItsNumber() throws Exception {
        try (var sender = sender(catcher.getSmtp().getPort(), "", "")) {
            sender.send(mail("Hà", "ha@example.com"));
            sender.send(mail("Hà", "ha@example.com"));
        }
        assertThat(catcher.getReceivedMessages()).hasSize(2);
        for (var message : catcher.getReceivedMessages()) {
            assertThat(message.getMessageID()).isEqualTo("<n7.1764000000123@busticket.vn>");
        }
    }

    private static OutgoingMail mail(String name, String address) {
        var letter =
                new LetterWriter(new Templates(), Samples.IMPRINT)
                        .write(Letters.confirmation(Language.VI, name));
        return new OutgoingMail(
                new MessageIdentity(7, Instant.ofEpochMilli(1_764_000_000_123L)),
                name,
                address,
                letter,
                List.of(
                        new Attachment("ve-K7M2XQ4P.pdf", "application/pdf", new byte[] {1, 2}),
                        new Attachment(
                                "lich-K7M2XQ4P.ics",
                                "text/calendar; charset=utf-8",
                                "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8))));
    }

    private SendOutcome send(OutgoingMail mail) {
        return send(catcher.getSmtp().getPort(), mail);
    }

    private static SendOutcome send(int port, OutgoingMail mail) {
        try (var sender = sender(port, "", "")) {
            return sender.send(mail);
        }
    }

    private static SmtpMessageSender sender(int port, String username, String password) {
        return sender(new SmtpServer("127.0.0.1", port, username, password, Tls.NONE));
    }

    private static SmtpMessageSender sender(SmtpServer server) {
        return new SmtpMessageSender("noreply@busticket.vn", "bounces+{id}@busticket.vn", server);
    }

    private static FailureKind kindAfter(String step, @Nullable String answer) throws Exception {
        try (var server = new ScriptedSmtpServer(0, (at, line) -> at.equals(step) ? answer : "")) {
            return switch (send(server.port(), mail("Hà", "ha@example.com"))) {
                case Retry(var kind, _) -> kind;
                case Rejected(var kind, _) -> kind;
                case Sent sent -> throw new AssertionError(sent);
                case SendOutcome.Overtaken overtaken -> throw new AssertionError(overtaken);
                case SendOutcome.Unwanted unwanted -> throw new AssertionError(unwanted);
                case SendOutcome.Postponed later -> throw new AssertionError(later);
            };
        }
    }

    private MimeMessage onlyMessage() {
        assertThat(catcher.getReceivedMessages()).hasSize(1);
        return catcher.getReceivedMessages()[0];
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

    private static List<String> headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream().map(Header::getName).toList();
    }

    private static String kind(Part part) {
        try {
            var type = part.getContentType().replaceAll(";.*", "").strip().replaceAll("\\s.*", "");
            return type.toLowerCase(Locale.ROOT) + " " + part.getFileName();
        } catch (MessagingException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static String body(List<Part> parts, String type) throws Exception {
        for (var part : parts) {
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
        }
        throw new AssertionError("No part " + type);
    }
}
