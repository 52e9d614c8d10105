package vn.busticket.notifications;

/** The seam to the world of mail servers. */
interface MessageSender {

    /** Hands a message over and waits for the answer; never inside a database transaction. */
    SendOutcome send(OutgoingMail mail);

    /** Breaks off all that waits for an answer: the process ends. */
    void hangUp();
}
