package vn.busticket.seats;

import java.util.List;
import vn.busticket.shared.BusinessRuleViolation;

/** Refuses seats of which at least one has another owner on that stretch; none was taken. */
public final class SeatsTaken extends BusinessRuleViolation {

    private final transient List<String> labels;

    /** Refused. */
    public SeatsTaken(List<String> labels) {
        super("seats.taken", String.join(", ", labels), labels.size());
        this.labels = List.copyOf(labels);
    }

    /** The seats that somebody else has. */
    public List<String> labels() {
        return labels;
    }
}
