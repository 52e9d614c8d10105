package vn.busticket.notifications;

/** Why somebody is told something. */
public enum NotificationKind {
    /** The seats are paid for; carries the tickets. */
    CONFIRMATION,
    /** The money has arrived; carries the receipt. */
    RECEIPT,
    /** The time to pay ran out. */
    EXPIRY,
    /** The booking was called off. */
    CANCELLATION,
    /** A payment was short or late: what was made of it. */
    PAYMENT_PROBLEM,
    /** Money goes back. */
    REFUND_OPENED,
    /** Money goes back as soon as somebody says where to. */
    REFUND_ACCOUNT_NEEDED,
    /** Money went back. */
    REFUND_PAID_OUT
}
