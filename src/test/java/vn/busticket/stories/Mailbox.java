package vn.busticket.stories;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What a passenger finds in their mailbox. */
final class Mailbox {

    private final GreenMail server;
    private final String address;

    Mailbox(GreenMail server, String address) {
        this.server = server;
        this.address = address;
    }

    /** All mails so far. */
    List<MimeMessage> mails() {
        return Arrays.stream(server.getReceivedMessages()).filter(this::isToMe).toList();
    }

    /** Waits until that many mails are there. */
    List<MimeMessage> waitFor(int count, Duration atMost) throws InterruptedException {
        waitUntil(() -> mails().size() >= count, atMost);
        return mails();
    }

    /** The mail whose subject contains these words. */
    MimeMessage withSubject(String words) throws MessagingException {
        for (var mail : mails()) {
            if (mail.getSubject().contains(words)) {
                return mail;
            }
        }
        throw new AssertionError("No mail to " + address + " is about " + words);
    }

    /** The first attachment of that type. */
    static Optional<byte[]> attachment(Part part, String type)
            throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (var index = 0; index < several.getCount(); index++) {
                BodyPart inner = several.getBodyPart(index);
                var found = attachment(inner, type);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (!part.isMimeType(type)) {
            return Optional.empty();
        }
        try (var content = part.getInputStream()) {
            return Optional.of(content.readAllBytes());
        }
    }

    static void waitUntil(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
    }

    private boolean isToMe(MimeMessage mail) {
        try {
            return Arrays.asList(mail.getRecipients(RecipientType.TO))
                    .contains(new InternetAddress(address));
        } catch (MessagingException unreadable) {
            throw new AssertionError("A mail that nobody can read", unreadable);
        }
    }
}
