package vn.busticket.bookings;

import java.time.Instant;
import java.util.Optional;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.Vnd;

/**
 * A change of a booking as stored.
 *
 * @param plan what it changes
 * @param hold what keeps the seats that the booking does not have yet, while it waits for its money
 * @param paymentDeadline until when the difference can be paid; empty if it costs nothing
 * @param heldUntil until when its seats are kept; empty likewise
 * @param isPartPaid true if a part of the difference has come
 * @param splitOff the booking of those who went by another trip than the rest, once they did
 */
public record BookingChange(
        ChangeId id,
        BookingId booking,
        State state,
        ChangePlan plan,
        Optional<HoldId> hold,
        Optional<Instant> paymentDeadline,
        Optional<Instant> heldUntil,
        boolean isPartPaid,
        Optional<BookingId> splitOff,
        Instant requestedAt) {

    /** What has become of it. */
    public enum State {
        /** It costs more and waits for the money; the booking is as it was. */
        AWAITING_PAYMENT,
        /** It is made. */
        APPLIED,
        /** The money did not come in time; the booking is as it was. */
        LAPSED,
        /** It was given up by the passenger, or the booking was cancelled. */
        WITHDRAWN
    }

    /** True while it waits for its money. */
    public boolean isOpen() {
        return state == State.AWAITING_PAYMENT;
    }

    /** True while it can be paid by the clock that people were told. */
    public boolean isPayable(Instant now) {
        return isOpen() && paymentDeadline.filter(deadline -> deadline.isAfter(now)).isPresent();
    }

    /** What has to be paid for it in all. */
    public Vnd due() {
        return plan.due();
    }

    /** The time to pay of one that waits for its money. */
    PaymentTime time() {
        return new PaymentTime(paymentDeadline.orElseThrow(), heldUntil.orElseThrow());
    }
}
