package vn.busticket.operations;

/**
 * One thing that the product stands on.
 *
 * @param name as the health report names it
 * @param state how it is
 */
public record PartHealth(String name, State state) {

    /** How a part is. */
    public enum State {
        /** It works. */
        UP,
        /** It does not, and what needs it waits. */
        DEGRADED,
        /** It does not, and this node cannot serve people without it. */
        DOWN,
        /** Nobody has asked yet, or it is not set up. */
        UNKNOWN
    }
}
