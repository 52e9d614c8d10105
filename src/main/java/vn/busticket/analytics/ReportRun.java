package vn.busticket.analytics;

import java.time.Instant;

/**
 * One time that a report was due.
 *
 * @param dueAt when it should have been sent
 * @param days what it tells of
 * @param toldAt when it was queued, later than due if no node lived then
 */
public record ReportRun(ReportRunId id, Instant dueAt, Period days, Instant toldAt) {}
