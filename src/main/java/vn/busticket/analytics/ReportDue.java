package vn.busticket.analytics;

import java.util.List;

/**
 * A report is to be sent to its readers now; told once for each of its times, in the transaction
 * that notes it.
 */
public record ReportDue(ReportRunId run, List<ReportRecipientId> recipients) {

    public ReportDue {
        recipients = List.copyOf(recipients);
    }
}
