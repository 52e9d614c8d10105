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

    private final ChangePolicies policies;
    private final ChangeRepository changes;
    private final BookingProperties properties;
    private final Trips trips;

    ChangeLimits(
            ChangePolicies policies,
            ChangeRepository changes,
            BookingProperties properties,
            Trips trips) {
        this.policies = policies;
        this.changes = changes;
        this.properties = properties;
        this.trips = trips;
    }

    /** Why the booking cannot be changed now; empty if it can. */
    Optional<BusinessRuleViolation> obstacle(BookingDetails booking, Instant now) {
        var terms = policies.of(booking);
        if (booking.state() != BookingState.CONFIRMED || !booking.departsAt().isAfter(now)) {
            return Optional.of(new BookingNotChangeable());
        }
        if (!terms.endsAt(booking.departsAt()).isAfter(now)) {
            return Optional.of(new ChangeTooLate(terms.until().toHours()));
        }
        if (changes.open(booking.id()).isPresent()) {
            return Optional.of(new ChangeAwaitsPayment());
        }
        return changes.timesChanged(booking.id()) < terms.times()
                ? Optional.empty()
                : Optional.of(new TooManyChanges(terms.times()));
    }

    Instant endsAt(BookingDetails booking) {
        return policies.of(booking).endsAt(booking.departsAt());
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
