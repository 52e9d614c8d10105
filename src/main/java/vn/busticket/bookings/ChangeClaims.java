package vn.busticket.bookings;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.payments.AttemptView;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.payments.PaymentReceived;
import vn.busticket.trips.Trip;
import vn.busticket.trips.Trips;

/** Knows which change a transfer pays for, and whether that change can still be made. */
@Component
class ChangeClaims {

    private final ChangeRepository changes;
    private final PaymentQueries payments;
    private final BookingQueries bookings;
    private final Trips trips;

    ChangeClaims(
            ChangeRepository changes,
            PaymentQueries payments,
            BookingQueries bookings,
            Trips trips) {
        this.changes = changes;
        this.payments = payments;
        this.bookings = bookings;
        this.trips = trips;
    }

    /**
     * The change for which the attempt was started; an attempt from before the first one was about
     * the booking itself. What staff say is for a booking is for the change that waits.
     */
    Optional<BookingChange> paidBy(PaymentReceived received) {
        var booking = new BookingId(received.payable().value());
        var attempt = received.attempt();
        return attempt == null
                ? changes.open(booking)
                : payments.byId(attempt)
                        .map(AttemptView::createdAt)
                        .flatMap(startedAt -> changes.lastToPay(booking, startedAt));
    }

    /** True if the booking is still the one that it was about, and both coaches are to come. */
    boolean canBeMade(BookingChange change, Instant now) {
        return switch (change.state()) {
            case AWAITING_PAYMENT, LAPSED ->
                    !changes.isFollowed(change)
                            && bookings.byId(change.booking())
                                    .filter(booking -> isTheSame(booking, change.plan()))
                                    .filter(booking -> booking.departsAt().isAfter(now))
                                    .isPresent()
                            && isToCome(change.plan(), now);
            case APPLIED, WITHDRAWN -> false;
        };
    }

    private static boolean isTheSame(BookingDetails booking, ChangePlan plan) {
        var travellers = booking.travellers();
        return booking.state() == BookingState.CONFIRMED
                && booking.trip().id().equals(plan.tripBefore())
                && booking.total().equals(plan.totalBefore())
                && travellers.size() == plan.passengers().size()
                && plan.passengers().stream()
                        .allMatch(change ->
                                travellers.stream().anyMatch(one -> isTheSame(one, change)));
    }

    private static boolean isTheSame(PassengerDetails passenger, PassengerChange change) {
        return passenger.id() == change.passenger()
                && passenger.state() == PassengerState.BOOKED
                && passenger.seatLabel().equals(change.before().label())
                && passenger.price().equals(change.before().price());
    }

    private boolean isToCome(ChangePlan plan, Instant now) {
        return trips.findAnew(plan.tripAfter())
                .filter(trip -> trip.state() == Trip.State.SCHEDULED)
                .filter(trip -> trip.departsAt(plan.stretch().from()).isAfter(now))
                .isPresent();
    }
}
