package vn.busticket.storefront;

import vn.busticket.bookings.BookingChange;
import vn.busticket.bookings.BookingState;
import vn.busticket.payments.AttemptState;
import vn.busticket.payments.AttemptView;
import vn.busticket.shared.Vnd;

/** What one attempt to pay means for its booking, as the person who pays has to know it. */
enum PaymentStanding {
    /** The booking is paid in full, by this attempt or another. */
    SETTLED,
    /** The money has arrived and is not decided about yet. */
    CONFIRMING,
    /** This attempt can still be paid, or will soon be able to. */
    OPEN,
    /** A part has arrived; the rest can be paid by another attempt. */
    PART_PAID,
    /** This attempt brought nothing; the booking still waits for its money. */
    NOT_PAID,
    /** The booking is over and nothing was paid. */
    OVER,
    /** Money has arrived for which there is no seat; staff decide about it. */
    MONEY_KEPT;

    /**
     * @param isPaid true if the booking was ever paid in full
     * @param received all that has arrived for the booking
     * @param allocated what of it pays for the booking
     * @param isKept true if money was kept aside because its seats were gone
     */
    static PaymentStanding of(
            BookingState booking,
            boolean isPaid,
            AttemptState attempt,
            Vnd received,
            Vnd allocated,
            boolean isKept) {
        if (isPaid) {
            return SETTLED;
        }
        if (isKept) {
            return MONEY_KEPT;
        }
        return switch (booking) {
            case EXPIRED, CANCELLED -> received.isPositive() ? MONEY_KEPT : OVER;
            case CONFIRMED, COMPLETED -> SETTLED;
            case AWAITING_PAYMENT -> awaiting(attempt, allocated);
        };
    }

    /**
     * The same for a change of a booking, which is paid.
     *
     * @param kept what of its price has come
     */
    static PaymentStanding ofChange(BookingChange.State change, AttemptView attempt, Vnd kept) {
        return switch (change) {
            case APPLIED -> SETTLED;
            case AWAITING_PAYMENT -> awaiting(attempt.state(), kept);
            case LAPSED, WITHDRAWN -> attempt.received().isPositive() ? MONEY_KEPT : OVER;
        };
    }

    private static PaymentStanding awaiting(AttemptState attempt, Vnd allocated) {
        return switch (attempt) {
            case REQUESTED, OPEN, UNKNOWN -> OPEN;
            case PAID -> CONFIRMING;
            case UNDERPAID -> PART_PAID;
            case CANCELLED, EXPIRED, FAILED -> allocated.isPositive() ? PART_PAID : NOT_PAID;
        };
    }
}
