package vn.busticket.notifications;

/** Why an address takes no mail. */
public enum SuppressionReason {
    /** Mail was taken over and came back for good. */
    BOUNCED,
    /** The mail server refused the address while we were sending. */
    REFUSED,
    /** It is none, says the mail service. */
    INVALID,
    /** Its reader told the mail service that our mail is spam. */
    COMPLAINED
}
