package vn.busticket.analytics;

import vn.busticket.shared.Language;

/**
 * One report as somebody sees it, to be taken away as a file or sent.
 *
 * @param order how routes, operators and bus types are sorted on screen
 * @param language of the reader
 */
public record ReportRequest(
        ReportKind kind,
        ReportFilter filter,
        ReportScope scope,
        ReportOrder order,
        Language language) {}
