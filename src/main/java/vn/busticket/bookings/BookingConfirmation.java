package vn.busticket.bookings;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.busticket.seats.SeatService;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Trip;
import vn.busticket.trips.Trips;

/**
 * Sells the seats of a paid booking and confirms it, inside the transaction that settles the money.
 */
@Component
class BookingConfirmation {

    private static final Logger log = LoggerFactory.getLogger(BookingConfirmation.class);

    private final BookingRepository bookings;
    private final SeatService seats;
    private final Trips trips;
    private final ApplicationEventPublisher events;

    BookingConfirmation(
            BookingRepository bookings,
            SeatService seats,
            Trips trips,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.seats = seats;
        this.trips = trips;
        this.events = events;
    }

    /** False if the trip was called off or a seat has another owner. */
    boolean sellSeats(Booking booking) {
        return runs(booking) && seats.sell(booking.holdId());
    }

    /** The same for money that came too late; also false once the coach has left. */
    boolean sellSeatsAgain(Booking booking, Instant now) {
        var boardsLater =
                trips.find(booking.tripId())
                        .filter(trip -> trip.departsAt(booking.stretch().from()).isAfter(now))
                        .isPresent();
        return boardsLater && sellSeats(booking);
    }

    /** Confirms it and tells {@link BookingConfirmed}. */
    void confirm(Booking booking, Vnd received, Instant now) {
        booking.confirm(received, now);
        bookings.flush();
        events.publishEvent(new BookingConfirmed(booking.id()));
        log.info("booking confirmed booking={}", booking.code());
    }

    private boolean runs(Booking booking) {
        return trips.find(booking.tripId())
                .filter(trip -> trip.state() == Trip.State.SCHEDULED)
                .isPresent();
    }
}
