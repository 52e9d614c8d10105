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
    REFUND_PAID_OUT,
    /** Seats, people or trip of the booking are others now. */
    CHANGE,
    /** The coach leaves soon. */
    REMINDER,
    /** The operator moved the trip to another time, or to another coach. */
    TRIP_MOVED,
    /** The operator called the trip off. */
    TRIP_CANCELLED,
    /** Whoever registered is asked whether the address is theirs. */
    EMAIL_VERIFICATION,
    /** The account has another mailbox; goes to the one before. */
    EMAIL_CHANGED,
    /** Somebody forgot the password; carries the link to choose another. */
    PASSWORD_RESET,
    /** The password of the account is another one now. */
    PASSWORD_CHANGED,
    /** A phone was enrolled as second factor. */
    SECOND_FACTOR_ENROLLED,
    /** The second factor was forgotten by another administrator. */
    SECOND_FACTOR_RESET,
    /** A recovery code was used instead of the phone. */
    RECOVERY_CODE_USED,
    /** Somebody registered with the address of an account that exists. */
    REGISTRATION_REPEATED,
    /** The account was erased; the last message to its mailbox. */
    ACCOUNT_ERASED,
    /** Figures that somebody of the staff has sent by themselves. */
    REPORT
}
