package vn.busticket.analytics;

/**
 * Names one report that is sent by itself.
 *
 * @param value its number in the database
 */
public record ReportScheduleId(long value) {}
