package vn.busticket.notifications;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.busticket.bookings.BookingId;
import vn.busticket.shared.PhoneNumber;

/**
 * A message as staff see it.
 *
 * @param id its number
 * @param booking the booking that it is about; null if it went to the owner of an account
 * @param recipient where the last attempt went to; null before the first
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried again at the latest, if it is
 * @param reason why it was not sent, or not at the last attempt
 * @param againOf the message that it was sent again for
 * @param isSentAgain true if staff sent another for it
 */
public record MessageRow(
        long id,
        NotificationKind kind,
        Channel channel,
        @Nullable BookingId booking,
        NotificationState state,
        @Nullable String recipient,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt,
        @Nullable String reason,
        @Nullable Long againOf,
        boolean isSentAgain) {

    private static final int SHOWN_AT_EACH_END = 2;

    /** The address or number with its middle hidden; empty before the first attempt. */
    public String maskedRecipient() {
        if (recipient == null) {
            return "";
        }
        if (channel == Channel.SMS) {
            return PhoneNumber.parse(recipient).map(PhoneNumber::masked).orElse("***");
        }
        var at = recipient.lastIndexOf('@');
        var name = recipient.substring(0, Math.max(0, at));
        var shown = name.length() > 2 * SHOWN_AT_EACH_END ? SHOWN_AT_EACH_END : 0;
        return name.substring(0, shown)
                + "***"
                + name.substring(name.length() - shown)
                + recipient.substring(Math.max(0, at)).toLowerCase(Locale.ROOT);
    }

    /** True if staff may send it again: it has ended, and was not overtaken or unwanted. */
    public boolean maySendAgain() {
        return switch (state) {
            case SENT, REJECTED, GIVEN_UP -> !isSentAgain;
            case QUEUED, OVERTAKEN, UNWANTED -> false;
        };
    }
}
