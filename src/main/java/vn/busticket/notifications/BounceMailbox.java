package vn.busticket.notifications;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox that returned mail goes to, each mail once: what was looked at is marked, by a
 * keyword of ours where the server keeps keywords and as seen elsewhere. Nothing is moved or
 * deleted, because the mailbox may be somebody else's too.
 */
@Component
class BounceMailbox {

    /** The keyword on mails that were looked at. */
    static final String LOOKED_AT = "BusTicketRead";

    /** A report returns a message of ours at most: what is bigger is none. */
    static final int MOST_BYTES = 5_000_000;

    private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);
    private static final String TIME_OUT_MILLIS = "20000";
    private static final int MOST_AT_ONCE = 500;

    private final BounceProperties properties;
    private final Bounces bounces;
    private final DeliveryMetrics metrics;
    private volatile @Nullable BounceReading lastReading;

    BounceMailbox(BounceProperties properties, Bounces bounces, DeliveryMetrics metrics) {
        this.properties = properties;
        this.bounces = bounces;
        this.metrics = metrics;
    }

    /** How it went when this node last looked; empty if it never did. */
    Optional<BounceReading> lastReading() {
        return Optional.ofNullable(lastReading);
    }

    /**
     * Looks at what is new; does nothing where no mailbox is set up. A server that is away is
     * logged and asked again the next time.
     */
    void read() {
        if (properties.imapUrl().isBlank()) {
            return;
        }
        var address = URI.create(properties.imapUrl().strip());
        var session = Session.getInstance(settings(address));
        var login = address.getRawUserInfo().split(":", 2);
        try (var store = session.getStore(address.getScheme())) {
            store.connect(
                    address.getHost(), address.getPort(), decoded(login[0]), decoded(login[1]));
            try (var folder = store.getFolder(folder(address))) {
                folder.open(Folder.READ_WRITE);
                read(folder);
            }
            note(BounceReading.READ);
        } catch (MessagingException away) {
            note(BounceReading.AWAY);
            log.warn("bounce mailbox not read reason={}", away.getClass().getSimpleName());
        }
    }

    private void note(BounceReading reading) {
        lastReading = reading;
        metrics.bounceMailbox(reading);
    }

    private void read(Folder folder) throws MessagingException {
        var mark = mark(folder);
        var news = folder.search(new FlagTerm(mark, false));
        for (var mail : Arrays.copyOf(news, Math.min(news.length, MOST_AT_ONCE))) {
            look(mail);
            mail.setFlags(mark, true);
        }
    }

    /**
     * One mail that cannot be read does not keep the others from being read. It is fetched whole
     * and taken apart here, because servers differ in what they make of the structure of a report.
     */
    private void look(Message mail) {
        try {
            if (mail.getSize() <= MOST_BYTES && mail instanceof MimeMessage mime) {
                DeliveryReport.read(new MimeMessage(mime)).ifPresent(bounces::reported);
            }
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            log.warn(
                    "mail in the bounce mailbox not understood number={} reason={}",
                    mail.getMessageNumber(),
                    unreadable.getClass().getSimpleName());
        }
    }

    private static Flags mark(Folder folder) {
        return folder.getPermanentFlags().contains(Flags.Flag.USER)
                ? new Flags(LOOKED_AT)
                : new Flags(Flags.Flag.SEEN);
    }

    private static String folder(URI address) {
        var path = address.getPath();
        return path == null || path.length() < 2 ? "INBOX" : path.substring(1);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Every wait has an end, and a password crosses a network only encrypted. */
    private static Properties settings(URI address) {
        var prefix = "mail." + address.getScheme() + ".";
        var isPlain = address.getScheme().equals("imap");
        var settings = new Properties();
        settings.setProperty(prefix + "connectiontimeout", TIME_OUT_MILLIS);
        settings.setProperty(prefix + "timeout", TIME_OUT_MILLIS);
        settings.setProperty(prefix + "writetimeout", TIME_OUT_MILLIS);
        settings.setProperty(prefix + "peek", "true");
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "starttls.enable", Boolean.toString(isPlain));
        settings.setProperty(
                prefix + "starttls.required",
                Boolean.toString(isPlain && !BounceProperties.isThisMachine(address)));
        return settings;
    }
}
