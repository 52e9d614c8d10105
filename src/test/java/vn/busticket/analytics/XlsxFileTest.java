package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.documents.Wording;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/** Reports as workbooks, read back. */
@Tag("P9.4")
class XlsxFileTest {

    private static final List<Cell> ROW =
            List.of(
                    new Cell.Words("=1+1"),
                    new Cell.Money(new Vnd(-9_022_095_000L)),
                    new Cell.Share(0.796),
                    new Cell.Day(LocalDate.parse("2026-11-26")),
                    new Cell.Moment(Instant.parse("2026-12-31T17:00:00Z")),
                    Cell.NOTHING,
                    new Cell.Count(33_908));

    @Test
    void numbersAndDaysAreRealOnesWithAFormatAndWordsAreNeverFormulas() throws IOException {
        try (var book = opened(written(10, ROW))) {
            var row = book.getFirstSheet().read().get(1);

            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCellText(0)).isEqualTo("=1+1");
            assertThat(row.getCellAsNumber(1)).contains(new BigDecimal("-9022095000"));
            assertThat(row.getCell(1).getDataFormatString()).isEqualTo("#,##0");
            assertThat(row.getCellAsNumber(2)).contains(new BigDecimal("0.796"));
            assertThat(row.getCell(2).getDataFormatString()).isEqualTo("0.0%");
            assertThat(row.getCellAsDate(3)).contains(LocalDateTime.parse("2026-11-26T00:00:00"));
            assertThat(row.getCell(3).getDataFormatString()).isEqualTo("dd/mm/yyyy");
            assertThat(row.getCellAsDate(4)).contains(LocalDateTime.parse("2027-01-01T00:00:00"));
            assertThat(row.getOptionalCell(5)).isEmpty();
            assertThat(row.getCellAsNumber(6)).contains(new BigDecimal("33908"));
        }
    }

    @Test
    void theHeadStaysInSight() throws IOException {
        assertThat(sheet(written(10, ROW)))
                .contains("<pane")
                .contains("ySplit=\"1\"")
                .contains("state=\"frozen\"")
                .doesNotContain("<f>");
    }

    @Test
    void aSheetThatIsFullSaysSoInItsLastRow() throws IOException {
        try (var book = opened(written(4, ROW, ROW, ROW, ROW))) {
            var rows = book.getFirstSheet().read();

            assertThat(rows).hasSize(4);
            assertThat(rows.get(2).getCellText(0)).isEqualTo("=1+1");
            assertThat(rows.getLast().getCellText(0)).isEqualTo("đầy rồi");
        }
    }

    @Test
    void aSheetIntoWhichEverythingJustFitsDoesNotSaySo() throws IOException {
        try (var book = opened(written(4, ROW, ROW, ROW))) {
            assertThat(book.getFirstSheet().read())
                    .extracting(row -> row.getCellText(0))
                    .containsExactly("Đầu", "=1+1", "=1+1", "=1+1");
        }
    }

    @Test
    void everyTableOfAReportHasASheetOfItsOwn() throws IOException {
        var words = new ReportWords(Wording.of(Language.VI));
        var bytes = new ByteArrayOutputStream();
        try (var file = new XlsxFile(bytes, "đầy rồi")) {
            for (var table : new ReportTables(words).of(SampleReports.bookings())) {
                file.write(table);
            }
        }

        try (var book = opened(bytes.toByteArray())) {
            assertThat(book.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly(
                            "Theo thời gian",
                            "Hủy theo lý do",
                            "Hủy theo người hủy",
                            "Phễu chuyển đổi",
                            "Đặt trước bao nhiêu ngày",
                            "Theo thứ và giờ",
                            "Nhu cầu theo tuyến");
            var funnel = book.getSheet(3).orElseThrow().read();
            assertThat(funnel.get(1).getCellText(0)).isEqualTo("Tìm chuyến");
            assertThat(number(funnel.get(2), 1)).isEqualByComparingTo("42");
            assertThat(number(funnel.get(2), 2)).isEqualByComparingTo("0.042");
            assertThat(book.getSheet(5).orElseThrow().read()).hasSize(8);
        }
    }

    private static BigDecimal number(Row row, int column) {
        return row.getCellAsNumber(column).orElseThrow();
    }

    @SafeVarargs
    private static byte[] written(int mostRows, List<Cell>... rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var file = new XlsxFile(bytes, "đầy rồi", mostRows)) {
            file.begin("Bảng: 1/2", List.of("Đầu", "Tiền"));
            for (var row : rows) {
                file.row(row);
            }
        }
        return bytes.toByteArray();
    }

    static ReadableWorkbook opened(byte[] bytes) throws IOException {
        return new ReadableWorkbook(
                new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
    }

    private static String sheet(byte[] bytes) throws IOException {
        var file = Files.createTempFile("report", ".xlsx");
        try {
            Files.write(file, bytes);
            try (var zip = new ZipFile(file.toFile())) {
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
                return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
