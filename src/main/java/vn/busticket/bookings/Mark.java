package vn.busticket.bookings;

/** What a crew notes about a passenger. */
public enum Mark {
    /** Got on. */
    BOARD,
    /** Was noted by mistake: is expected again. */
    UNDO,
    /** Did not come. */
    MISS
}
