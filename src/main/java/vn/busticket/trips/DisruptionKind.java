package vn.busticket.trips;

/** What an operator can do to a trip that is on sale already. */
public enum DisruptionKind {
    /** It does not run. */
    CALLED_OFF,
    /** It leaves at another time. */
    MOVED,
    /** Another coach drives it. */
    OTHER_COACH
}
