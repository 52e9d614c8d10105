package vn.busticket.analytics;

import java.util.List;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;

/**
 * A report on its way to one reader, counted anew when it is sent.
 *
 * @param plan what was set up
 * @param page its figures in words
 * @param request to make files of it
 * @param files which go along
 * @param to the reader
 */
public record DueReport(
        ReportPlan plan,
        PrintedReport page,
        ReportRequest request,
        List<ExportFormat> files,
        EmailAddress to) {

    public DueReport {
        files = List.copyOf(files);
    }

    /** The reader's language. */
    public Language language() {
        return plan.language();
    }
}
