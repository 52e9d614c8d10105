package vn.busticket.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.BookingTest;
import vn.busticket.bookings.Cancellation;
import vn.busticket.shared.Language;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.StaffPeople;
import vn.busticket.trips.OperatorId;

/** Reports that staff take away as files, and who may. */
@Tag("P9.4")
class ReportExportsTest extends BookingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final int MORE_THAN_THE_POOL_HAS = 30;

    @Autowired private ReportExports exports;
    @Autowired private RevenueReports reports;
    @Autowired private StaffPeople people;
    @Autowired private Cancellation cancellation;

    @Test
    void theListNamesEveryBookingByItsCodeAndNobodyByName() throws IOException {
        var paid = place(anna, "A01", "A02");
        pay(startPaying(paid, anna), 600_000);
        clock.advance(java.time.Duration.ofHours(2));
        Cancelling.whole(cancellation, paid.id(), "Không đi nữa");

        var rows =
                CsvFileTest.read(export(administrator(), request(all()), ExportFormat.SALES_CSV));

        assertThat(rows.getFirst()).startsWith("Ngày", "Giờ", "Mã đặt vé").hasSize(17);
        assertThat(rows.subList(1, rows.size()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get(2)).isEqualTo(read(paid).code()));
        assertThat(rows.get(1)).contains("2026-11-23", "10", "600000").endsWith("", "");
        assertThat(rows.get(2)).contains("2026-11-23", "12").endsWith("Khách", "Khách muốn hủy");
        assertThat(rows.toString()).doesNotContain("Ánh", "Đức", "0901", "example.com");
    }

    @Test
    void theListAddsUpToTheReport() throws IOException {
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        pay(startPaying(place(binh, "A02", "A03"), binh), 600_000);
        var request = request(all());

        var rows = CsvFileTest.read(export(administrator(), request, ExportFormat.SALES_CSV));

        var figures = reports.report(request.filter(), request.scope()).figures();
        assertThat(sum(rows, 7)).isEqualTo(figures.received().dong()).isEqualTo(900_000);
        assertThat(sum(rows, 10)).isEqualTo(figures.tickets()).isEqualTo(3);
    }

    @Test
    void aBookingOfTheLastMinuteOfTheDayStandsOnThatDay() throws IOException {
        clock.set(java.time.Instant.parse("2026-11-23T16:50:00Z"));
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        clock.set(java.time.Instant.parse("2026-11-23T17:00:00Z"));
        pay(startPaying(place(binh, "A02"), binh), 300_000);
        var admin = administrator();

        var today = CsvFileTest.read(export(admin, request(all()), ExportFormat.SALES_CSV));
        var tomorrow =
                CsvFileTest.read(
                        export(
                                admin,
                                request(all(), TODAY.plusDays(1), TODAY.plusDays(1)),
                                ExportFormat.SALES_CSV));

        assertThat(today.subList(1, today.size()))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("2026-11-23", "23"));
        assertThat(tomorrow.subList(1, tomorrow.size()))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("2026-11-24", "0"));
    }

    @Test
    void theSameListIsAWorkbookToo() throws IOException {
        pay(startPaying(place(anna, "A01"), anna), 300_000);

        try (var book =
                XlsxFileTest.opened(
                        export(administrator(), request(all()), ExportFormat.SALES_XLSX))) {
            var row = book.getFirstSheet().read().get(1);
            assertThat(row.getCellAsDate(0)).contains(TODAY.atStartOfDay());
            assertThat(row.getCellAsNumber(7).orElseThrow()).isEqualByComparingTo("300000");
        }
    }

    @Test
    void everyTableAndThePagesAreMadeOfRealFigures() throws IOException {
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        var admin = administrator();

        var names = new ArrayList<String>();
        var zip = export(admin, request(all()), ExportFormat.CSV_TABLES);
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                names.add(entry.getName());
                assertThat(CsvFileTest.read(entries.readAllBytes())).hasSizeGreaterThan(1);
            }
        }
        assertThat(names)
                .containsExactly(
                        "theo-thoi-gian.csv",
                        "theo-tuyen.csv",
                        "theo-nha-xe.csv",
                        "theo-loai-xe.csv");
        for (var kind : ReportKind.values()) {
            var request =
                    new ReportRequest(
                            kind,
                            request(all()).filter(),
                            all(),
                            ReportOrder.MOST_REVENUE,
                            Language.VI);
            try (var pdf = Loader.loadPDF(export(admin, request, ExportFormat.PDF))) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("23/11/2026", "Tổng".substring(0, 1))
                        .doesNotContain("#");
            }
        }
    }

    @Test
    void theNameOfTheFileTellsWhatIsInIt() {
        var request = request(all(), LocalDate.parse("2026-10-30"), LocalDate.parse("2026-11-26"));

        assertThat(ExportFormat.CSV.fileName(request))
                .isEqualTo("doanh-thu_2026-10-30_2026-11-26.csv");
        assertThat(ExportFormat.SALES_XLSX.fileName(request))
                .isEqualTo("tung-don_2026-10-30_2026-11-26.xlsx");
    }

    @Test
    @Tag("P7.2")
    void staffOfACompanyTakeNothingOfOthers() throws IOException {
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        var own = people.operatorStaff(operator("code")).id();
        var other = people.operatorStaff("another-company").id();
        var ofTrip = new ReportScope(Optional.of(new OperatorId(Long.parseLong(operator("id")))));

        assertThat(CsvFileTest.read(export(own, request(ofTrip), ExportFormat.SALES_CSV)))
                .hasSize(2);
        assertThatThrownBy(() -> export(own, request(all()), ExportFormat.CSV))
                .isInstanceOf(FiguresOfOthers.class);
        assertThatThrownBy(() -> export(other, request(ofTrip), ExportFormat.SALES_CSV))
                .isInstanceOf(FiguresOfOthers.class);
        assertThatThrownBy(() -> export(people.passenger().id(), request(ofTrip), ExportFormat.CSV))
                .isInstanceOf(FiguresOfOthers.class);
    }

    @Test
    @Tag("P7.2")
    void theListOfACompanyHoldsNoBookingOfAnother() throws IOException {
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        var nobodys = new ReportScope(Optional.of(new OperatorId(Long.MAX_VALUE)));

        assertThat(
                        CsvFileTest.read(
                                export(administrator(), request(nobodys), ExportFormat.SALES_CSV)))
                .hasSize(1);
    }

    @Test
    void theListIsNarrowedAsTheReportIs() throws IOException {
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        var admin = administrator();
        for (var dimension : Dimension.values()) {
            var number =
                    Long.parseLong(
                            ofTrip("t." + dimension.name().toLowerCase(Locale.ROOT) + "_id"));
            assertThat(list(admin, Map.of(dimension, number))).as("%s", dimension).hasSize(2);
            assertThat(list(admin, Map.of(dimension, Long.MAX_VALUE)))
                    .as("another %s", dimension)
                    .hasSize(1);
        }
    }

    private List<List<String>> list(AccountId by, Map<Dimension, Long> chosen) throws IOException {
        var filter = new ReportFilter(new Period(TODAY, TODAY), Grain.DAY, Comparison.NONE, chosen);
        var request =
                new ReportRequest(
                        ReportKind.REVENUE, filter, all(), ReportOrder.MOST_REVENUE, Language.VI);
        return CsvFileTest.read(export(by, request, ExportFormat.SALES_CSV));
    }

    @Test
    void onlyAFewAreMadeAtOnceAndTheOthersAreToldToComeAgain() {
        var admin = administrator();
        var open = new ArrayList<ReportExports.Export>();
        for (var place = 0; place < ReportExports.MOST_AT_ONCE; place++) {
            open.add(exports.begin(admin, request(all()), ExportFormat.CSV));
        }

        assertThatThrownBy(() -> exports.begin(admin, request(all()), ExportFormat.CSV))
                .isInstanceOfSatisfying(
                        TooManyExports.class,
                        refused -> assertThat(refused.retryAfterSeconds()).hasValue(20));

        open.getFirst().close();
        open.getFirst().close();
        exports.begin(admin, request(all()), ExportFormat.CSV).close();
        open.forEach(ReportExports.Export::close);
    }

    @Test
    void aReaderWhoLeavesGivesPlaceAndConnectionBack() {
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        var admin = administrator();

        for (var round = 0; round < MORE_THAN_THE_POOL_HAS; round++) {
            assertThatThrownBy(
                            () -> {
                                try (var export =
                                        exports.begin(
                                                admin, request(all()), ExportFormat.SALES_CSV)) {
                                    export.write(new Gone(), ExportProgress.unseen());
                                }
                            })
                    .isInstanceOf(IOException.class)
                    .hasMessage("gone");
        }

        assertThat(database.sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    @Tag("P7.2")
    void whoTookWhatAwayStandsInTheAuditLog() throws IOException {
        var admin = administrator();
        export(admin, request(all()), ExportFormat.SALES_CSV);

        assertThat(
                        database.sql(
                                        """
                                        select detail ->> 'format' || ' ' || (detail ->> 'from') from audit_log
                                         where account_id = :admin and action = 'report.exported'
                                           and subject = 'report REVENUE'
                                        """)
                                .param("admin", admin.value())
                                .query(String.class)
                                .list())
                .containsExactly("SALES_CSV 2026-11-23");
    }

    @Test
    void theRowsAreToldAsTheyAreWritten() throws IOException {
        var told = new ArrayList<Long>();
        var progress = new ExportProgress(told::add);
        pay(startPaying(place(anna, "A01"), anna), 300_000);

        try (var export = exports.begin(administrator(), request(all()), ExportFormat.SALES_CSV)) {
            export.write(new ByteArrayOutputStream(), progress);
        }

        assertThat(progress.rows()).isEqualTo(1);
    }

    private byte[] export(AccountId by, ReportRequest request, ExportFormat format)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var export = exports.begin(by, request, format)) {
            export.write(bytes, ExportProgress.unseen());
        }
        return bytes.toByteArray();
    }

    private AccountId administrator() {
        return people.administrator().id();
    }

    private static ReportScope all() {
        return new ReportScope(Optional.empty());
    }

    private ReportRequest request(ReportScope scope) {
        return request(scope, TODAY, TODAY);
    }

    /** Of the route of this test's own trip alone. */
    private ReportRequest request(ReportScope scope, LocalDate from, LocalDate to) {
        return new ReportRequest(
                ReportKind.REVENUE,
                new ReportFilter(
                        new Period(from, to),
                        Grain.DAY,
                        Comparison.NONE,
                        Map.of(Dimension.ROUTE, Long.valueOf(ofTrip("t.route_id")))),
                scope,
                ReportOrder.MOST_REVENUE,
                Language.VI);
    }

    private String operator(String column) {
        return ofTrip("o." + column);
    }

    private String ofTrip(String column) {
        return database.sql(
                        "select "
                                + column
                                + " from trip t join operator o on o.id = t.operator_id where t.id = :trip")
                .param("trip", trip.value())
                .query(String.class)
                .single();
    }

    private static long sum(List<List<String>> rows, int column) {
        return rows.stream().skip(1).mapToLong(row -> Long.parseLong(row.get(column))).sum();
    }

    /** A browser that has left. */
    private static final class Gone extends OutputStream {

        @Override
        public void write(int sign) throws IOException {
            throw new IOException("gone");
        }
    }
}
