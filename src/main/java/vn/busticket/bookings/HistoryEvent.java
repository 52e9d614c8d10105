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
    /**
     * All of the price was received; its seats had another owner, so that other ones of the same
     * class were sold.
     */
    CONFIRMED_ON_OTHER_SEATS,
    /** Money came late and is too little; it is kept for a while in case the rest comes. */
    LATE_MONEY_KEPT,
    /** More than the price was received; the surplus goes back. */
    PAID_TOO_MUCH,
    /** Money came for what was already paid; it goes back. */
    PAID_AGAIN,
    /** Money came after it was cancelled; it goes back. */
    PAID_AFTER_CANCELLATION,
    /** Money came when there were no seats any more or the coach had left; it goes back. */
    PAID_TOO_LATE,
    /** Money came for a trip that was called off; it goes back. */
    PAID_FOR_CALLED_OFF_TRIP,
    /** The rest of the price never came; what was kept goes back. */
    REST_NEVER_CAME,
    /** A change was wished that costs more; it waits for its money. */
    CHANGE_REQUESTED,
    /** A part of what a change costs was received; it is kept until the rest comes. */
    CHANGE_PART_PAID,
    /** It became another: people, seats, trip or contact. */
    CHANGED,
    /** Its passengers left another booking, to go by another trip than the rest. */
    SPLIT_OFF,
    /** The money for a change came late; it was made on other seats of the same class. */
    CHANGED_ON_OTHER_SEATS,
    /** What a change costs was not paid in time; the booking stays as it was. */
    CHANGE_LAPSED,
    /** The passenger gave up a change that was not paid yet; the booking stays as it was. */
    CHANGE_WITHDRAWN,
    /** Money came for a change that could not be made any more; it goes back. */
    CHANGE_PAID_TOO_LATE,
    /** The rest of what a change costs never came; what was kept goes back. */
    CHANGE_MONEY_RETURNED,
    /** Some of its passengers were cancelled; what is not kept of their prices goes back. */
    PARTLY_CANCELLED,
    /** The operator moved the trip to another time. */
    TRIP_MOVED,
    /** The operator called the trip off and lets its people go by another one. */
    MOVED_TO_OTHER_TRIP,
    /** Another coach drives the trip, and people sit on other seats. */
    COACH_CHANGED,
    /**
     * It was given up by the passenger, by staff, or by the operator; what is not kept goes back.
     */
    CANCELLED,
    /** It was not paid in time. */
    EXPIRED,
    /** The coach has arrived. */
    COMPLETED,
    /** One passenger got on. */
    BOARDED,
    /** What the crew had noted about one passenger was taken back. */
    BOARDING_UNDONE,
    /** One passenger did not come. */
    NO_SHOW
}
