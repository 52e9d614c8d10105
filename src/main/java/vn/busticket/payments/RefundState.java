package vn.busticket.payments;

/** Where a refund stands. */
public enum RefundState {
    /** Nobody knows yet which account it goes to. */
    NEEDS_ACCOUNT,
    /** The account is known; staff have to agree. */
    NEEDS_APPROVAL,
    /** To be sent as soon as possible. */
    APPROVED,
    /** Written down as sent; the gateway is being asked, or was asked and the process ended. */
    REQUESTED,
    /** The gateway is paying it out. */
    PROCESSING,
    /** The gateway's answer was lost: it may or may not be paying it out. */
    UNKNOWN,
    /** Back with the payer. */
    REFUNDED,
    /** Not paid out and still with us; staff decide how to go on. */
    FAILED;

    /** True if a refund in this state may go over to that one. */
    boolean allows(RefundState next) {
        return switch (this) {
            case NEEDS_ACCOUNT -> next == NEEDS_APPROVAL || next == REFUNDED;
            case NEEDS_APPROVAL ->
                    next == APPROVED
                            || next == NEEDS_APPROVAL
                            || next == NEEDS_ACCOUNT
                            || next == REFUNDED;
            case APPROVED ->
                    next == REQUESTED
                            || next == NEEDS_APPROVAL
                            || next == NEEDS_ACCOUNT
                            || next == REFUNDED;
            case REQUESTED, UNKNOWN ->
                    next == PROCESSING || next == UNKNOWN || next == REFUNDED || next == FAILED;
            case PROCESSING -> next == REFUNDED || next == FAILED;
            case REFUNDED -> next == FAILED;
            case FAILED -> next == NEEDS_APPROVAL || next == NEEDS_ACCOUNT || next == REFUNDED;
        };
    }

    /** True while the money is with us and nothing is on its way. */
    boolean isStillWithUs() {
        return !isOnItsWay() && this != REFUNDED;
    }

    /** True while the money is on its way through the gateway. */
    boolean isOnItsWay() {
        return switch (this) {
            case REQUESTED, PROCESSING, UNKNOWN -> true;
            case NEEDS_ACCOUNT, NEEDS_APPROVAL, APPROVED, REFUNDED, FAILED -> false;
        };
    }
}
