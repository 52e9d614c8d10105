package vn.busticket.analytics;

/** Which screen of figures a report is taken from. */
public enum ReportKind {
    /** Money, routes, companies and bus types. */
    REVENUE,
    /** How bookings come about and end. */
    BOOKINGS
}
