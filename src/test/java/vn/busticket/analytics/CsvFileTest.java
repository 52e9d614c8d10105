package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.busticket.documents.Wording;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/** Reports as CSV, read back by a parser of RFC 4180. */
@Tag("P9.4")
class CsvFileTest {

    @Test
    void isUtf8WithAByteOrderMarkAndLinesThatEndAsTheStandardSays() throws IOException {
        var bytes = written(List.of(new Cell.Words("Đà Lạt")));

        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("\ufeffĐầu\r\nĐà Lạt\r\n");
    }

    @Test
    void commasQuotesAndLineBreaksStayWithinTheirCell() throws IOException {
        var text = "Bến xe \"Miền Đông\", cổng 2\r\nquầy 14";

        assertThat(read(written(List.of(new Cell.Words(text), new Cell.Words("sau")))).get(1))
                .containsExactly(text, "sau");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+84901234567",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "=cmd|' /C calc'!A0",
                "  =1+1",
                "\u00a0=HYPERLINK(\"https://x.example\")",
                "＝1+1",
                "＠SUM(A1)"
            })
    void wordsThatASpreadsheetWouldRunStayWords(String typed) throws IOException {
        assertThat(read(written(List.of(new Cell.Words(typed)))).get(1))
                .containsExactly("'" + typed);
    }

    @Test
    void numbersStayNumbersBelowZeroToo() throws IOException {
        var row =
                List.<Cell>of(
                        new Cell.Money(new Vnd(-1_250_000)),
                        new Cell.Count(-3),
                        new Cell.Share(0.79615),
                        new Cell.Average(2.5),
                        Cell.NOTHING);

        assertThat(read(written(row)).get(1))
                .containsExactly("-1250000", "-3", "0.7962", "2.5", "");
    }

    @Test
    void daysAndMomentsAreVietnams() throws IOException {
        var row =
                List.<Cell>of(
                        new Cell.Day(LocalDate.parse("2026-01-05")),
                        new Cell.Moment(Instant.parse("2026-12-31T17:00:00Z")),
                        new Cell.Moment(Instant.parse("2026-12-31T16:59:59Z")));

        assertThat(read(written(row)).get(1))
                .containsExactly("2026-01-05", "2027-01-01 00:00:00", "2026-12-31 23:59:59");
    }

    @Test
    void aReportHasItsRowsAndTheirSum() throws IOException {
        var words = new ReportWords(Wording.of(Language.VI));
        var table =
                new ReportTables(words)
                        .of(SampleReports.revenue(3), ReportOrder.MOST_REVENUE)
                        .getFirst();
        var bytes = new ByteArrayOutputStream();
        try (var file = new CsvFile(bytes)) {
            file.write(table);
        }

        var rows = read(bytes.toByteArray());

        assertThat(rows).hasSize(30).allSatisfy(row -> assertThat(row).hasSize(18));
        assertThat(rows.getFirst()).startsWith("Từ ngày", "Đến ngày", "Doanh thu thuần");
        assertThat(rows.get(1)).startsWith("2026-10-30", "2026-10-30", "235545000", "240345000");
        assertThat(rows.getLast()).startsWith("Tổng", "", "8841905000");
    }

    @Test
    void routesStandAsTheyWereSortedOnTheScreen() {
        var words = new ReportWords(Wording.of(Language.VI));
        var order = new ReportOrder(ReportOrder.By.NAME, false);

        var routes = new ReportTables(words).of(SampleReports.revenue(3), order).get(1);

        assertThat(routes.rows().stream().map(List::getFirst))
                .containsExactly(
                        new Cell.Words("Hà Nội – Sa Pa"),
                        new Cell.Words("Sài Gòn – Nha Trang"),
                        new Cell.Words("Sài Gòn – Đà Lạt"));
    }

    private static byte[] written(List<Cell> row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var file = new CsvFile(bytes)) {
            file.begin("Bảng", List.of("Đầu"));
            file.row(row);
        }
        return bytes.toByteArray();
    }

    /** The rows, without the byte order mark. */
    static List<List<String>> read(byte[] bytes) throws IOException {
        var text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff");
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(text.substring(1)))) {
            return parser.getRecords().stream().map(CSVRecord::toList).toList();
        }
    }
}
