package vn.busticket.notifications;

/** Why somebody is told something. */
public enum NotificationKind {
    /** The seats are paid for; carries the tickets. */
    CONFIRMATION,
    /** The money has arrived; carries the receipt. */
    RECEIPT,
    /** The time to pay ran out. */
    EXPIRY
}
