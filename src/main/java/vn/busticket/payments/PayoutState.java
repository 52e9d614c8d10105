package vn.busticket.payments;

/** The gateway's word for where a payout stands. */
public enum PayoutState {
    /** Taken, and nothing done yet. */
    RECEIVED,
    /** Being paid out. */
    PROCESSING,
    /** Stopped until somebody at the gateway or the bank has looked at it. */
    ON_HOLD,
    /** Paid out. */
    SUCCEEDED,
    /** Not paid out. */
    FAILED,
    /** Called off before it was paid out. */
    CANCELLED,
    /** Sent back by the receiver's bank. */
    REVERSED;

    /** True if the money is with us, for good. */
    boolean isUnpaid() {
        return switch (this) {
            case RECEIVED, PROCESSING, ON_HOLD, SUCCEEDED -> false;
            case FAILED, CANCELLED, REVERSED -> true;
        };
    }

    /** True while the gateway has not decided. */
    boolean isOpen() {
        return switch (this) {
            case RECEIVED, PROCESSING, ON_HOLD -> true;
            case SUCCEEDED, FAILED, CANCELLED, REVERSED -> false;
        };
    }
}
