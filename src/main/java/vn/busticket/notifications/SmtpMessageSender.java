package vn.busticket.notifications;

import java.util.concurrent.atomic.AtomicReference;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;
import vn.busticket.shared.PlainText;

/** Sends over SMTP with Simple Java Mail, over connections kept open between messages. */
final class SmtpMessageSender implements MessageSender, AutoCloseable {

    private static final String SENDER_NAME = "BusTicket";

    private final String from;
    private final String envelopeSender;
    private final SmtpConnections connections;
    private final Mailer mailer;
    private final LookedUpStreams streams = new LookedUpStreams();

    /**
     * A sender without open connections.
     *
     * @param from address of the sender
     * @param envelopeSender where returned mail goes to, as {@link MessageIdentity} fills it in
     */
    SmtpMessageSender(String from, String envelopeSender, SmtpServer server) {
        this.from = from;
        this.envelopeSender = envelopeSender;
        this.connections = new SmtpConnections(server);
        this.mailer = mailer(server, connections);
    }

    private static Mailer mailer(SmtpServer server, SmtpConnections connections) {
        var builder =
                server.username().isBlank()
                        ? MailerBuilder.withSMTPServer(server.host(), server.port())
                        : MailerBuilder.withSMTPServer(
                                server.host(), server.port(), server.username(), server.password());
        return builder.withTransportStrategy(strategy(server.tls()))
                .withProperty(
                        "mail.smtp.starttls.enable",
                        Boolean.toString(server.tls() == SmtpServer.Tls.STARTTLS))
                .withCustomMailer(connections)
                .buildMailer();
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        var answer = new AtomicReference<>("");
        try {
            var handover = new SmtpConnections.Handover(mail.letter(), answer);
            ScopedValue.where(SmtpConnections.HANDOVER, handover)
                    .run(() -> streams.during(() -> mailer.sendMail(email(mail), false).join()));
            return new SendOutcome.Sent(answer.get());
        } catch (RuntimeException failed) {
            return SmtpFailure.outcomeOf(failed);
        }
    }

    @Override
    public void hangUp() {
        connections.hangUp();
    }

    @Override
    public void close() {
        connections.close();
    }

    private Email email(OutgoingMail mail) {
        var letter = mail.letter();
        var email =
                EmailBuilder.startingBlank()
                        .fixingMessageId("<" + mail.identity().messageId(from) + ">")
                        .from(SENDER_NAME, from)
                        .withBounceTo(mail.identity().envelopeSender(envelopeSender))
                        .to(inHeader(mail.recipientName()), mail.recipient())
                        .withSubject(EncodedWords.of(letter.subject()))
                        .withPlainText(EncodedMail.STAND_IN)
                        .withHTMLText(EncodedMail.STAND_IN)
                        .withHeader("Auto-Submitted", "auto-generated");
        if (mail.unsubscribe() != null) {
            email.withHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">")
                    .withHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        for (var picture : letter.pictures()) {
            email.withEmbeddedImage(picture.contentId(), picture.png(), "image/png");
        }
        for (var attachment : mail.attachments()) {
            email.withAttachment(attachment.name(), attachment.content(), attachment.mediaType());
        }
        return email.buildEmail();
    }

    private static String inHeader(String name) {
        return EncodedWords.of(PlainText.oneLine(name).strip());
    }

    private static TransportStrategy strategy(SmtpServer.Tls tls) {
        return switch (tls) {
            case NONE -> TransportStrategy.SMTP;
            case STARTTLS -> TransportStrategy.SMTP_TLS;
            case TLS -> TransportStrategy.SMTPS;
        };
    }
}
