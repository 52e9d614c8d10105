/**
 * A purchase from the first typed letter at checkout to the end of the travel: place, pay, confirm,
 * expire, complete.
 *
 * <p>Ask it through: {@link vn.busticket.bookings.Checkout} (drafts and placing), {@link
 * vn.busticket.bookings.PaymentStart} (pay and retry), {@link vn.busticket.bookings.BookingAccess}
 * (who may open which booking), {@link vn.busticket.bookings.Cancellation} (quote and cancel, whole
 * or part), {@link vn.busticket.bookings.BookingChanges} (quote and change), {@link
 * vn.busticket.bookings.Disruptions}, {@link vn.busticket.bookings.TripCancellation}, {@link
 * vn.busticket.bookings.TripMove} and {@link vn.busticket.bookings.CoachSwap} (what operators do to
 * a trip), {@link vn.busticket.bookings.ChangeDrafts} (what is typed meanwhile), {@link
 * vn.busticket.bookings.ChangeQueries} (read changes), {@link vn.busticket.bookings.BookingQueries}
 * (read), {@link vn.busticket.bookings.PassengerLists} (who travels on a trip), {@link
 * vn.busticket.bookings.Attendance} (who got on).
 *
 * <p>It tells: {@link vn.busticket.bookings.BookingPlaced}, {@link
 * vn.busticket.bookings.PaymentStarted}, {@link vn.busticket.bookings.BookingConfirmed}, {@link
 * vn.busticket.bookings.BookingsExpired}, {@link vn.busticket.bookings.BookingCancelled}, {@link
 * vn.busticket.bookings.BookingPartlyCancelled}, {@link vn.busticket.bookings.BookingChanged},
 * {@link vn.busticket.bookings.TripCalledOff}, {@link vn.busticket.bookings.BookingCalledOff},
 * {@link vn.busticket.bookings.BookingsMoved}, {@link vn.busticket.bookings.BookingsReseated},
 * {@link vn.busticket.bookings.MoneyOutcome}, {@link vn.busticket.bookings.PassengerMarked}, {@link
 * vn.busticket.bookings.BookingsAnonymised}, the notices {@code booking} with the code and {@code
 * manifest} with the trip. It hears: {@link vn.busticket.payments.PaymentReceived}, {@link
 * vn.busticket.accounts.EmailVerified} (past bookings of a guest join the account). Owns: the
 * tables {@code booking}, {@code booking_passenger}, {@code booking_cancellation}, {@code
 * booking_history}, {@code booking_grant}, {@code checkout_draft}, {@code booking_change}, {@code
 * booking_change_passenger}, {@code booking_change_draft}; the jobs {@code
 * CloseOverduePaymentsJob}, {@code ExpireBookingsJob}, {@code CompleteBookingsJob}, {@code
 * ReturnLatePartsJob}, {@code LapseChangesJob}, {@code CallOffBookingsJob}, {@code
 * AnonymiseOldBookingsJob}. Of personal data it tells and forgets its own ({@code BookingData}).
 *
 * <p>Why so: this is the only room that knows both seats and money, so that each of them stays
 * simple. One booking changes its state only through the methods of {@code Booking}, many at once
 * only through {@code BookingSweeps} and {@code TripBookings}; all of them write the history. A
 * booking keeps the policy that it was bought under as it was, because rules may change but a
 * bargain does not. The price: the same rule stands twice, once as Java and once as SQL. A change
 * that costs more is a row of its own until it is paid, and the booking knows nothing of it: what
 * is not paid changes nothing. The price: when the money comes, it is looked at once more whether
 * the booking is still the one that was changed. Who goes by another trip than the rest becomes a
 * booking of their own, so that a booking stays one journey on one hold of seats.
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
