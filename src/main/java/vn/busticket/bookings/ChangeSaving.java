package vn.busticket.bookings;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.VisitorId;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentAttempts;
import vn.busticket.seats.SeatExchange;
import vn.busticket.seats.SeatsTaken;

/** Stores what was agreed about a locked booking: done at once, or waiting for its money. */
@Component
class ChangeSaving {

    private final ChangeRepository changes;
    private final ChangeMaking making;
    private final ChangeEnding ending;
    private final ChangeLimits limits;
    private final SeatExchange exchange;
    private final PaymentAttempts attempts;

    ChangeSaving(
            ChangeRepository changes,
            ChangeMaking making,
            ChangeEnding ending,
            ChangeLimits limits,
            SeatExchange exchange,
            PaymentAttempts attempts) {
        this.changes = changes;
        this.making = making;
        this.ending = ending;
        this.limits = limits;
        this.exchange = exchange;
        this.attempts = attempts;
    }

    /** Makes a change that costs nothing more. */
    SavedChange make(Booking booking, ChangePlan plan, Instant now) {
        var made = making.make(booking, plan, Optional.empty(), now);
        var travelling = made.travelling().orElseThrow(() -> new SeatsTaken(made.taken()));
        var change = changes.insertApplied(booking.id(), plan, now);
        if (plan.isOfPart()) {
            changes.splitOff(change, travelling.id());
        }
        making.tell(booking, travelling, change, plan);
        return new SavedChange(change, false);
    }

    /** Keeps the seats that the booking does not have yet, until the difference is paid. */
    SavedChange awaitPayment(
            Booking booking, ChangePlan plan, VisitorId visitor, String addressKey, Instant now) {
        var time = limits.timeToPay(booking, plan, now);
        var hold =
                exchange.reserve(
                        booking.holdId(),
                        plan.seats(),
                        visitor.value(),
                        addressKey,
                        time.heldUntil());
        var change = changes.insertOpen(booking.id(), plan, hold, time, now);
        booking.note(
                HistoryEvent.CHANGE_REQUESTED,
                Actor.PASSENGER,
                Map.of("amountVnd", Long.toString(plan.due().dong())),
                now);
        return new SavedChange(change, true);
    }

    /** The first thing of all, because attempts are locked before bookings. */
    void endAttempts(BookingId id) {
        attempts.giveUp(new PayableId(id.value()));
    }

    /** Gives up the change that waits for its money; nothing if none does. */
    void withdraw(Booking booking, Instant now) {
        changes.open(booking.id()).ifPresent(change -> ending.withdraw(booking, change, now));
    }
}
