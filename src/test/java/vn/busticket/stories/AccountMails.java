package vn.busticket.stories;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The links in the mails about accounts, as their owner finds them in the mailbox. */
final class AccountMails {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private AccountMails() {}

    /** The path that proves the mailbox. */
    static String verification(Shop shop, String email) {
        return path(shop, email, "verify-email");
    }

    /** The path that sets another password. */
    static String reset(Shop shop, String email) {
        return path(shop, email, "reset-password");
    }

    private static String path(Shop shop, String email, String page) {
        var mailbox = new Mailbox(shop.surroundings().mail(), email);
        var link = Pattern.compile("/" + page + "/[^\\s\"<>]+");
        try {
            Mailbox.waitUntil(() -> newest(mailbox, link).isPresent(), PATIENCE);
        } catch (InterruptedException stopped) {
            throw new AssertionError("Stopped while waiting for a mail", stopped);
        }
        return newest(mailbox, link)
                .orElseThrow(() -> new AssertionError("No mail with a link to " + page));
    }

    private static Optional<String> newest(Mailbox mailbox, Pattern link) {
        return mailbox.mails().reversed().stream()
                .map(mail -> link.matcher(text(mail)))
                .filter(found -> found.find())
                .map(found -> found.group())
                .findFirst();
    }

    private static String text(MimeMessage mail) {
        try {
            return Mailbox.attachment(mail, "text/plain")
                    .map(text -> new String(text, StandardCharsets.UTF_8))
                    .orElse("");
        } catch (MessagingException unreadable) {
            throw new AssertionError("A mail that nobody can read", unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
