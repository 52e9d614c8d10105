package vn.busticket.analytics;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import vn.busticket.documents.PdfPrinter;
import vn.busticket.documents.Templates;
import vn.busticket.documents.Wording;
import vn.busticket.shared.Language;

/** Makes files of reports. Asks nobody's rights: who calls has done that. */
@Component
class ReportFiles {

    private final RevenueReports revenue;
    private final BookingReports bookings;
    private final SalesList sales;
    private final ReportNames names;
    private final Templates templates;
    private final PdfPrinter printer;

    ReportFiles(
            RevenueReports revenue,
            BookingReports bookings,
            SalesList sales,
            ReportNames names,
            Templates templates,
            PdfPrinter printer) {
        this.revenue = revenue;
        this.bookings = bookings;
        this.sales = sales;
        this.names = names;
        this.templates = templates;
        this.printer = printer;
    }

    /**
     * Writes a report; the stream stays open.
     *
     * @param madeBy whose name stands on printed pages
     * @throws IOException if the stream takes no more
     */
    void write(
            ReportRequest request,
            ExportFormat format,
            Optional<String> madeBy,
            OutputStream stream,
            ExportProgress progress)
            throws IOException {
        var out = new StaysOpen(stream);
        switch (format) {
            case CSV -> {
                try (var file = new CsvFile(out)) {
                    write(tables(request).subList(0, 1), file, progress);
                }
            }
            case CSV_TABLES -> zip(tables(request), out, progress);
            case XLSX -> {
                try (var file = workbook(request, out)) {
                    write(tables(request), file, progress);
                }
            }
            case PDF ->
                    out.write(pdf(page(request, madeBy), request.language(), templates, printer));
            case SALES_CSV -> sales(request, new CsvFile(out), progress);
            case SALES_XLSX -> sales(request, workbook(request, out), progress);
        }
        out.flush();
    }

    /** A whole report in memory; for tables and pages, never for lists. */
    byte[] bytes(ReportRequest request, ExportFormat format) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(request, format, Optional.empty(), bytes, ExportProgress.unseen());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A report in words, as pages and letters show it. */
    PrintedReport page(ReportRequest request, Optional<String> madeBy) {
        var words = new ReportWords(Wording.of(request.language()));
        var head = new ReportHead(words, names.all(request.language()));
        return switch (request.kind()) {
            case REVENUE ->
                    new RevenuePages(words, head)
                            .of(revenue.report(request.filter(), request.scope()), request, madeBy);
            case BOOKINGS ->
                    new BookingPages(words, head)
                            .of(
                                    bookings.report(request.filter(), request.scope()),
                                    request,
                                    madeBy);
        };
    }

    /** The pages of a report. */
    static byte[] pdf(
            PrintedReport page, Language language, Templates templates, PdfPrinter printer) {
        return printer.print(
                templates.fill(
                        "document/report.ftlx",
                        language,
                        Map.of(
                                "report",
                                page,
                                "chart",
                                Templates.drawing(page.chart().drawing().svg()),
                                "rings",
                                page.ring().stream()
                                        .map(ring -> Templates.drawing(ring.drawing().svg()))
                                        .toList())));
    }

    private List<ReportTable> tables(ReportRequest request) {
        var tables = new ReportTables(new ReportWords(Wording.of(request.language())));
        return switch (request.kind()) {
            case REVENUE ->
                    tables.of(revenue.report(request.filter(), request.scope()), request.order());
            case BOOKINGS -> tables.of(bookings.report(request.filter(), request.scope()));
        };
    }

    private static void write(List<ReportTable> tables, TableWriter file, ExportProgress progress)
            throws IOException {
        for (var table : tables) {
            file.write(table);
            progress.wrote(table.rows().size());
        }
    }

    private static void zip(List<ReportTable> tables, OutputStream out, ExportProgress progress)
            throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (var table : tables) {
                zip.putNextEntry(new ZipEntry(table.fileName() + ".csv"));
                try (var file = new CsvFile(new StaysOpen(zip))) {
                    write(List.of(table), file, progress);
                }
                zip.closeEntry();
            }
        }
    }

    private static XlsxFile workbook(ReportRequest request, OutputStream out) {
        return new XlsxFile(out, Wording.of(request.language()).text("report.sheetFull"));
    }

    /** A file that broke off is not ended in good order, or it would look whole. */
    private void sales(ReportRequest request, TableWriter file, ExportProgress progress)
            throws IOException {
        try {
            sales.write(request, file, progress);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        file.close();
    }

    /** Ends with what writes into it, but leaves the stream below open. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
