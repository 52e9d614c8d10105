package vn.busticket.notifications;

/** What kind of failure kept a message from being sent. */
public enum FailureKind {
    /** The provider was not reached, or hung up before the message was handed over. */
    CONNECTION,
    /** The provider refuses us: log-in, sender or account. Ours to repair. */
    WE_ARE_REFUSED,
    /** The provider is there and says: not now. */
    TEMPORARY,
    /** The message is refused for good. */
    MESSAGE_REFUSED,
    /** The address or the number is refused for good. */
    RECIPIENT_REFUSED,
    /** The message was handed over and no answer came: it may have been taken all the same. */
    ANSWER_LOST,
    /** The message could not be put into words; the provider was not asked. */
    NOT_WRITTEN;

    /** True if it says nothing about the message, which then has lost no attempt. */
    boolean isOfAnotherMaking() {
        return switch (this) {
            case CONNECTION, WE_ARE_REFUSED -> true;
            case TEMPORARY, MESSAGE_REFUSED, RECIPIENT_REFUSED, ANSWER_LOST, NOT_WRITTEN -> false;
        };
    }
}
