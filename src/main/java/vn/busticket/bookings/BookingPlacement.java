package vn.busticket.bookings;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.busticket.seats.Hold;
import vn.busticket.seats.HoldExpired;
import vn.busticket.seats.HoldId;
import vn.busticket.seats.SeatService;
import vn.busticket.seats.TripNotOnSale;
import vn.busticket.trips.Trips;

/** Turns a hold into a booking; runs inside the transaction of whoever has claimed the hold. */
@Component
class BookingPlacement {

    private final BookingRepository bookings;
    private final SeatService seats;
    private final Trips trips;
    private final BookingProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BookingPlacement(
            BookingRepository bookings,
            SeatService seats,
            Trips trips,
            BookingProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bookings = bookings;
        this.seats = seats;
        this.trips = trips;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** The booking of that hold, placed now unless it was before. */
    Booking place(Hold hold, CheckoutDetails details, Buyer buyer) {
        return placedOn(hold.id()).orElseGet(() -> placeNew(hold, details, buyer));
    }

    /** The booking that was placed on that hold, if there is one. */
    Optional<Booking> placedOn(HoldId hold) {
        return bookings.findByHoldId(hold.value());
    }

    private Booking placeNew(Hold hold, CheckoutDetails details, Buyer buyer) {
        var now = clock.instant();
        var trip = trips.findAnew(hold.tripId()).orElseThrow(TripNotOnSale::new);
        if (!trip.isOnSale(hold.stretch(), now)) {
            throw new TripNotOnSale();
        }
        var time = properties.onPlacing(now);
        if (!seats.keepUntil(hold.id(), time.heldUntil())) {
            throw new HoldExpired();
        }
        var booking =
                bookings.saveAndFlush(
                        Booking.place(
                                bookings.unusedCode(), hold, trip, details, buyer, time, now));
        events.publishEvent(new BookingPlaced(booking.id(), trip.id(), hold.id()));
        return booking;
    }
}
