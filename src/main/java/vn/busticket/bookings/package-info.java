/**
 * A purchase from the first typed letter at checkout to the end of the travel: place, pay, confirm,
 * expire, complete.
 *
 * <p>Ask it through: {@link vn.busticket.bookings.Checkout} (drafts and placing), {@link
 * vn.busticket.bookings.PaymentStart} (pay and retry), {@link vn.busticket.bookings.BookingAccess}
 * (who may open which booking), {@link vn.busticket.bookings.Cancellation} (quote and cancel),
 * {@link vn.busticket.bookings.BookingQueries} (read).
 *
 * <p>It tells: {@link vn.busticket.bookings.BookingPlaced}, {@link
 * vn.busticket.bookings.BookingConfirmed}, {@link vn.busticket.bookings.BookingsExpired}, {@link
 * vn.busticket.bookings.BookingCancelled}, {@link vn.busticket.bookings.MoneyOutcome}, {@link
 * vn.busticket.bookings.BookingsAnonymised}, the notice {@code booking} with the code. It hears:
 * {@link vn.busticket.payments.PaymentReceived}, {@link vn.busticket.accounts.EmailVerified} (past
 * bookings of a guest join the account). Owns: the tables {@code booking}, {@code
 * booking_passenger}, {@code booking_history}, {@code booking_grant}, {@code checkout_draft}; the
 * jobs {@code CloseOverduePaymentsJob}, {@code ExpireBookingsJob}, {@code CompleteBookingsJob},
 * {@code ReturnLatePartsJob}, {@code AnonymiseOldBookingsJob}. Of personal data it tells and
 * forgets its own ({@code BookingData}).
 *
 * <p>Why so: this is the only room that knows both seats and money, so that each of them stays
 * simple. One booking changes its state only through the methods of {@code Booking}, many at once
 * only through {@code BookingSweeps}; both write the history. The price: the same rule stands
 * twice, once as Java and once as SQL.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "trips",
            "seats",
            "payments",
            "accounts",
            "scheduling",
            "cluster"
        })
@NullMarked
package vn.busticket.bookings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
