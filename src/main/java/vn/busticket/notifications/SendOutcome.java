package vn.busticket.notifications;

import java.time.Instant;

/** How an attempt to send ended. */
sealed interface SendOutcome {

    /** The mail server has taken the message over. */
    record Sent() implements SendOutcome {}

    /** It may work later: the server is away, busy, or refuses us for a reason of ours. */
    record Retry(String reason) implements SendOutcome {}

    /**
     * This message will never be taken.
     *
     * @param isRecipient true if the address is refused, false if the message itself is
     */
    record Rejected(boolean isRecipient, String reason) implements SendOutcome {}

    /** The recipient does not want it, or cannot get it. */
    record Unwanted(String reason) implements SendOutcome {}

    /** The recipient wants it, but not before an instant. */
    record Postponed(Instant until, String reason) implements SendOutcome {}
}
