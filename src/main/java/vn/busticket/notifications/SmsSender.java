package vn.busticket.notifications;

import java.time.Instant;
import java.util.Optional;

/** The seam to the services that send text messages; without one, none are queued. */
public interface SmsSender {

    /** Hands a text message over and waits for the answer; never inside a database transaction. */
    SendOutcome send(OutgoingSms message);

    /**
     * Whether the very same text has been taken for that number, asked before it is handed over
     * again after an attempt whose end nobody knows.
     *
     * @param since not longer ago than that
     * @return how it was taken; empty if the service knows nothing of it
     * @throws SmsServiceAway if the service gave no answer
     */
    Optional<SendOutcome.Sent> find(OutgoingSms message, Instant since);

    /**
     * What became of a text message.
     *
     * @param reference the service's number of the message
     * @throws SmsServiceAway if the service gave no answer
     */
    Arrival arrival(String reference);

    /** Breaks off all that waits for an answer: the process ends, and nothing is sent after it. */
    void hangUp();

    /** How many text messages a second the service takes from us. */
    int perSecond();

    /**
     * What became of a text message that was taken over.
     *
     * @param standing whether it has arrived
     * @param words the service's own word for it
     */
    record Arrival(Standing standing, String words) {}

    /** Whether a text message has arrived. */
    enum Standing {
        /** Not known yet. */
        UNDERWAY,
        /** On the phone. */
        ARRIVED,
        /** It never will be. */
        FAILED
    }

    /** The service gave no answer to a question. */
    final class SmsServiceAway extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final FailureKind kind;

        /** Says what kept the answer away. */
        public SmsServiceAway(FailureKind kind, String reason) {
            super(reason);
            this.kind = kind;
        }

        /** What kept the answer away. */
        public FailureKind kind() {
            return kind;
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
