package vn.busticket.notifications;

import java.time.Duration;

/**
 * How sending is doing.
 *
 * @param sent messages sent in the last 24 hours
 * @param ended messages that ended in the last 24 hours, other than overtaken and unwanted ones
 * @param due messages that are due and wait
 * @param oldest how long the oldest of them waits
 */
public record OutboxStanding(long sent, long ended, long due, Duration oldest) {}
