/**
 * What people are told by e-mail and SMS: the outbox, writing, sending, repeating.
 *
 * <p>Ask it through: {@link vn.busticket.notifications.Receipts} (the receipt of a booking), {@link
 * vn.busticket.notifications.NotificationQueries} (what was sent about a booking), {@link
 * vn.busticket.notifications.MessageDesk} and {@link vn.busticket.notifications.SendAgain} (for
 * staff). It tells nothing. It hears: {@link vn.busticket.bookings.BookingConfirmed}, {@link
 * vn.busticket.bookings.BookingsExpired}, {@link vn.busticket.bookings.BookingCancelled}, {@link
 * vn.busticket.bookings.MoneyOutcome}, {@link vn.busticket.payments.RefundOpened}, {@link
 * vn.busticket.payments.RefundNeedsAccount}, {@link vn.busticket.payments.RefundPaidOut}. Owns: the
 * tables {@code notification}, {@code notification_attempt}, {@code message_channel}, {@code
 * sms_arrival}; the jobs {@code SendNotificationsJob}, {@code AskSmsArrivalsJob}, {@code
 * TellGiveUpsJob}, {@code ForgetOldMessagesJob}.
 *
 * <p>Why so: a message is a row written in the transaction that causes it, and is read, written and
 * sent later, so no message is without its cause, no cause without its message, and no mail server
 * can hold up a payment. The price is a second or two until it is sent. Letters are typed records
 * filled into templates that escape by themselves, so nothing that a person typed can become
 * markup, a header or template code.
 */
@ApplicationModule(
        allowedDependencies = {
            "bookings",
            "payments",
            "trips",
            "tickets",
            "accounts",
            "scheduling",
            "cluster",
            "shared"
        })
@NullMarked
package vn.busticket.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
