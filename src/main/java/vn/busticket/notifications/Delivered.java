package vn.busticket.notifications;

import java.time.Duration;
import java.time.Instant;

/**
 * A message that was tried, before that is stored.
 *
 * @param at when the attempt ended
 */
record Delivered(Taken taken, Tried tried, Instant at, Duration took) {

    SendOutcome outcome() {
        return tried.outcome();
    }
}
