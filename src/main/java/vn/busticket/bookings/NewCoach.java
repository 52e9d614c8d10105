package vn.busticket.bookings;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.bookings.SwapPlan.Fate;
import vn.busticket.bookings.SwapPlan.SeatChange;
import vn.busticket.bookings.TripBookings.Seat;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.RefundReason;
import vn.busticket.payments.RefundService;
import vn.busticket.seats.HeldSeat;
import vn.busticket.trips.DisruptionId;

/**
 * Seats the people of locked bookings in another coach: new labels, for a lower class the fare's
 * difference back, a line of history. Tells {@link BookingsReseated}.
 */
@Component
class NewCoach {

    private final TripBookings bookings;
    private final RefundService refunds;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    NewCoach(
            TripBookings bookings,
            RefundService refunds,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.refunds = refunds;
        this.json = json;
        this.events = events;
    }

    /**
     * The number plates before and afterwards.
     *
     * @param before empty if no coach was assigned
     */
    record Plates(Optional<String> before, String after) {}

    /** Who stays where they are is not told. */
    void seat(DisruptionId disruption, Plates plates, List<Fate> fates, Instant now) {
        var changed = fates.stream().filter(fate -> fate.kind() != SwapPlan.Kind.STAYS).toList();
        changed.forEach(fate -> seat(fate, detail(disruption, plates, fate), now));
        var paid = changed.stream().filter(Fate::isPaid).map(Fate::booking).toList();
        if (!paid.isEmpty()) {
            events.publishEvent(new BookingsReseated(disruption, paid));
        }
    }

    private void seat(Fate fate, String detail, Instant now) {
        bookings.reseat(fate.booking(), fate.seats().stream().map(NewCoach::seat).toList());
        bookings.changeCoach(fate.booking(), fate.difference(), detail, now);
        if (fate.isPaid() && fate.difference().isPositive()) {
            refunds.openAllocated(
                    new PayableId(fate.booking().value()),
                    fate.difference(),
                    RefundReason.PAID_TOO_MUCH);
        }
    }

    static HeldSeat after(SeatChange change) {
        return change.after().orElseThrow();
    }

    private static Seat seat(SeatChange change) {
        return new Seat(change.passenger(), change.fullName(), after(change));
    }

    private String detail(DisruptionId disruption, Plates plates, Fate fate) {
        var seats = new HashMap<String, String>();
        fate.seats().forEach(one -> seats.put(one.before().label(), after(one).label()));
        var detail = new HashMap<>(new SeatMoves(seats).detail());
        detail.put("disruption", Long.toString(disruption.value()));
        plates.before().ifPresent(plate -> detail.put(OperatorChange.PLATE_BEFORE, plate));
        detail.put(OperatorChange.PLATE_AFTER, plates.after());
        if (fate.kind() == SwapPlan.Kind.LOWER_CLASS) {
            detail.put(OperatorChange.LOWER_CLASS, "true");
        }
        if (fate.difference().isPositive()) {
            detail.put("amountVnd", Long.toString(fate.difference().dong()));
        }
        return json.writeValueAsString(detail);
    }
}
