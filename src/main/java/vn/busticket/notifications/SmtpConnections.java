package vn.busticket.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.MailException;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.CustomMailer;
import org.simplejavamail.api.mailer.config.OperationalConfig;

/**
 * The connections over which Simple Java Mail sends, kept open between messages. There are as many
 * as messages are in hand, so nobody waits for one; one that failed is never used again, and one
 * that turns out to be closed before the message was handed over is replaced at once.
 */
final class SmtpConnections implements CustomMailer, AutoCloseable {

    /** Where the answer goes to, for the thread that sends. */
    static final ScopedValue<AtomicReference<String>> ANSWER = ScopedValue.newInstance();

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Servers look through a message before they answer; whoever hangs up too soon sends twice. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private static final long TOO_OLD_NANOS = Duration.ofSeconds(10).toNanos();

    private final SmtpServer server;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(SmtpServer server) {
        this.server = server;
    }

    private record Idle(AnsweringTransport transport, long sinceNanos) {}

    /** The mail library's failure, for {@link SmtpFailure} to read. */
    static final class NotSent extends MailException {

        private static final long serialVersionUID = 1L;

        NotSent(MessagingException because) {
            super("not sent", because);
        }
    }

    @Override
    public void testConnection(OperationalConfig config, Session session) {
        throw new UnsupportedOperationException("The first message tells");
    }

    @Override
    public void sendMessage(
            OperationalConfig config, Session session, Email email, MimeMessage message) {
        try {
            if (!isSentOverAnOpenOne(message)) {
                send(open(session), message);
            }
        } catch (MessagingException failed) {
            throw new NotSent(failed);
        }
    }

    @Override
    public void close() {
        for (var left = idle.pollFirst(); left != null; left = idle.pollFirst()) {
            close(left.transport());
        }
    }

    /** A connection that was closed while it was idle says nothing about the message. */
    private boolean isSentOverAnOpenOne(MimeMessage message) throws MessagingException {
        closeTheTooOld();
        var free = idle.pollFirst();
        if (free == null) {
            return false;
        }
        try {
            send(free.transport(), message);
            return true;
        } catch (MessagingException failed) {
            if (SmtpFailure.isOfTheConnection(failed)) {
                return false;
            }
            throw failed;
        }
    }

    private void send(AnsweringTransport transport, MimeMessage message) throws MessagingException {
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failed) {
            close(transport);
            throw failed;
        }
        ANSWER.get().set(transport.lastAnswer());
        idle.addFirst(new Idle(transport, System.nanoTime()));
    }

    private AnsweringTransport open(Session session) throws MessagingException {
        var protocol = server.tls() == SmtpServer.Tls.TLS ? "smtps" : "smtp";
        var prefix = "mail." + protocol + ".";
        var settings = session.getProperties();
        var silence = Long.toString(LONGEST_SILENCE.toMillis());
        settings.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
        settings.setProperty(prefix + "timeout", silence);
        settings.setProperty(prefix + "writetimeout", silence);
        // Simple Java Mail's own settings are texts: a factory put there is never asked.
        if (server.tls() == SmtpServer.Tls.TLS) {
            settings.put(
                    prefix + "ssl.socketFactory", new PromptSockets(SSLSocketFactory.getDefault()));
        } else {
            settings.put(prefix + "socketFactory", new PromptSockets(SocketFactory.getDefault()));
        }
        var address = new URLName(protocol, server.host(), server.port(), null, null, null);
        var transport = new AnsweringTransport(session, address);
        transport.connect(
                server.host(),
                server.port(),
                nullIfBlank(server.username()),
                nullIfBlank(server.password()));
        return transport;
    }

    private void closeTheTooOld() {
        for (var last = idle.pollLast(); last != null; last = idle.pollLast()) {
            if (System.nanoTime() - last.sinceNanos() < TOO_OLD_NANOS) {
                idle.addLast(last);
                return;
            }
            close(last.transport());
        }
    }

    private static void close(AnsweringTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // It is closed on our side, which is all that was wanted.
            return;
        }
    }

    private static @Nullable String nullIfBlank(String text) {
        return text.isBlank() ? null : text;
    }
}
