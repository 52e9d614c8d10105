package vn.busticket.bookings;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
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
import vn.busticket.trips.Trip;
import vn.busticket.trips.Trips;

/** Makes a change of a locked booking, in one transaction: seats, people, price, history. */
@Component
class ChangeMaking {

    private static final Logger log = LoggerFactory.getLogger(ChangeMaking.class);

    private final BookingRepository bookings;
    private final PartySplit split;
    private final SeatExchange exchange;
    private final RefundService refunds;
    private final Trips trips;
    private final ApplicationEventPublisher events;

    ChangeMaking(
            BookingRepository bookings,
            PartySplit split,
            SeatExchange exchange,
            RefundService refunds,
            Trips trips,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.split = split;
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
     */
    @CheckReturnValue
    MadeChange make(Booking booking, ChangePlan plan, Optional<HoldId> reserved, Instant now) {
        var trip = trips.findAnew(plan.tripAfter()).orElseThrow(TripNotOnSale::new);
        var told = detail(booking, plan, trip);
        var made =
                plan.isOfPart()
                        ? split.split(booking, plan, trip, reserved, told, now)
                        : changeWhole(booking, plan, trip, reserved, told, now);
        if (plan.back().isPositive()) {
            made.travelling().ifPresent(travelling -> giveBack(travelling, plan));
        }
        return made;
    }

    /** Stores what has changed and tells {@link BookingChanged} of all who are concerned. */
    void tell(Booking booking, Booking travelling, ChangeId change, ChangePlan plan) {
        bookings.flush();
        events.publishEvent(new BookingChanged(booking.id(), change, plan.renewed()));
        if (plan.isOfPart()) {
            events.publishEvent(new BookingChanged(travelling.id(), change, plan.idsOfGoing()));
        }
        log.info(
                "booking changed booking={} travelling={} change={} passengers={}",
                booking.code(),
                travelling.code(),
                change.value(),
                plan.renewed().size());
    }

    private MadeChange changeWhole(
            Booking booking,
            ChangePlan plan,
            Trip trip,
            Optional<HoldId> reserved,
            Map<String, String> told,
            Instant now) {
        if (needsOtherSeats(plan)) {
            var taken = exchange.exchange(booking.holdId(), plan.seats(), reserved);
            if (!taken.isEmpty()) {
                return MadeChange.not(taken);
            }
        }
        booking.change(plan, trip, told, now);
        bookings.flush();
        return MadeChange.of(booking);
    }

    private void giveBack(Booking travelling, ChangePlan plan) {
        var payable = new PayableId(travelling.id().value());
        refunds.openAllocated(payable, plan.back(), RefundReason.CHANGED);
    }

    private static Map<String, String> detail(Booking booking, ChangePlan plan, Trip trip) {
        var detail = new HashMap<>(plan.detail());
        if (plan.isToAnotherTrip()) {
            detail.put("fromDeparture", booking.departsAt().toString());
            detail.put("toDeparture", trip.departsAt(plan.stretch().from()).toString());
        }
        return Map.copyOf(detail);
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
