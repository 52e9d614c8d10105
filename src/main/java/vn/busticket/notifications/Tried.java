package vn.busticket.notifications;

import org.jspecify.annotations.Nullable;

/**
 * An attempt to deliver a message, done.
 *
 * @param recipient where it went, if it came so far
 */
record Tried(@Nullable String recipient, SendOutcome outcome) {

    /** An attempt that ended before anything was handed over. */
    static Tried unsent(SendOutcome because) {
        return new Tried(null, because);
    }
}
