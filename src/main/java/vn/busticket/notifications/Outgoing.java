package vn.busticket.notifications;

/** A message in its words, ready for its envelope. */
sealed interface Outgoing permits OutgoingMail, OutgoingSms {

    /** The address or the number that it goes to. */
    String recipient();
}
