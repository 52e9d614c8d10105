package vn.busticket.notifications;

import vn.busticket.analytics.ReportRecipientId;
import vn.busticket.analytics.ReportRunId;

/**
 * What a message with a report follows from.
 *
 * @param run the time at which it was due
 * @param reader whom it goes to
 */
record ReportCause(ReportRunId run, ReportRecipientId reader) {}
