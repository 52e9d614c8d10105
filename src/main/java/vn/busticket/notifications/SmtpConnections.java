package vn.busticket.notifications;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** What is handed over, for the thread that sends. */
    static final ScopedValue<Handover> HANDOVER = ScopedValue.newInstance();

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Servers look through a message before they answer; whoever hangs up too soon sends twice. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private static final long TOO_OLD_NANOS = Duration.ofSeconds(10).toNanos();

    private final SmtpServer server;
    private final PromptSockets sockets;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger hangUps = new AtomicInteger();

    SmtpConnections(SmtpServer server) {
        this.server = server;
        this.sockets =
                new PromptSockets(
                        server.tls() == SmtpServer.Tls.TLS
                                ? SSLSocketFactory.getDefault()
                                : SocketFactory.getDefault());
    }

    /**
     * What goes past Simple Java Mail.
     *
     * @param letter the texts of the mail, for which Simple Java Mail knows stand-ins only
     * @param answer where the server's answer goes to
     */
    record Handover(WrittenLetter letter, AtomicReference<String> answer) {}

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
            var encoded = new EncodedMail(session, message, HANDOVER.get().letter());
            var recipients = message.getAllRecipients();
            var hangUpsBefore = hangUps.get();
            if (!isSentOverAnOpenOne(encoded, recipients, hangUpsBefore)) {
                send(open(session), encoded, recipients);
            }
        } catch (MessagingException failed) {
            throw new NotSent(failed);
        }
    }

    /** Hangs up on the server, whatever it is about to say. */
    void hangUp() {
        hangUps.incrementAndGet();
        sockets.closeAll();
    }

    @Override
    public void close() {
        for (var left = idle.pollFirst(); left != null; left = idle.pollFirst()) {
            close(left.transport());
        }
    }

    /** A connection that was closed while it was idle says nothing about the message. */
    private boolean isSentOverAnOpenOne(
            EncodedMail message, Address[] recipients, int hangUpsBefore)
            throws MessagingException {
        closeTheTooOld();
        var free = idle.pollFirst();
        if (free == null) {
            return false;
        }
        try {
            send(free.transport(), message, recipients);
            return true;
        } catch (MessagingException failed) {
            if (SmtpFailure.isOfTheConnection(failed) && hangUps.get() == hangUpsBefore) {
                return false;
            }
            throw failed;
        }
    }

    private void send(AnsweringTransport transport, EncodedMail message, Address[] recipients)
            throws MessagingException {
        try {
            transport.sendMessage(message, recipients);
        } catch (MessagingException failed) {
            close(transport);
            throw failed;
        }
        HANDOVER.get().answer().set(transport.lastAnswer());
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
        var factory = server.tls() == SmtpServer.Tls.TLS ? "ssl.socketFactory" : "socketFactory";
        settings.put(prefix + factory, sockets);
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
