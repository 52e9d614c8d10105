package vn.busticket.bookings;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.seats.HoldId;
import vn.busticket.seats.Reseating;

/**
 * Makes a change whose money has come: on the wished seats, else, where people go by another trip
 * or in another class, on other seats of the class that they paid for. Who would keep trip and
 * class is not moved to where they never wanted to sit.
 */
@Component
class PaidChange {

    private final ChangeRepository changes;
    private final ChangeMaking making;
    private final Reseating reseating;

    PaidChange(ChangeRepository changes, ChangeMaking making, Reseating reseating) {
        this.changes = changes;
        this.making = making;
        this.reseating = reseating;
    }

    /**
     * A change that is made.
     *
     * @param travelling the booking that its money pays for
     * @param plan as it was made
     * @param elsewhere the new label for each wished one where others had to be taken
     */
    record Made(Booking travelling, ChangePlan plan, Optional<SeatMoves> elsewhere) {}

    /** Makes it; nothing is changed if there are no seats. */
    Optional<Made> make(Booking booking, BookingChange change, Instant now) {
        return made(booking, change, change.plan(), Optional.empty(), now)
                .or(() ->
                        alike(booking, change)
                                .flatMap(seats -> {
                                    var plan = change.plan().on(seats);
                                    var moves = Optional.of(new SeatMoves(seats));
                                    return made(booking, change, plan, moves, now);
                                }));
    }

    /** Tells it to all who are concerned, when the money is in its place. */
    void tell(Booking booking, BookingChange change, Made made) {
        making.tell(booking, made.travelling(), change.id(), made.plan());
    }

    private Optional<Made> made(
            Booking booking,
            BookingChange change,
            ChangePlan plan,
            Optional<SeatMoves> elsewhere,
            Instant now) {
        var travelling = making.make(booking, plan, change.hold(), now).travelling();
        travelling.ifPresent(one -> {
            if (elsewhere.isPresent()) {
                changes.reseat(change.id(), plan);
            }
            changes.end(change.id(), State.APPLIED, now);
            if (plan.isOfPart()) {
                changes.splitOff(change.id(), one.id());
            }
        });
        return travelling.map(one -> new Made(one, plan, elsewhere));
    }

    private Optional<Map<String, String>> alike(Booking booking, BookingChange change) {
        var plan = change.plan();
        if (!plan.isToAnotherTrip() && !plan.isToAnotherClass()) {
            return Optional.empty();
        }
        Set<HoldId> own = new HashSet<>();
        own.add(booking.holdId());
        change.hold().ifPresent(own::add);
        return reseating.alike(plan.seats(), own);
    }
}
