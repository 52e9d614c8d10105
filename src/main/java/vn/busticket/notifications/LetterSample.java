package vn.busticket.notifications;

/** A letter that staff can look at: every kind, and every form that a kind takes. */
public enum LetterSample {
    /** Paid, with tickets. */
    CONFIRMATION,
    /** The receipt. */
    RECEIPT,
    /** Not paid in time. */
    EXPIRY,
    /** Cancelled by the passenger. */
    CANCELLATION,
    /** Some passengers cancelled, the others travel. */
    CANCELLATION_OF_A_PART,
    /** Changed by the passenger. */
    CHANGE,
    /** The trip is near. */
    REMINDER,
    /** The operator moved the trip in time. */
    TRIP_MOVED,
    /** The operator changed the coach. */
    TRIP_ON_OTHER_COACH,
    /** The trip was called off; they go by another one. */
    OTHER_TRIP,
    /** The operator called the trip off. */
    TRIP_CANCELLED,
    /** The operator called the trip off before it was paid. */
    TRIP_CANCELLED_UNPAID,
    /** Another coach has no seats for the people. */
    TRIP_WITHOUT_SEAT,
    /** A part of the price came. */
    PART_PAID,
    /** The price came late; the same seats. */
    CONFIRMED_LATE,
    /** The price came late; other seats. */
    CONFIRMED_ON_OTHER_SEATS,
    /** The difference of a change came late; other seats. */
    CHANGED_ON_OTHER_SEATS,
    /** A part of the price came late. */
    LATE_PART_KEPT,
    /** Money goes back. */
    REFUND_OPENED,
    /** Money waits for an account. */
    REFUND_ACCOUNT_NEEDED,
    /** Money went back. */
    REFUND_PAID_OUT,
    /** Is this address yours? */
    EMAIL_VERIFICATION,
    /** The account has another mailbox. */
    EMAIL_CHANGED,
    /** A link to choose another password. */
    PASSWORD_RESET,
    /** The password is another one. */
    PASSWORD_CHANGED,
    /** A phone was enrolled as second factor. */
    SECOND_FACTOR_ENROLLED,
    /** The second factor was forgotten by another administrator. */
    SECOND_FACTOR_RESET,
    /** A recovery code was used instead of the phone. */
    RECOVERY_CODE_USED,
    /** The address has an account already. */
    REGISTRATION_REPEATED,
    /** The account was erased. */
    ACCOUNT_ERASED,
    /** Figures of a period, for staff. */
    REPORT
}
