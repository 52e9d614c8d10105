package vn.busticket.bookings;

import java.util.List;
import java.util.Optional;

/** Why the operator lets people not travel. */
public enum LossCause {
    /** The trip does not run. */
    CALLED_OFF,
    /** Another coach drives it, and that has no seats for them. */
    NO_SEAT;

    static final String DETAIL = "cause";

    /** Why the operator cancelled a booking; empty if somebody else did, or nobody. */
    public static Optional<LossCause> of(List<HistoryLine> history) {
        return history.stream()
                .filter(line -> line.event() == HistoryEvent.CANCELLED)
                .filter(line -> line.actor() == Actor.OPERATOR)
                .map(line -> valueOf(line.detail().getOrDefault(DETAIL, CALLED_OFF.name())))
                .findFirst();
    }
}
