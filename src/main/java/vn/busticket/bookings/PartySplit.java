package vn.busticket.bookings;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.seats.HoldId;
import vn.busticket.seats.SeatExchange;
import vn.busticket.trips.Trip;

/**
 * Lets some people of a locked booking go by another trip than the rest: they become a booking of
 * their own, on its seats, paid for by what was paid for them, open to whoever may open the other.
 */
@Component
class PartySplit {

    private final BookingRepository bookings;
    private final GrantRepository grants;
    private final SeatExchange exchange;
    private final BookingMoney money;

    PartySplit(
            BookingRepository bookings,
            GrantRepository grants,
            SeatExchange exchange,
            BookingMoney money) {
        this.bookings = bookings;
        this.grants = grants;
        this.exchange = exchange;
        this.money = money;
    }

    /**
     * Splits them off; the difference in price is not settled yet.
     *
     * @param reserved what keeps their seats meanwhile
     * @param told what the history tells of their change
     */
    MadeChange split(
            Booking booking,
            ChangePlan plan,
            Trip trip,
            Optional<HoldId> reserved,
            Map<String, String> told,
            Instant now) {
        var parting = exchange.part(booking.holdId(), plan.seatsLeft(), plan.seats(), reserved);
        if (parting.party().isEmpty()) {
            return MadeChange.not(parting.taken());
        }
        var seats = parting.party().get();
        var party =
                bookings.saveAndFlush(
                        booking.splitOff(bookings.unusedCode(), seats, plan, trip, told, now));
        grants.share(booking.id(), party.id());
        money.passOn(booking, party, plan.priceBefore());
        return MadeChange.of(party);
    }
}
