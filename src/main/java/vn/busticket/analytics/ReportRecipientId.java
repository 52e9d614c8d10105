package vn.busticket.analytics;

/**
 * Names one reader of a report that is sent.
 *
 * @param value its number in the database
 */
public record ReportRecipientId(long value) {}
