package vn.busticket.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one entry; see {@link BoardingAnswer}. */
record Verdict(BoardingOutcome outcome, @Nullable Long passenger, @Nullable Instant at) {

    static Verdict of(BoardingOutcome outcome) {
        return new Verdict(outcome, null, null);
    }

    static Verdict about(long passenger, BoardingOutcome outcome, @Nullable Instant at) {
        return new Verdict(outcome, passenger, at);
    }
}
