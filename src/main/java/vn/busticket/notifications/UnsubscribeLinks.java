package vn.busticket.notifications;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.MessagePreferences;
import vn.busticket.accounts.SignedLinks;
import vn.busticket.analytics.ReportReaders;
import vn.busticket.analytics.ReportRecipientId;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.documents.Imprint;
import vn.busticket.shared.EmailAddress;

/**
 * The link in a reminder by which its reader turns reminders off without an account, and the one in
 * a report by which its reader gets no more of that report. The first names the booking and, by a
 * fingerprint, the address that it was sent to: whoever got a reminder before the address was
 * corrected silences nobody else.
 */
@Component
public class UnsubscribeLinks {

    /** Below this the links are, and the one-click POST of RFC 8058 comes. */
    public static final String PATH = "/unsubscribe/";

    private static final String PURPOSE = "unsubscribe";
    private static final String REPORT_PURPOSE = "unsubscribe-report";
    private static final Duration GOOD_AFTER_REPORT = Duration.ofDays(365);
    private static final Duration GOOD_AFTER_DEPARTURE = Duration.ofDays(365);
    private static final int FINGERPRINT_BYTES = 12;

    private final SignedLinks links;
    private final BookingQueries bookings;
    private final MessagePreferences preferences;
    private final ReportReaders readers;
    private final Imprint imprint;

    UnsubscribeLinks(
            SignedLinks links,
            BookingQueries bookings,
            MessagePreferences preferences,
            ReportReaders readers,
            Imprint imprint) {
        this.links = links;
        this.bookings = bookings;
        this.preferences = preferences;
        this.readers = readers;
        this.imprint = imprint;
    }

    /** The link for the reminders of a booking. */
    public URI of(BookingDetails booking) {
        var subject = booking.code() + "." + fingerprint(booking.contact().email());
        var token = links.sign(PURPOSE, subject, booking.departsAt().plus(GOOD_AFTER_DEPARTURE));
        return URI.create(imprint.link(PATH + token));
    }

    /**
     * The link for one reader of a report.
     *
     * @param now when it is made
     */
    URI of(ReportRecipientId reader, Instant now) {
        var subject = Long.toString(reader.value());
        var token = links.sign(REPORT_PURPOSE, subject, now.plus(GOOD_AFTER_REPORT));
        return URI.create(imprint.link(PATH + token));
    }

    /** True for a link out of a report. */
    public boolean isAboutReport(String token) {
        return reader(token).isPresent();
    }

    /** Whose reminders a link turns off; empty if it is forged, too old or about nobody. */
    public Optional<String> address(String token) {
        return links.verify(PURPOSE, token)
                .map(subject -> subject.split("\\.", 2))
                .filter(parts -> parts.length == 2)
                .flatMap(parts ->
                        bookings.byCode(parts[0])
                                .map(booking -> booking.contact().email())
                                .filter(address -> fingerprint(address).equals(parts[1])));
    }

    /** True if the address of a link takes no reminders. */
    public boolean isUnsubscribed(String token) {
        return reader(token)
                .map(readers::isUnsubscribed)
                .or(() -> address(token).map(preferences::isUnsubscribed))
                .orElse(false);
    }

    /** Turns off what a link is about; may be repeated, forged ones do nothing. */
    public void unsubscribe(String token) {
        reader(token).ifPresent(readers::unsubscribe);
        address(token).ifPresent(preferences::unsubscribe);
    }

    /** Turns it on again. */
    public void subscribeAgain(String token) {
        reader(token).ifPresent(readers::subscribeAgain);
        address(token).ifPresent(preferences::subscribeAgain);
    }

    private Optional<ReportRecipientId> reader(String token) {
        return links.verify(REPORT_PURPOSE, token).map(Long::valueOf).map(ReportRecipientId::new);
    }

    private static String fingerprint(String address) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    EmailAddress.normalized(address)
                                            .getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(digest, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
