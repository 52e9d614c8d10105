package vn.busticket.payments;

/** What is known about an attempt after the gateway was asked. */
public enum CheckResult {
    /** All of its amount was received and settled. */
    PAID,
    /** A part of its amount was received and settled. */
    UNDERPAID,
    /** It can still be paid. */
    OPEN,
    /** It cannot be paid any more, and nothing was. */
    CLOSED,
    /** The gateway could not be asked; ask again later, and treat it as neither paid nor unpaid. */
    UNKNOWN;

    static CheckResult of(AttemptState state) {
        return switch (state) {
            case PAID -> PAID;
            case UNDERPAID -> UNDERPAID;
            case REQUESTED, OPEN -> OPEN;
            case UNKNOWN -> UNKNOWN;
            case CANCELLED, EXPIRED, FAILED -> CLOSED;
        };
    }
}
