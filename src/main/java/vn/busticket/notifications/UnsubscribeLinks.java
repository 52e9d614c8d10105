package vn.busticket.notifications;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.MessagePreferences;
import vn.busticket.accounts.SignedLinks;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.documents.Imprint;
import vn.busticket.shared.EmailAddress;

/**
 * The link in a reminder by which its reader turns reminders off without an account. It names the
 * booking and, by a fingerprint, the address that it was sent to: whoever got a reminder before the
 * address was corrected silences nobody else.
 */
@Component
public class UnsubscribeLinks {

    /** Below this the links are, and the one-click POST of RFC 8058 comes. */
    public static final String PATH = "/unsubscribe/";

    private static final String PURPOSE = "unsubscribe";
    private static final Duration GOOD_AFTER_DEPARTURE = Duration.ofDays(365);
    private static final int FINGERPRINT_BYTES = 12;

    private final SignedLinks links;
    private final BookingQueries bookings;
    private final MessagePreferences preferences;
    private final Imprint imprint;

    UnsubscribeLinks(
            SignedLinks links,
            BookingQueries bookings,
            MessagePreferences preferences,
            Imprint imprint) {
        this.links = links;
        this.bookings = bookings;
        this.preferences = preferences;
        this.imprint = imprint;
    }

    /** The link for the reminders of a booking. */
    public URI of(BookingDetails booking) {
        var subject = booking.code() + "." + fingerprint(booking.contact().email());
        var token = links.sign(PURPOSE, subject, booking.departsAt().plus(GOOD_AFTER_DEPARTURE));
        return URI.create(imprint.link(PATH + token));
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
        return address(token).map(preferences::isUnsubscribed).orElse(false);
    }

    /**
     * Turns off the reminders to the address of a link; may be repeated, forged ones do nothing.
     */
    public void unsubscribe(String token) {
        address(token).ifPresent(preferences::unsubscribe);
    }

    /** Turns them on again. */
    public void subscribeAgain(String token) {
        address(token).ifPresent(preferences::subscribeAgain);
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
