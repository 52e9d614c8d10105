package vn.busticket.bookings;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.CheckReturnValue;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.RefundReason;
import vn.busticket.payments.RefundService;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.HoldId;
import vn.busticket.seats.SeatExchange;
import vn.busticket.seats.TripNotOnSale;
import vn.busticket.trips.Trips;

/** Makes a change of a locked booking, in one transaction: seats, people, price, history. */
@Component
class ChangeMaking {

    private static final Logger log = LoggerFactory.getLogger(ChangeMaking.class);

    private final BookingRepository bookings;
    private final SeatExchange exchange;
    private final RefundService refunds;
    private final Trips trips;
    private final ApplicationEventPublisher events;

    ChangeMaking(
            BookingRepository bookings,
            SeatExchange exchange,
            RefundService refunds,
            Trips trips,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.exchange = exchange;
        this.refunds = refunds;
        this.trips = trips;
        this.events = events;
    }

    /**
     * Makes it; what it costs less goes back. {@link #tell} follows when the money that it costs
     * more is in its place.
     *
     * @param reserved what keeps the seats that the booking does not have yet
     * @return the seats that somebody else has by now; empty if it is done, else nothing is changed
     */
    @CheckReturnValue
    List<String> make(Booking booking, ChangePlan plan, Optional<HoldId> reserved, Instant now) {
        if (needsOtherSeats(plan)) {
            var taken = exchange.exchange(booking.holdId(), plan.seats(), reserved);
            if (!taken.isEmpty()) {
                return taken;
            }
        }
        var trip = trips.findAnew(plan.tripAfter()).orElseThrow(TripNotOnSale::new);
        var detail = new HashMap<>(plan.detail());
        if (plan.isToAnotherTrip()) {
            detail.put("fromDeparture", booking.departsAt().toString());
            detail.put("toDeparture", trip.departsAt(plan.stretch().from()).toString());
        }
        booking.change(plan, trip, Map.copyOf(detail), now);
        bookings.flush();
        if (plan.back().isPositive()) {
            refunds.openAllocated(
                    new PayableId(booking.id().value()), plan.back(), RefundReason.CHANGED);
        }
        return List.of();
    }

    /** Stores what has changed and tells {@link BookingChanged}. */
    void tell(Booking booking, ChangeId change, ChangePlan plan) {
        bookings.flush();
        events.publishEvent(new BookingChanged(booking.id(), change, plan.renewed()));
        log.info(
                "booking changed booking={} change={} passengers={}",
                booking.code(),
                change.value(),
                plan.renewed().size());
    }

    /** Who swap their seats among each other need no other ones. */
    private static boolean needsOtherSeats(ChangePlan plan) {
        var before = new HashSet<String>();
        plan.passengers().forEach(one -> before.add(one.before().label()));
        var after = new HashSet<String>();
        plan.seats().seats().stream().map(HeldSeat::label).forEach(after::add);
        return plan.isToAnotherTrip() || !before.equals(after);
    }
}
