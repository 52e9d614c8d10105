/**
 * What people are told by e-mail and SMS: the outbox, writing, sending, repeating; what they want
 * to be told, when they are reminded, and which addresses mail comes back from.
 *
 * <p>Ask it through: {@link vn.busticket.notifications.Receipts} (the receipt of a booking), {@link
 * vn.busticket.notifications.NotificationQueries} (what was sent about a booking), {@link
 * vn.busticket.notifications.UnsubscribeLinks} (the link in a reminder), {@link
 * vn.busticket.notifications.Suppressions} (addresses that take no mail), {@link
 * vn.busticket.notifications.Channels} (whether texts are sent), {@link
 * vn.busticket.notifications.LetterPreviews} and {@link vn.busticket.notifications.TestMessages}
 * (every message with made-up data), {@link vn.busticket.notifications.MessageDesk} and {@link
 * vn.busticket.notifications.SendAgain} (for staff). It tells nothing. It hears: {@link
 * vn.busticket.bookings.BookingConfirmed}, {@link vn.busticket.bookings.BookingsExpired}, {@link
 * vn.busticket.bookings.BookingCancelled}, {@link vn.busticket.bookings.BookingPartlyCancelled},
 * {@link vn.busticket.bookings.BookingCalledOff}, {@link vn.busticket.bookings.BookingsMoved},
 * {@link vn.busticket.bookings.BookingsReseated}, {@link vn.busticket.bookings.MoneyOutcome},
 * {@link vn.busticket.bookings.BookingsAnonymised}, {@link vn.busticket.payments.RefundOpened},
 * {@link vn.busticket.payments.RefundNeedsAccount}, {@link vn.busticket.payments.RefundPaidOut},
 * {@link vn.busticket.analytics.ReportDue}, and the events of accounts that a mailbox must hear of.
 * Owns: the tables {@code notification}, {@code notification_attempt}, {@code message_channel},
 * {@code sms_arrival}, {@code suppression}, {@code suppression_source_mark}; the jobs {@code
 * SendNotificationsJob}, {@code QueueRemindersJob}, {@code ReadBouncesJob}, {@code
 * AskSmsArrivalsJob}, {@code TellGiveUpsJob}, {@code ForgetOldMessagesJob}. Of bookings it reads
 * the view {@code booking_recipient} besides.
 *
 * <p>Why so: a message is a row written in the transaction that causes it, and is read, written and
 * sent later, so no message is without its cause, no cause without its message, and no mail server
 * can hold up a payment. The price is a second or two until it is sent. Letters are typed records
 * filled into templates that escape by themselves, so nothing that a person typed can become
 * markup, a header or template code. Short texts are one part of plain GSM characters, Vietnamese
 * without its marks, because with them a part holds 70 characters instead of 160; the price is that
 * long names are cut. Whether a message is wanted is asked when it is sent and not when it is
 * queued, so that what changed meanwhile counts. What is in hand is claimed, looked up and stored
 * together with others, because a disk is waited for each time; the price is that a process that
 * dies leaves more messages to the end of the lease than it was just sending. Reminders are found
 * by one statement over the view, because a hundred thousand may be due at once; the price is a
 * room that looks into another one's window.
 */
@ApplicationModule(
        allowedDependencies = {
            "bookings",
            "payments",
            "analytics",
            "trips",
            "tickets",
            "documents",
            "accounts",
            "scheduling",
            "cluster",
            "shared"
        })
@NullMarked
package vn.busticket.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
