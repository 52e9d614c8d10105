package vn.busticket.payments;

import vn.busticket.shared.Vnd;

/** Where an attempt to pay stands. */
public enum AttemptState {
    /** Stored by us; the gateway was not asked yet, or asked us to come later. */
    REQUESTED,
    /** The gateway has a link for it that can be paid. */
    OPEN,
    /** The gateway was asked and its answer was lost: a link may or may not exist. */
    UNKNOWN,
    /** All of its amount was received. */
    PAID,
    /** A part of its amount was received. */
    UNDERPAID,
    /** Given up by the passenger or by us. */
    CANCELLED,
    /** Its time ran out. */
    EXPIRED,
    /** The gateway refused it or reported a failure. */
    FAILED;

    /** Where an attempt stands for which money has come: a failure never overwrites that. */
    static AttemptState paidBy(Vnd receivedInAll, Vnd amount) {
        return receivedInAll.compareTo(amount) >= 0 ? PAID : UNDERPAID;
    }

    /** True while a passenger can still pay, or will soon be able to. */
    public boolean isOpen() {
        return switch (this) {
            case REQUESTED, OPEN, UNKNOWN -> true;
            case PAID, UNDERPAID, CANCELLED, EXPIRED, FAILED -> false;
        };
    }

    /** True if it ended without money. */
    public boolean isFailure() {
        return switch (this) {
            case CANCELLED, EXPIRED, FAILED -> true;
            case REQUESTED, OPEN, UNKNOWN, PAID, UNDERPAID -> false;
        };
    }
}
