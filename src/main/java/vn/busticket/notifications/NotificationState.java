package vn.busticket.notifications;

/** Where a message stands. */
public enum NotificationState {
    /** Waits for its next attempt, or one is running. */
    QUEUED,
    /** The mail server has taken it over. */
    SENT,
    /** The recipient or the message was refused for good. */
    REJECTED,
    /** Tried for too long. */
    GIVEN_UP,
    /** No longer true when it could have been sent. */
    OVERTAKEN,
    /** Not wanted by the recipient, or the address takes no mail any more. */
    UNWANTED
}
