package vn.busticket.bookings;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.payments.PaymentReceived;
import vn.busticket.seats.Reseating;
import vn.busticket.seats.SeatService;
import vn.busticket.trips.Trip;
import vn.busticket.trips.Trips;

/**
 * Sells the seats of a paid booking and confirms it, inside the transaction that settles the money:
 * its own seats if nobody else has them, else others of the same class.
 */
@Component
class BookingConfirmation {

    private static final Logger log = LoggerFactory.getLogger(BookingConfirmation.class);

    private final BookingRepository bookings;
    private final SeatService seats;
    private final Reseating reseating;
    private final Trips trips;
    private final ApplicationEventPublisher events;

    BookingConfirmation(
            BookingRepository bookings,
            SeatService seats,
            Reseating reseating,
            Trips trips,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.seats = seats;
        this.reseating = reseating;
        this.trips = trips;
        this.events = events;
    }

    /** Why no money can help any more; empty while the coach is still to come. */
    Optional<Outcome> obstacle(Booking booking, Instant now) {
        var trip = trips.findAnew(booking.tripId());
        if (trip.isEmpty() || trip.get().state() == Trip.State.CANCELLED) {
            return Optional.of(Outcome.REFUND_TRIP_CALLED_OFF);
        }
        return trip.get().departsAt(booking.stretch().from()).isAfter(now)
                ? Optional.empty()
                : Optional.of(Outcome.REFUND_TOO_LATE);
    }

    /**
     * Sells the seats and confirms; what is odd about it is told at once, {@link #tell} follows
     * when the money is in its place.
     *
     * @return false if there are not enough seats; then nothing is changed
     */
    boolean confirm(Booking booking, PaymentReceived received, Instant now) {
        var isLate = booking.state() == BookingState.EXPIRED;
        if (seats.sell(booking.holdId())) {
            booking.confirm(received.amount(), now);
            if (isLate) {
                tell(booking, Outcome.CONFIRMED_LATE, received);
            }
            return true;
        }
        var others = reseating.sellElsewhere(booking.holdId());
        if (others.isEmpty()) {
            return false;
        }
        booking.confirmOn(others.get(), received.amount(), now);
        tell(booking, Outcome.CONFIRMED_ON_OTHER_SEATS, received);
        return true;
    }

    /** Stores what has changed and tells {@link BookingConfirmed}. */
    void tell(Booking booking) {
        bookings.flush();
        events.publishEvent(new BookingConfirmed(booking.id()));
        log.info("booking confirmed booking={}", booking.code());
    }

    private void tell(Booking booking, Outcome outcome, PaymentReceived received) {
        events.publishEvent(
                new MoneyOutcome(booking.id(), received.transaction(), outcome, received.amount()));
    }
}
