package vn.busticket.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. */
public sealed interface SendOutcome {

    /**
     * The provider has taken the message over.
     *
     * @param answer what it said
     * @param reference its own number of the message, if it can be asked about it later
     */
    record Sent(String answer, @Nullable String reference) implements SendOutcome {

        /** Taken over by a provider that cannot be asked later. */
        public Sent(String answer) {
            this(answer, null);
        }
    }

    /** It may work later. */
    record Retry(FailureKind kind, String reason) implements SendOutcome {}

    /** This message will never be taken: the address or the message itself is refused. */
    record Rejected(FailureKind kind, String reason) implements SendOutcome {}

    /** What the message would tell is no longer true. */
    record Overtaken() implements SendOutcome {}

    /** The recipient does not want it, or cannot get it. */
    record Unwanted(String reason) implements SendOutcome {}

    /** Not before an instant, at which it is tried again; that costs it no attempt. */
    record Postponed(Instant at, String reason) implements SendOutcome {}
}
