package vn.busticket.notifications;

/** How the mailbox of returned mail was looked into. */
enum BounceReading {
    /** To its end. */
    READ,
    /** Its server was away, or refused us. */
    AWAY
}
