package vn.busticket.analytics;

import vn.busticket.documents.Wording;
import vn.busticket.shared.Language;

/** What kind of file a report is taken away as. */
public enum ExportFormat {
    /** The table over time as it is shown. */
    CSV("csv", "text/csv; charset=utf-8"),
    /** A CSV file for each table behind a chart, packed together. */
    CSV_TABLES("zip", "application/zip"),
    /** Every table behind a chart, a sheet each. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Pages to print, with charts. */
    PDF("pdf", "application/pdf"),
    /** What happened to every single booking of the period. */
    SALES_CSV("csv", CSV.mediaType),
    /** The same as a workbook. */
    SALES_XLSX("xlsx", XLSX.mediaType);

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The media type, with its character set where it is text. */
    public String mediaType() {
        return mediaType;
    }

    /** True for the list of single bookings, which may have millions of rows. */
    public boolean isList() {
        return this == SALES_CSV || this == SALES_XLSX;
    }

    /** The name of the file: {@code doanh-thu_2026-10-30_2026-11-26.csv}. */
    public String fileName(ReportRequest request) {
        var period = request.filter().period();
        return "%s_%s_%s.%s".formatted(name(request), period.from(), period.to(), extension);
    }

    private String name(ReportRequest request) {
        Language language = request.language();
        return Wording.of(language)
                .text(isList() ? "report.file.SALES" : "report.file." + request.kind());
    }
}
