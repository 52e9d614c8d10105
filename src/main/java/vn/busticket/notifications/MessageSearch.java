package vn.busticket.notifications;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.busticket.bookings.BookingId;
import vn.busticket.shared.PhoneNumber;

/**
 * Which messages staff look for: those about a booking, or to an address or a number, or all.
 *
 * @param recipient in lower case, a number in E.164 form
 */
public record MessageSearch(@Nullable BookingId booking, @Nullable String recipient) {

    /** All of them. */
    public static final MessageSearch ALL = new MessageSearch(null, null);

    /** The messages about a booking. */
    public static MessageSearch about(BookingId booking) {
        return new MessageSearch(booking, null);
    }

    /** The messages to an e-mail address or a phone number, as typed; empty for all. */
    public static MessageSearch to(String typed) {
        var address = typed.strip();
        if (address.isEmpty()) {
            return ALL;
        }
        return new MessageSearch(
                null,
                PhoneNumber.parse(address)
                        .map(PhoneNumber::e164)
                        .orElseGet(() -> address.toLowerCase(Locale.ROOT)));
    }
}
