package vn.busticket.sandbox;

/** Where a payout stands, in PayOS' words. */
public enum PayoutState {
    /** Taken. */
    RECEIVED,
    /** Being paid. */
    PROCESSING,
    /** Stopped for a while. */
    ON_HOLD,
    /** Paid. */
    SUCCEEDED,
    /** Not paid. */
    FAILED,
    /** Called off. */
    CANCELLED,
    /** Sent back by the receiver's bank after it was paid. */
    REVERSED;

    /** What PayOS calls the order as a whole while its one transfer stands here; inferred. */
    String approvalState() {
        return switch (this) {
            case RECEIVED -> "APPROVED";
            case PROCESSING, ON_HOLD -> "PROCESSING";
            case SUCCEEDED -> "COMPLETED";
            case FAILED, REVERSED -> "FAILED";
            case CANCELLED -> "CANCELLED";
        };
    }
}
