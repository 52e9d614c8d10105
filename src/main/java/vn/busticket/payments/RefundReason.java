package vn.busticket.payments;

/** Why money goes back. */
public enum RefundReason {
    /** More came than was due. */
    PAID_TOO_MUCH,
    /** It was paid already. */
    PAID_TWICE,
    /** What it was for had been called off. */
    PAID_AFTER_CANCELLATION,
    /** The seats were gone, or the coach had left. */
    PAID_TOO_LATE,
    /** It was paid for and called off afterwards, or never became whole. */
    CANCELLED,
    /** Nobody knows what it was for. */
    UNKNOWN_PAYMENT,
    /** It could not be used for what it was meant for, and staff sent it back. */
    NOT_USABLE,
    /** What it paid for was changed to something cheaper. */
    CHANGED,
    /** It was sent for a change that was not made. */
    CHANGE_NOT_MADE
}
