package vn.busticket.analytics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;

/**
 * What is sent by itself, how often, and to whom.
 *
 * @param hour of Vietnam's clocks, 0 to 23
 * @param chosen what it is narrowed to, as in a filter
 * @param formats which files go along: {@link ExportFormat#PDF}, {@link ExportFormat#XLSX}, both or
 *     none
 * @param recipients addresses, none twice
 * @throws IllegalArgumentException for an hour that there is not, or another format
 */
public record ReportPlan(
        ReportKind kind,
        Cadence cadence,
        int hour,
        RelativePeriod period,
        Grain grain,
        Comparison comparison,
        Map<Dimension, Long> chosen,
        ReportOrder order,
        Language language,
        Set<ExportFormat> formats,
        List<EmailAddress> recipients) {

    private static final int LAST_HOUR = 23;
    private static final Set<ExportFormat> SENT = Set.of(ExportFormat.PDF, ExportFormat.XLSX);

    public ReportPlan {
        chosen = Map.copyOf(chosen);
        formats = Set.copyOf(formats);
        recipients = List.copyOf(new LinkedHashSet<>(recipients));
        if (hour < 0 || hour > LAST_HOUR) {
            throw new IllegalArgumentException("No hour of a day: " + hour);
        }
        if (!SENT.containsAll(formats)) {
            throw new IllegalArgumentException("Not sent by mail: " + formats);
        }
    }

    /** The report as it is for some days. */
    ReportRequest request(Period days, ReportScope scope) {
        return new ReportRequest(
                kind, new ReportFilter(days, grain, comparison, chosen), scope, order, language);
    }
}
