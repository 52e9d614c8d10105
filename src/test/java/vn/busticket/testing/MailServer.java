package vn.busticket.testing;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** The mail server of all tests; it can be away for a while. */
public final class MailServer {

    private static final int PORT = FreePorts.next();
    private static final int IMAP_PORT = FreePorts.next();
    private static final String BOUNCES = "bounces";
    private static GreenMail server = start();

    private MailServer() {}

    /** Where it listens. */
    public static int port() {
        return PORT;
    }

    /** The mailbox that returned mail goes to. */
    public static String bounceMailbox() {
        return "imap://%1$s:%1$s@127.0.0.1:%2$d/INBOX".formatted(BOUNCES, IMAP_PORT);
    }

    /** Brings a mail into that mailbox. */
    public static void bringBack(MimeMessage mail) {
        bounceUser().deliver(mail);
    }

    /** The flags of each mail in that mailbox, the oldest first. */
    public static List<Flags> flagsOfReturned() {
        try {
            return server
                    .getManagers()
                    .getImapHostManager()
                    .getInbox(bounceUser())
                    .getMessages()
                    .stream()
                    .map(StoredMessage::getFlags)
                    .toList();
        } catch (FolderException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static GreenMailUser bounceUser() {
        return server.setUser(BOUNCES + "@busticket.example", BOUNCES, BOUNCES);
    }

    /** Lets it be unreachable; what it had received is forgotten. */
    public static void stop() {
        server.stop();
    }

    /** Brings it back, empty. */
    public static void startAgain() {
        server = start();
    }

    /** What has arrived for an address. */
    public static List<MimeMessage> received(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isFor(message, address))
                .toList();
    }

    private static boolean isFor(MimeMessage message, String address) {
        try {
            var recipients = message.getAllRecipients();
            return recipients != null
                    && Arrays.stream(recipients)
                            .anyMatch(recipient -> recipient.toString().contains(address));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static GreenMail start() {
        var mail =
                new GreenMail(
                        new ServerSetup[] {
                            MailSetup.on(PORT, ServerSetup.PROTOCOL_SMTP),
                            MailSetup.on(IMAP_PORT, ServerSetup.PROTOCOL_IMAP)
                        });
        mail.start();
        mail.setUser(BOUNCES + "@busticket.example", BOUNCES, BOUNCES);
        return mail;
    }
}
