package vn.busticket.accounts;

/** What an account may do. */
public enum Role {
    /** Buys tickets and sees own bookings. */
    PASSENGER,
    /** Works for one coach company: its trips, manifest and boarding. */
    OPERATOR_STAFF,
    /** Sees and does everything. */
    ADMINISTRATOR
}
