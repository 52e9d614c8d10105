package vn.busticket.shared;

/**
 * A stretch of road: from one stop of a route to a later one, half open like PostgreSQL's {@code
 * int4range}.
 *
 * @param from sequence of the boarding stop, from 0
 * @param to sequence of the drop-off stop, greater than {@code from}
 */
public record Stretch(int from, int to) {

    public Stretch {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "Not a stretch of road: from stop " + from + " to stop " + to);
        }
    }

    /** True where both stretches share a piece of road. */
    public boolean overlaps(Stretch other) {
        return from < other.to && other.from < to;
    }
}
