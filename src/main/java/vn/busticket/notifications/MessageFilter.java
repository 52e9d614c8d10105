package vn.busticket.notifications;

/** Which messages a list shows. */
public enum MessageFilter {
    /** Those that wait for their next attempt. */
    QUEUED,
    /** Those that have ended, in whatever way. */
    ENDED,
    /** Those that were taken over. */
    SENT,
    /** Those that were refused for good. */
    REJECTED,
    /** Those that were tried for too long. */
    GIVEN_UP,
    /** Those that were no longer true. */
    OVERTAKEN,
    /** Those that nobody wanted. */
    UNWANTED,
    /** Those that were refused or given up, and that nobody sent again: for staff. */
    FOR_STAFF
}
