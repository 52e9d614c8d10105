package vn.busticket.tickets;

/** What a crew's phone is told about one thing that the crew did at the door. */
public enum BoardingOutcome {
    /** The passenger is on the coach now. */
    BOARDED,
    /** The same phone had just read this ticket. */
    REPEATED,
    /** Another phone of the crew had read this ticket a moment ago. */
    TOGETHER,
    /** Somebody got on with this ticket before, long enough ago that it may be a copy. */
    USED_BEFORE,
    /** The booking was changed after this ticket was issued; another ticket took its place. */
    VOID_CHANGED,
    /** The booking, or this passenger's part of it, was cancelled. */
    VOID_CANCELLED,
    /** Genuine, for another trip of the same day. */
    OTHER_TRIP,
    /** Genuine, for a trip on another day. */
    OTHER_DATE,
    /** Genuine, for another company's trip. */
    OTHER_COMPANY,
    /** Looks like one of our tickets, but was not signed by us. */
    FORGED,
    /** Signed with a key that is not known any more, or never was. */
    UNKNOWN_KEY,
    /** No ticket of ours at all. */
    UNREADABLE,
    /** No such ticket, booking or passenger on this trip. */
    NOT_FOUND,
    /** The booking is not paid. */
    NOT_PAID,
    /** The booking has several passengers; the crew chooses who gets on. */
    CHOOSE,
    /** What was noted is taken back; the passenger is expected again. */
    UNDONE,
    /** The passenger did not come. */
    MISSED,
    /** It was as wished already. */
    KNOWN,
    /** The crew decided something else afterwards, which was told sooner. */
    DECIDED_LATER,
    /** The passenger is on the coach and cannot be missing. */
    ON_BOARD,
    /** The coach has not left the passenger's stop, so that nobody is missing there yet. */
    NOT_DEPARTED;

    /** True if the passenger belongs on the coach and is there. */
    public boolean isWelcome() {
        return this == BOARDED || this == REPEATED || this == TOGETHER;
    }
}
