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
    REVERSED
}
