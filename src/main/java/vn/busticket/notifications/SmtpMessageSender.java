package vn.busticket.notifications;

import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** Sends over SMTP with Simple Java Mail, a few connections kept open between messages. */
final class SmtpMessageSender implements MessageSender, AutoCloseable {

    private static final String SENDER_NAME = "BusTicket";
    private static final Duration TIME_OUT = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 4;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final String from;
    private final Mailer mailer;

    SmtpMessageSender(String from, SmtpServer server) {
        this.from = from;
        var builder =
                server.username().isBlank()
                        ? MailerBuilder.withSMTPServer(server.host(), server.port())
                        : MailerBuilder.withSMTPServer(
                                server.host(), server.port(), server.username(), server.password());
        mailer =
                builder.withTransportStrategy(strategy(server.tls()))
                        .withProperty(
                                "mail.smtp.starttls.enable",
                                Boolean.toString(server.tls() == SmtpServer.Tls.STARTTLS))
                        .withProperty(
                                "mail.smtp.socketFactory",
                                new PromptSockets(SocketFactory.getDefault()))
                        .withProperty(
                                "mail.smtps.ssl.socketFactory",
                                new PromptSockets(SSLSocketFactory.getDefault()))
                        .withSessionTimeout((int) TIME_OUT.toMillis())
                        .withConnectionPoolCoreSize(0)
                        .withConnectionPoolMaxSize(CONNECTIONS)
                        .withConnectionPoolClaimTimeoutMillis((int) TIME_OUT.toMillis())
                        .withConnectionPoolExpireAfterMillis((int) IDLE.toMillis())
                        .buildMailer();
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        try {
            mailer.sendMail(email(mail), false).join();
            return new SendOutcome.Sent();
        } catch (RuntimeException failed) {
            return SmtpFailure.outcomeOf(failed);
        }
    }

    @Override
    public void close() {
        mailer.shutdownConnectionPool();
    }

    private Email email(OutgoingMail mail) {
        var letter = mail.letter();
        var email =
                EmailBuilder.startingBlank()
                        .fixingMessageId("<" + mail.messageId() + ">")
                        .from(SENDER_NAME, from)
                        .withBounceTo(from)
                        .to(oneLine(mail.recipientName()), mail.recipient())
                        .withSubject(letter.subject())
                        .withPlainText(letter.text())
                        .withHTMLText(letter.html())
                        .withHeader("Auto-Submitted", "auto-generated");
        for (var picture : letter.pictures()) {
            email.withEmbeddedImage(picture.contentId(), picture.png(), "image/png");
        }
        for (var attachment : mail.attachments()) {
            email.withAttachment(attachment.name(), attachment.content(), attachment.mediaType());
        }
        return email.buildEmail();
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static TransportStrategy strategy(SmtpServer.Tls tls) {
        return switch (tls) {
            case NONE -> TransportStrategy.SMTP;
            case STARTTLS -> TransportStrategy.SMTP_TLS;
            case TLS -> TransportStrategy.SMTPS;
        };
    }
}
