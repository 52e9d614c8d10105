package vn.busticket.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The mail server of all tests; it can be away for a while. */
public final class MailServer {

    private static final int PORT = freePort();
    private static GreenMail server = start();

    private MailServer() {}

    /** Where it listens. */
    public static int port() {
        return PORT;
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
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().contains(address));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static GreenMail start() {
        var setup = new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(TimeUnit.SECONDS.toMillis(10));
        var mail = new GreenMail(setup);
        mail.start();
        return mail;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
