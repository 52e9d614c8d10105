package vn.busticket.notifications;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a message, or what was learnt of it later.
 *
 * @param number of the attempt, from 1
 * @param at when it ended
 * @param outcome how
 * @param failure what kind of failure it was, if it was one
 * @param answer what the provider said
 */
public record AttemptLine(
        int number,
        Instant at,
        AttemptOutcome outcome,
        @Nullable FailureKind failure,
        @Nullable String answer,
        Duration took) {}
