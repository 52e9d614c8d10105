package vn.busticket.payments;

/** What became of an exception. */
public enum ExceptionResolution {
    /** Staff said what the money is for. */
    ASSIGNED,
    /** Staff sent the money back. */
    REFUNDED,
    /** Staff dealt with it outside. */
    HANDLED,
    /** The decision succeeded at last, by itself. */
    SETTLED
}
