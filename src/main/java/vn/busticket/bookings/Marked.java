package vn.busticket.bookings;

/** What became of a crew's note about a passenger. */
public enum Marked {
    /** It counts; the history has one line more. */
    DONE,
    /** It says what was known already. */
    KNOWN,
    /** The crew had decided something else afterwards, which was told sooner. */
    DECIDED_LATER,
    /** The passenger is on the coach and cannot be missing. */
    ON_BOARD,
    /** The coach has not yet left the passenger's stop, so that nobody is missing there. */
    NOT_DEPARTED,
    /** The booking is not paid, or the passenger gave up the travel. */
    NOT_TRAVELLING
}
