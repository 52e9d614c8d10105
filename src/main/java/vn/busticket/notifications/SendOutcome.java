package vn.busticket.notifications;

/** How an attempt to send ended. */
sealed interface SendOutcome {

    /** The mail server has taken the message over. */
    record Sent() implements SendOutcome {}

    /** It may work later: the server is away, busy, or refuses us for a reason of ours. */
    record Retry(String reason) implements SendOutcome {}

    /** This message will never be taken: the address or the message itself is refused. */
    record Rejected(String reason) implements SendOutcome {}
}
