package vn.busticket.bookings;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.seats.TripNotOnSale;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.trips.ChangeRule;
import vn.busticket.trips.Trips;

/** Says until when and how often a booking may be changed, and how long a change can be paid. */
@Component
class ChangeLimits {

    private final ChangeRepository changes;
    private final BookingProperties properties;
    private final Trips trips;
    private final FreedomToLeave freedom;

    ChangeLimits(
            ChangeRepository changes,
            BookingProperties properties,
            Trips trips,
            FreedomToLeave freedom) {
        this.changes = changes;
        this.properties = properties;
        this.trips = trips;
        this.freedom = freedom;
    }

    /** Why nothing of the booking can be changed now; empty if something can. */
    Optional<BusinessRuleViolation> obstacle(BookingDetails booking, Instant now) {
        return obstacle(booking, ruleOf(booking), now);
    }

    /** Why the booking cannot be changed like that now; empty if it can. */
    Optional<BusinessRuleViolation> obstacle(BookingDetails booking, ChangePlan plan, Instant now) {
        var rule = booking.policy().change();
        return obstacle(booking, plan.isFree() ? Optional.empty() : Optional.of(rule), now);
    }

    /** Until when something can be changed. */
    Instant endsAt(BookingDetails booking) {
        return ruleOf(booking)
                .map(rule -> rule.endsAt(booking.departsAt()))
                .orElse(booking.departsAt());
    }

    /** None where the operator did so much that another trip is free. */
    private Optional<ChangeRule> ruleOf(BookingDetails booking) {
        return freedom.isGivenTo(booking.id())
                ? Optional.empty()
                : Optional.of(booking.policy().change());
    }

    private Optional<BusinessRuleViolation> obstacle(
            BookingDetails booking, Optional<ChangeRule> limits, Instant now) {
        if (booking.state() != BookingState.CONFIRMED
                || !booking.departsAt().isAfter(now)
                || booking.travellers().stream()
                        .anyMatch(one -> one.state() == PassengerState.BOARDED)) {
            return Optional.of(new BookingNotChangeable());
        }
        var over = limits.filter(rule -> !rule.endsAt(booking.departsAt()).isAfter(now));
        if (over.isPresent()) {
            return Optional.of(new ChangeTooLate(over.get().until()));
        }
        if (changes.open(booking.id()).isPresent()) {
            return Optional.of(new ChangeAwaitsPayment());
        }
        return limits.filter(rule -> changes.timesChanged(booking.id()) >= rule.times())
                .map(rule -> new TooManyChanges(rule.times()));
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
