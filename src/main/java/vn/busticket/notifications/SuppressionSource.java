package vn.busticket.notifications;

/** Who told that mail does not arrive. */
public enum SuppressionSource {
    /** The mail server, in its answer while sending. */
    SMTP,
    /** A delivery report in the bounce mailbox. */
    REPORT,
    /** SendGrid's lists. */
    SENDGRID
}
