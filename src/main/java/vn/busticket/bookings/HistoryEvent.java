package vn.busticket.bookings;

/** What happened to a booking. */
public enum HistoryEvent {
    /** It was placed and its time to pay began. */
    PLACED,
    /** The passenger began to pay once more and the time to pay was lengthened. */
    PAYMENT_RETRIED,
    /** A part of the price was received. */
    PART_PAID,
    /** All of the price was received. */
    CONFIRMED,
    /** All of the price was received after it had expired, and the same seats were still free. */
    CONFIRMED_LATE,
    /** Money came that could not be used: its seats have another owner, or the trip is over. */
    LATE_MONEY_KEPT,
    /** Money came for what was already paid; it is due for refund. */
    PAID_AGAIN,
    /** It was not paid in time. */
    EXPIRED,
    /** The coach has arrived. */
    COMPLETED
}
