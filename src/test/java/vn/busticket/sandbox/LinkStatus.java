package vn.busticket.sandbox;

/** Where a payment link stands, in PayOS' words. */
public enum LinkStatus {
    /** Waiting for money. */
    PENDING,
    /** A transfer is under way. */
    PROCESSING,
    /** At least the amount asked for has arrived. */
    PAID,
    /** Less than the amount asked for has arrived. */
    UNDERPAID,
    /** Its time ran out before enough money arrived. */
    EXPIRED,
    /** The merchant or the payer called it off. */
    CANCELLED,
    /** The bank refused a transfer; the payer may try again. */
    FAILED;

    /** Whether money may still turn it into a paid one. */
    public boolean isOpen() {
        return switch (this) {
            case PENDING, PROCESSING, UNDERPAID, FAILED -> true;
            case PAID, EXPIRED, CANCELLED -> false;
        };
    }
}
