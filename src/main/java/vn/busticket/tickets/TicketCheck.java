package vn.busticket.tickets;

/** What looking at a scanned text alone can tell about it. */
public sealed interface TicketCheck {

    /** Signed by us; whether the ticket has been voided since, only the server knows. */
    record Genuine(TicketFacts facts) implements TicketCheck {}

    /** Looks like a ticket of ours, but what it states was not signed so. */
    record Forged() implements TicketCheck {}

    /** Signed with a key that is not known here, for example one that was replaced long ago. */
    record UnknownKey() implements TicketCheck {}

    /** Not a ticket of ours at all. */
    record Unreadable() implements TicketCheck {}
}
