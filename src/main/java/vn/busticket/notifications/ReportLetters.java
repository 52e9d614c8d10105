package vn.busticket.notifications;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.analytics.DueReport;
import vn.busticket.analytics.PrintedReport;
import vn.busticket.analytics.ReportKind;
import vn.busticket.analytics.ReportSending;
import vn.busticket.documents.Imprint;
import vn.busticket.documents.Wording;
import vn.busticket.notifications.Letter.Enclosed;
import vn.busticket.notifications.Letter.ReportFigure;
import vn.busticket.notifications.Letter.ReportRow;
import vn.busticket.notifications.OutgoingMail.Attachment;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/** Puts together the mail with a report: its figures, and its files where they fit. */
@Component
class ReportLetters {

    private static final int MOST_ROWS = 5;

    private final ReportSending reports;
    private final Enclosures enclosures;
    private final UnsubscribeLinks unsubscribe;
    private final Imprint imprint;
    private final Clock clock;

    ReportLetters(
            ReportSending reports,
            Enclosures enclosures,
            UnsubscribeLinks unsubscribe,
            Imprint imprint,
            Clock clock) {
        this.reports = reports;
        this.enclosures = enclosures;
        this.unsubscribe = unsubscribe;
        this.imprint = imprint;
        this.clock = clock;
    }

    /** A letter and the mailbox that it goes to. */
    record Addressed(Letter.Report letter, String to) {}

    /** The mail for one reader; empty if it is not wanted any more, or may not be seen any more. */
    Optional<Addressed> of(ReportCause cause) {
        return reports.find(cause.run(), cause.reader())
                .map(due -> new Addressed(letter(due, cause), due.to().value()));
    }

    private Letter.Report letter(DueReport due, ReportCause cause) {
        var page = due.page();
        var best = page.tables().stream().findFirst();
        return new Letter.Report(
                due.language(),
                page.title(),
                due.plan().cadence().name(),
                page.period(),
                page.scope(),
                page.figures().stream()
                        .map(one -> new ReportFigure(one.name(), one.value(), one.detail()))
                        .toList(),
                best.map(PrintedReport.Table::title).orElse(""),
                best.stream()
                        .flatMap(table -> table.rows().stream())
                        .filter(row -> !row.isTotal())
                        .limit(MOST_ROWS)
                        .map(row -> new ReportRow(row.name(), row.cells().getFirst()))
                        .toList(),
                files(due),
                imprint.link(path(due)),
                unsubscribe.of(cause.reader(), clock.instant()).toString());
    }

    private Enclosed files(DueReport due) {
        return enclosures.together(
                due.files().stream()
                        .map(format ->
                                new Enclosures.Wanted(
                                        format.fileName(due.request()),
                                        format.mediaType(),
                                        () -> Optional.of(reports.file(due, format))))
                        .toList());
    }

    /** Where the reader finds all of it; who has no account there is asked to sign in. */
    private static String path(DueReport due) {
        var period = due.request().filter().period();
        return "/%s/analytics/%s?from=%s&to=%s"
                .formatted(
                        due.request().scope().operator().isPresent() ? "operator" : "admin",
                        due.request().kind() == ReportKind.REVENUE ? "revenue" : "bookings",
                        period.from(),
                        period.to());
    }

    /** The same with made-up figures. */
    static Letter.Report sample(SampleData data, Language language, Imprint imprint) {
        var words = Wording.of(language);
        return new Letter.Report(
                language,
                words.text("report.title.REVENUE"),
                "WEEKLY",
                "16/11/2026 – 22/11/2026",
                words.text("report.scope.REVENUE"),
                List.of(
                        new ReportFigure(
                                words.text("report.head.revenue"),
                                words.money(new Vnd(2_255_523_000L)),
                                "+8,2%"),
                        new ReportFigure(words.text("report.head.bookings"), "4.371", "+8,6%"),
                        new ReportFigure(words.text("report.head.tickets"), "8.477", "+8,2%")),
                words.text("report.table.routes"),
                List.of(
                        new ReportRow(
                                data.journey().from() + " – " + data.journey().to(), "401.483.000"),
                        new ReportRow("Hà Nội – Sa Pa", "266.151.000")),
                new Enclosed(
                        List.of(
                                new Attachment(
                                        words.text("report.file.REVENUE")
                                                + "_2026-11-16_2026-11-22.pdf",
                                        "application/pdf",
                                        new byte[0])),
                        true),
                imprint.link("/admin/analytics/revenue?from=2026-11-16&to=2026-11-22"),
                imprint.link("/unsubscribe/sample"));
    }
}
