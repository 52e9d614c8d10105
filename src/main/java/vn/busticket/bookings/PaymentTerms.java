package vn.busticket.bookings;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.PayableId;
import vn.busticket.seats.HoldExpired;
import vn.busticket.seats.SeatService;

/**
 * How much is to be paid for a booking, or for a change of a paid one, and until when; lengthens
 * that time for a retry.
 */
@Component
class PaymentTerms {

    private final BookingRepository bookings;
    private final SeatService seats;
    private final Ledger ledger;
    private final ChangeDues changes;
    private final BookingProperties properties;
    private final Clock clock;

    PaymentTerms(
            BookingRepository bookings,
            SeatService seats,
            Ledger ledger,
            ChangeDues changes,
            BookingProperties properties,
            Clock clock) {
        this.bookings = bookings;
        this.seats = seats;
        this.ledger = ledger;
        this.changes = changes;
        this.properties = properties;
        this.clock = clock;
    }

    /** What is due now. */
    @Transactional
    DueBooking asTheyAre(BookingId id) {
        var booking = bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
        var due =
                booking.state() == BookingState.CONFIRMED
                        ? changes.asTheyAre(booking)
                        : due(payable(booking));
        refuseWhenOver(due.deadline(), clock.instant());
        return due;
    }

    /** What is due after the time to pay was lengthened for another try. */
    @Transactional
    DueBooking lengthened(BookingId id) {
        var booking = bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
        return booking.state() == BookingState.CONFIRMED
                ? changes.lengthened(booking)
                : lengthened(payable(booking));
    }

    private DueBooking lengthened(Booking booking) {
        var now = clock.instant();
        var time =
                properties.lengthened(
                        booking.paymentTime(), booking.placedAt(), booking.departsAt(), now);
        refuseWhenOver(time.deadline(), now);
        if (!seats.keepUntil(booking.holdId(), time.heldUntil())) {
            throw new HoldExpired();
        }
        booking.retryPayment(time, now);
        return due(booking);
    }

    private static Booking payable(Booking booking) {
        if (booking.state() != BookingState.AWAITING_PAYMENT) {
            throw new BookingNotPayable();
        }
        return booking;
    }

    private static void refuseWhenOver(Instant deadline, Instant now) {
        if (!deadline.isAfter(now)) {
            throw new PaymentTimeOver();
        }
    }

    private DueBooking due(Booking booking) {
        var received = ledger.balance(new PayableId(booking.id().value()), Ledger.Place.ALLOCATED);
        return new DueBooking(
                booking.id(),
                booking.code(),
                booking.total().minus(received),
                booking.paymentTime().deadline());
    }
}
