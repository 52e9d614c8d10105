package vn.busticket.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.MoneyOutcome;

/**
 * A message that this process may try to send now.
 *
 * @param booking the booking that it is about, or
 * @param accountCause the cause in an account whose owner it goes to
 * @param subject the refund, the transfer, the cancellation or the change that it is about, if it
 *     is about one
 * @param outcome what became of that transfer, if it is about one
 * @param report the report that it carries, if it carries one
 * @param attempt number of the attempt, from 1; who comes later with another number is refused
 */
record Claimed(
        long id,
        NotificationKind kind,
        Channel channel,
        @Nullable BookingId booking,
        @Nullable AccountCause accountCause,
        @Nullable Long subject,
        MoneyOutcome.@Nullable Outcome outcome,
        int attempt,
        Instant createdAt,
        @Nullable ReportCause report) {}
