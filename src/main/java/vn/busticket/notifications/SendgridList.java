package vn.busticket.notifications;

import org.jspecify.annotations.Nullable;

/** The lists in which SendGrid keeps the addresses that mail does not reach (API v3). */
enum SendgridList {
    /** Mail came back; SendGrid sends nothing there any more. */
    BOUNCES("bounces", SuppressionReason.BOUNCED),
    /** Mail was refused for a reason that may pass; SendGrid goes on sending. */
    BLOCKS("blocks", null),
    /** The address is none. */
    INVALID("invalid_emails", SuppressionReason.INVALID),
    /** The reader said that it is spam. */
    SPAM("spam_reports", SuppressionReason.COMPLAINED);

    private final String path;
    private final @Nullable SuppressionReason reason;

    SendgridList(String path, @Nullable SuppressionReason reason) {
        this.path = path;
        this.reason = reason;
    }

    /** Where it is. */
    String path() {
        return "/v3/suppression/" + path;
    }

    /** How the place up to which it was read is called. */
    String mark() {
        return "sendgrid-" + path;
    }

    /** Why its addresses take no mail; null if that may pass. */
    @Nullable SuppressionReason reason() {
        return reason;
    }
}
