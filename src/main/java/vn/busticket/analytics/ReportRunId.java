package vn.busticket.analytics;

/**
 * Names one time that a report was due.
 *
 * @param value its number in the database
 */
public record ReportRunId(long value) {}
