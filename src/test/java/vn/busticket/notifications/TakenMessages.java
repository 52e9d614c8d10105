package vn.busticket.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.ChangeId;

/** Messages in hand that nobody had to queue and take before. */
final class TakenMessages {

    private TakenMessages() {}

    /** One about a booking. */
    static Claimed about(
            BookingDetails booking, NotificationKind kind, Channel channel, Instant createdAt) {
        return about(booking, kind, channel, null, createdAt);
    }

    /** An e-mail about what a passenger changed. */
    static Claimed about(BookingDetails booking, ChangeId change, Instant createdAt) {
        return about(booking, NotificationKind.CHANGE, Channel.EMAIL, change.value(), createdAt);
    }

    /** An e-mail about an account. */
    static Taken about(NotificationKind kind, AccountCause cause, Instant createdAt) {
        return new Taken(
                new Claimed(1, kind, Channel.EMAIL, null, cause, null, null, 1, createdAt, null),
                0,
                false);
    }

    private static Claimed about(
            BookingDetails booking,
            NotificationKind kind,
            Channel channel,
            @Nullable Long subject,
            Instant createdAt) {
        return new Claimed(1, kind, channel, booking.id(), null, subject, null, 1, createdAt, null);
    }
}
