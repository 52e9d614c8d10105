package vn.busticket.bookings;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.seats.TripNotOnSale;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.trips.Trips;

/** Says until when and how often a booking may be changed, and how long a change can be paid. */
@Component
class ChangeLimits {

    private final ChangeRepository changes;
    private final BookingProperties properties;
    private final Trips trips;

    ChangeLimits(ChangeRepository changes, BookingProperties properties, Trips trips) {
        this.changes = changes;
        this.properties = properties;
        this.trips = trips;
    }

    /** Why the booking cannot be changed now; empty if it can. */
    Optional<BusinessRuleViolation> obstacle(BookingDetails booking, Instant now) {
        var rule = booking.policy().change();
        if (booking.state() != BookingState.CONFIRMED
                || !booking.departsAt().isAfter(now)
                || booking.travellers().stream()
                        .anyMatch(one -> one.state() == PassengerState.BOARDED)) {
            return Optional.of(new BookingNotChangeable());
        }
        if (!rule.endsAt(booking.departsAt()).isAfter(now)) {
            return Optional.of(new ChangeTooLate(rule.until()));
        }
        if (changes.open(booking.id()).isPresent()) {
            return Optional.of(new ChangeAwaitsPayment());
        }
        return changes.timesChanged(booking.id()) < rule.times()
                ? Optional.empty()
                : Optional.of(new TooManyChanges(rule.times()));
    }

    Instant endsAt(BookingDetails booking) {
        return booking.policy().change().endsAt(booking.departsAt());
    }

    /** As long as a booking that was just placed, but not beyond the departure of either coach. */
    PaymentTime timeToPay(Booking booking, ChangePlan plan, Instant now) {
        var after =
                trips.find(plan.tripAfter())
                        .orElseThrow(TripNotOnSale::new)
                        .departsAt(plan.stretch().from());
        var departure = after.isBefore(booking.departsAt()) ? after : booking.departsAt();
        return properties.onPlacing(now).atLatest(departure);
    }
}
