package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.analytics.ReportNames.Names;
import vn.busticket.documents.PdfPrinter;
import vn.busticket.documents.Templates;
import vn.busticket.documents.Wording;
import vn.busticket.shared.Language;

/** Reports as pages to print. */
@Tag("P9.4")
class PrintedReportTest {

    private static final Names NAMES =
            new Names(Map.of(7L, "Sài Gòn – Đà Lạt"), Map.of(2L, "Chín Rồng"), Map.of());

    @Test
    void aRevenueReportTellsItsDaysFiguresRoutesAndWhoMadeIt() throws IOException {
        var text = text(keep("report-revenue-vi", printed(Language.VI, SampleReports.revenue(8))));

        assertThat(text)
                .contains("Báo cáo doanh thu", "30/10/2026 – 26/11/2026")
                .contains("28 ngày, so với 02/10–29/10/2026 · mọi tuyến, mọi nhà xe")
                .contains("theo ngày tiền được ghi nhận, đã gồm thuế")
                .contains("8.841.905.000 ₫", "+8,2%", "thu 9,02 tỷ − hoàn 180,4 triệu")
                .contains("Sài Gòn – Buôn Ma Thuột", "Limousine giường phòng", "Chín Rồng")
                .contains("Tổng", "26/11/2026")
                .contains("BusTicket · số liệu lúc 14:30, 27/11/2026 · Trần Quốc Bảo")
                .contains("Trang 1 / ")
                .doesNotContain("#", "?");
    }

    @Test
    void anEnglishReportSpeaksEnglish() throws IOException {
        var text = text(keep("report-revenue-en", printed(Language.EN, SampleReports.revenue(8))));

        assertThat(text)
                .contains("Revenue report", "28 days, compared with 02/10–29/10/2026")
                .contains("VND 8,841,905,000", "+8.2%", "all routes, all companies")
                .doesNotContain("#");
    }

    @Test
    void longTablesEndEarlyAndSaySo() throws IOException {
        var text = text(printed(Language.VI, SampleReports.revenue(60)));

        assertThat(text)
                .contains("Tuyến 24")
                .doesNotContain("Tuyến 25")
                .contains("Hiện 25 trên 60 dòng; mọi dòng có trong tệp Excel và CSV.");
    }

    @Test
    void longSeriesEndEarlyAndSaySo() throws IOException {
        var series =
                IntStream.range(0, 120)
                        .mapToObj(day ->
                                SampleReports.step(
                                        LocalDate.parse("2026-01-01").plusDays(day), 100, false))
                        .toList();

        assertThat(text(printed(Language.VI, SampleReports.revenue(1, series))))
                .contains("10/04/2026", "Hiện 100 trên 120 dòng")
                .doesNotContain("11/04/2026");
    }

    @Test
    void manyRoutesInDemandEndEarlyAndSaySo() throws IOException {
        var report = SampleReports.bookings();
        var routes = Collections.nCopies(26, report.demand().getFirst());
        var words = new ReportWords(Wording.of(Language.EN));
        var page =
                new BookingPages(words, new ReportHead(words, NAMES))
                        .of(
                                new BookingReport(
                                        report.filter(),
                                        report.comparedWith(),
                                        report.figures(),
                                        report.compared(),
                                        report.series(),
                                        report.byReason(),
                                        report.byWhom(),
                                        report.funnel(),
                                        report.leadTimes(),
                                        report.weekdayHours(),
                                        routes,
                                        report.asOf()),
                                SampleReports.request(ReportKind.BOOKINGS, Language.EN),
                                Optional.empty());

        assertThat(text(pdf(page, Language.EN))).contains("25 of 26 rows");
    }

    @Test
    void daysOnWhichMoreWentBackThanCameHangBelowZero() throws IOException {
        var series =
                IntStream.range(0, 3)
                        .mapToObj(day ->
                                SampleReports.step(
                                        LocalDate.parse("2026-11-24").plusDays(day),
                                        100 - 90L * day,
                                        false))
                        .toList();
        var chart =
                new ReportCharts(new ReportWords(Wording.of(Language.VI)))
                        .revenue(SampleReports.revenue(1, series));

        var drawing = ChartSvg.of(chart);

        assertThat(drawing.labels())
                .extracting(PrintedReport.Label::text)
                .contains("−50", "0", "100 tr", "24/11", "26/11");
        assertThat(drawing.svg())
                .as("a drawing without words, because it has no face of ours")
                .doesNotContain("height=\"-", "<text");
        keep("report-below-zero", printed(Language.VI, SampleReports.revenue(1, series)));
    }

    @Test
    void namesNeverBecomeMarkupOrStyle() throws IOException {
        var request = SampleReports.request(ReportKind.REVENUE, Language.VI);
        var head = new ReportHead(new ReportWords(Wording.of(Language.VI)), NAMES);
        var page =
                new RevenuePages(new ReportWords(Wording.of(Language.VI)), head)
                        .of(
                                SampleReports.revenue(1),
                                request,
                                Optional.of("\"} body{display:none} <b>\\"));

        assertThat(text(pdf(page, Language.VI))).contains("Báo cáo doanh thu", "Tổng");
        assertThat(page.footer()).doesNotContain("\"", "\\", "<", "{");
    }

    @Test
    void whatItIsNarrowedToIsNamed() {
        var words = new ReportWords(Wording.of(Language.VI));
        var request =
                new ReportRequest(
                        ReportKind.REVENUE,
                        new ReportFilter(
                                SampleReports.FOUR_WEEKS,
                                Grain.DAY,
                                Comparison.NONE,
                                Map.of(Dimension.ROUTE, 7L)),
                        new ReportScope(Optional.of(new vn.busticket.trips.OperatorId(2))),
                        ReportOrder.MOST_REVENUE,
                        Language.VI);

        assertThat(new ReportHead(words, NAMES).narrowed(request))
                .isEqualTo("Sài Gòn – Đà Lạt, Chín Rồng");
    }

    @Test
    void aReportOfBookingsHasItsFunnelAndReasons() throws IOException {
        var words = new ReportWords(Wording.of(Language.VI));
        var page =
                new BookingPages(words, new ReportHead(words, NAMES))
                        .of(
                                SampleReports.bookings(),
                                SampleReports.request(ReportKind.BOOKINGS, Language.VI),
                                Optional.empty());

        assertThat(text(keep("report-bookings-vi", pdf(page, Language.VI))))
                .contains(
                        "Báo cáo lượt đặt vé", "Tìm chuyến", "4,2%", "Khách muốn hủy", "Nhân viên")
                .doesNotContain("#");
    }

    private static byte[] printed(Language language, RevenueReport report) {
        var words = new ReportWords(Wording.of(language));
        var page =
                new RevenuePages(words, new ReportHead(words, NAMES))
                        .of(
                                report,
                                SampleReports.request(ReportKind.REVENUE, language),
                                Optional.of("Trần Quốc Bảo"));
        return pdf(page, language);
    }

    private static byte[] pdf(PrintedReport page, Language language) {
        return ReportFiles.pdf(page, language, new Templates(), new PdfPrinter());
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    /** Keeps the file and a picture of each page, for looking at them. */
    private static byte[] keep(String name, byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            for (var page : List.of(0, document.getNumberOfPages() - 1)) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, 80),
                        "png",
                        folder.resolve(name + "-" + page + ".png").toFile());
            }
        }
        return pdf;
    }
}
