package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.testing.SettableClock.START;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.Administrators;
import vn.busticket.analytics.Cadence;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.ExportFormat;
import vn.busticket.analytics.FiguresOfOthers;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.RelativePeriod;
import vn.busticket.analytics.ReportDue;
import vn.busticket.analytics.ReportJobs;
import vn.busticket.analytics.ReportKind;
import vn.busticket.analytics.ReportOrder;
import vn.busticket.analytics.ReportPlan;
import vn.busticket.analytics.ReportRecipientId;
import vn.busticket.analytics.ReportSchedule;
import vn.busticket.analytics.ReportSchedule.StopCause;
import vn.busticket.analytics.ReportSending;
import vn.busticket.analytics.ScheduleRefused;
import vn.busticket.analytics.ScheduledReports;
import vn.busticket.documents.Imprint;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.VietnamTime;
import vn.busticket.testing.MailServer;
import vn.busticket.testing.StaffPeople;
import vn.busticket.tickets.TicketFiles;

/** Reports that come by e-mail by themselves: when, to whom, with what, and how they end. */
@Tag("P9.4")
@Import({Purchases.class, Purchases.Money.class})
class ScheduledReportsTest extends MessageTest {

    private static final Instant NEXT_MONDAY_AT_7 = at("2026-11-30T07:00:00");

    @Autowired private ScheduledReports schedules;
    @Autowired private StaffPeople people;
    @Autowired private Purchases purchases;
    @Autowired private Administrators administrators;
    @Autowired private NotificationQueries messages;
    @Autowired private ReportSending sending;
    @Autowired private TicketFiles files;
    @Autowired private UnsubscribeLinks links;
    @Autowired private Imprint imprint;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        database.sql(
                        """
                        update report_schedule
                           set stopped_at = created_at, stopped_because = 'STAFF', next_due_at = null
                         where stopped_at is null
                        """)
                .update();
        clock.set(START.plus(Duration.ofDays(90)));
        run(SendNotificationsJob.class);
    }

    @Test
    void aWeeklyReportComesOnMondayWithItsFiguresAndFiles() throws Exception {
        purchases.buy(Language.VI, "Trần Minh Khôi");
        var owner = people.administrator().id();
        var anna = StaffPeople.newEmail();
        var binh = StaffPeople.newEmail();
        schedules.setUp(
                owner,
                plan(Cadence.WEEKLY, Set.of(ExportFormat.PDF, ExportFormat.XLSX), anna, binh));

        sweepAt(NEXT_MONDAY_AT_7.minusSeconds(1));
        assertThat(received(anna)).isEmpty();
        sweepAt(NEXT_MONDAY_AT_7);
        sweepAt(NEXT_MONDAY_AT_7.plusSeconds(60));

        assertThat(received(binh)).hasSize(1);
        var mail = only(anna);
        assertThat(mail.getSubject())
                .startsWith("Báo cáo doanh thu 23/11/2026 – 29/11/2026: ")
                .endsWith("₫");
        for (var type : List.of("text/plain", "text/html")) {
            assertThat(words(mail, type))
                    .as(type)
                    .contains("Doanh thu thuần", "Đơn đã trả", "7 ngày", "Mở báo cáo")
                    .contains(
                            "Đính kèm: doanh-thu_2026-11-23_2026-11-29.xlsx, "
                                    + "doanh-thu_2026-11-23_2026-11-29.pdf")
                    .contains("Không nhận báo cáo này nữa", unsubscribe(mail))
                    .doesNotContain("Trần Minh Khôi");
        }
        try (var book =
                new ReadableWorkbook(
                        new ByteArrayInputStream(
                                file(mail, "doanh-thu_2026-11-23_2026-11-29.xlsx")))) {
            assertThat(book.getFirstSheet().read()).hasSize(9);
        }
        try (var pdf = Loader.loadPDF(file(mail, "doanh-thu_2026-11-23_2026-11-29.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("23/11/2026 – 29/11/2026");
        }
    }

    @Test
    void nodesSideBySideSendItOnce() {
        var owner = people.administrator().id();
        var readers = IntStream.range(0, 4).mapToObj(n -> StaffPeople.newEmail()).toList();
        for (var reader : readers) {
            schedules.setUp(owner, plan(Cadence.DAILY, Set.of(), reader));
        }
        clock.set(at("2026-11-24T07:00:00"));

        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var node = 0; node < 4; node++) {
                nodes.execute(() -> run(ReportJobs.tellDueReports()));
            }
        }
        run(SendNotificationsJob.class);

        assertThat(readers).allSatisfy(reader -> assertThat(received(reader)).hasSize(1));
    }

    @Test
    void aTimeThatIsToldTwiceIsSentOnce() {
        var owner = people.administrator().id();
        var reader = StaffPeople.newEmail();
        schedules.setUp(owner, plan(Cadence.DAILY, Set.of(), reader));
        sweepAt(at("2026-11-24T07:00:00"));

        var run = schedules.of(owner).getFirst().runs().getFirst().id();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new ReportDue(run, List.of(readerOf(reader)))));
        run(SendNotificationsJob.class);

        assertThat(received(reader)).hasSize(1);
    }

    @Test
    void whatWasDueWhileNoNodeLivedComesLateWithTheDaysItWasDueFor() throws Exception {
        var owner = people.administrator().id();
        var reader = StaffPeople.newEmail();
        schedules.setUp(owner, plan(Cadence.WEEKLY, Set.of(), reader));

        sweepAt(at("2026-12-01T00:30:00"));

        assertThat(only(reader).getSubject()).contains("23/11/2026 – 29/11/2026");
        var schedule = schedules.of(owner).getFirst();
        assertThat(schedule.runs())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.dueAt()).isEqualTo(NEXT_MONDAY_AT_7);
                    assertThat(run.toldAt()).isEqualTo(at("2026-12-01T00:30:00"));
                });
        assertThat(schedule.nextDueAt()).contains(at("2026-12-07T07:00:00"));
    }

    @Test
    void aMonthThatEndsAtMidnightIsToldWhole() throws Exception {
        var owner = people.administrator().id();
        var reader = StaffPeople.newEmail();
        schedules.setUp(
                owner,
                new ReportPlan(
                        ReportKind.REVENUE,
                        Cadence.MONTHLY,
                        0,
                        RelativePeriod.LAST_MONTH,
                        Grain.DAY,
                        Comparison.NONE,
                        Map.of(),
                        ReportOrder.MOST_REVENUE,
                        Language.EN,
                        Set.of(),
                        List.of(reader)));

        sweepAt(at("2026-11-30T23:59:59"));
        assertThat(received(reader)).isEmpty();
        sweepAt(at("2026-12-01T00:00:00"));

        assertThat(only(reader).getSubject())
                .startsWith("Revenue report 01/11/2026 – 30/11/2026: VND");
    }

    @Test
    @Tag("P6.7")
    void oneClickEndsItForOneReaderAndItStopsWhenNobodyIsLeft() throws Exception {
        var owner = people.administrator().id();
        var anna = StaffPeople.newEmail();
        var binh = StaffPeople.newEmail();
        schedules.setUp(owner, plan(Cadence.DAILY, Set.of(), anna, binh));
        sweepAt(at("2026-11-24T07:00:00"));

        assertThat(click(only(anna))).isEqualTo(200);
        sweepAt(at("2026-11-25T07:00:00"));
        assertThat(received(anna)).hasSize(1);
        assertThat(received(binh)).hasSize(2);
        assertThat(schedules.of(owner).getFirst().unsubscribed()).isEqualTo(1);

        click(received(binh).getLast());
        sweepAt(at("2026-11-26T07:00:00"));
        assertThat(received(binh)).hasSize(2);
        assertThat(schedules.of(owner).getFirst().stoppedBecause())
                .contains(StopCause.NO_RECIPIENT);
    }

    @Test
    void whatIsStoppedDoesNotComeEvenIfItIsQueued() {
        var owner = people.administrator().id();
        var reader = StaffPeople.newEmail();
        var id = schedules.setUp(owner, plan(Cadence.DAILY, Set.of(), reader));
        clock.set(at("2026-11-24T07:00:00"));
        run(ReportJobs.tellDueReports());

        schedules.stop(owner, id);
        run(SendNotificationsJob.class);
        sweepAt(at("2026-11-25T07:00:00"));

        assertThat(received(reader)).isEmpty();
        assertThat(statesOf(owner)).containsExactly(NotificationState.UNWANTED);
    }

    @Test
    @Tag("P7.2")
    void whoLostTheRightToSeeFiguresSendsNoneAnyMore() {
        var boss = people.administrator().id();
        var person = people.administrator().id();
        var reader = StaffPeople.newEmail();
        schedules.setUp(person, plan(Cadence.DAILY, Set.of(), reader));
        clock.set(at("2026-11-24T07:00:00"));
        run(ReportJobs.tellDueReports());
        administrators.withdraw(boss, person, "kiểm thử");

        run(SendNotificationsJob.class);
        assertThat(received(reader)).as("queued before").isEmpty();
        assertThat(statesOf(person)).containsExactly(NotificationState.OVERTAKEN);

        sweepAt(at("2026-11-25T07:00:00"));
        assertThat(schedules.of(person).getFirst().stoppedBecause()).contains(StopCause.NO_RIGHT);
    }

    @Test
    @Tag("P7.2")
    void aCompanysReportShowsItsOwnFiguresAlone() throws Exception {
        purchases.buy(Language.VI, "Trần Minh Khôi");
        var operator =
                database.sql(
                                "select code from operator where id = (select max(operator_id) from trip)")
                        .query(String.class)
                        .single();
        var name =
                database.sql("select name from operator where code = :code")
                        .param("code", operator)
                        .query(String.class)
                        .single();
        var reader = StaffPeople.newEmail();
        schedules.setUp(people.operatorStaff(operator).id(), plan(Cadence.DAILY, Set.of(), reader));

        sweepAt(at("2026-11-24T07:00:00"));

        assertThat(words(only(reader), "text/plain"))
                .contains("mọi tuyến, " + name)
                .contains("/operator/analytics/revenue?from=2026-11-16");
        assertThatThrownBy(() ->
                        schedules.setUp(
                                people.passenger().id(), plan(Cadence.DAILY, Set.of(), reader)))
                .isInstanceOf(FiguresOfOthers.class);
    }

    @Test
    void aFileThatIsTooLargeDoesNotHoldTheMailBack() {
        var owner = people.administrator().id();
        var reader = StaffPeople.newEmail();
        schedules.setUp(owner, plan(Cadence.DAILY, Set.of(ExportFormat.PDF), reader));
        clock.set(at("2026-11-24T07:00:00"));
        run(ReportJobs.tellDueReports());
        var run = schedules.of(owner).getFirst().runs().getFirst().id();

        var letter =
                new ReportLetters(sending, new Enclosures(files, 10), links, imprint, clock)
                        .of(new ReportCause(run, readerOf(reader)))
                        .orElseThrow()
                        .letter();
        var written =
                new LetterWriter(new vn.busticket.documents.Templates(), imprint).write(letter);

        assertThat(letter.enclosed().files()).isEmpty();
        assertThat(written.text())
                .contains("Tệp quá lớn nên không kèm được. Hãy đăng nhập và xuất")
                .contains(letter.url());
    }

    @Test
    @Tag("P6.5")
    void anAddressThatReturnsMailGetsNone() {
        var owner = people.administrator().id();
        var reader = StaffPeople.newEmail();
        schedules.setUp(owner, plan(Cadence.DAILY, Set.of(), reader));
        database.sql(
                        """
                        insert into suppression (address, reason, source, since, count, last_at)
                        values (:address, 'BOUNCED', 'SMTP', :now, 1, :now)
                        """)
                .param("address", reader.value())
                .param("now", vn.busticket.shared.SqlTime.of(clock.instant()))
                .update();

        sweepAt(at("2026-11-24T07:00:00"));

        assertThat(received(reader)).isEmpty();
        assertThat(statesOf(owner)).containsExactly(NotificationState.UNWANTED);
    }

    @Test
    void thereAreLimitsForReadersAndReports() {
        var owner = people.administrator().id();
        var many =
                IntStream.rangeClosed(0, ScheduledReports.MOST_RECIPIENTS)
                        .mapToObj(n -> StaffPeople.newEmail())
                        .toArray(EmailAddress[]::new);
        var reader = StaffPeople.newEmail();

        assertThatThrownBy(() -> schedules.setUp(owner, plan(Cadence.DAILY, Set.of(), many)))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessage("report.refused.recipients");
        assertThatThrownBy(() -> schedules.setUp(owner, plan(Cadence.DAILY, Set.of())))
                .hasMessage("report.refused.noRecipient");
        for (var number = 0; number < ScheduledReports.MOST_OF_ONE; number++) {
            schedules.setUp(owner, plan(Cadence.DAILY, Set.of(), reader, reader));
        }
        assertThatThrownBy(() -> schedules.setUp(owner, plan(Cadence.DAILY, Set.of(), reader)))
                .hasMessage("report.refused.schedules");
        assertThatThrownBy(() ->
                        schedules.stop(
                                people.administrator().id(), schedules.of(owner).getFirst().id()))
                .hasMessage("report.refused.gone");
    }

    private void sweepAt(Instant now) {
        clock.set(now);
        run(ReportJobs.tellDueReports());
        run(SendNotificationsJob.class);
    }

    private static ReportPlan plan(
            Cadence cadence, Set<ExportFormat> formats, EmailAddress... readers) {
        return new ReportPlan(
                ReportKind.REVENUE,
                cadence,
                7,
                RelativePeriod.LAST_WEEK,
                Grain.DAY,
                Comparison.PREVIOUS_PERIOD,
                Map.of(),
                ReportOrder.MOST_REVENUE,
                Language.VI,
                formats,
                List.of(readers));
    }

    private List<NotificationState> statesOf(AccountId owner) {
        var runs =
                schedules.of(owner).stream()
                        .map(ReportSchedule::runs)
                        .flatMap(List::stream)
                        .map(run -> run.id())
                        .toList();
        return messages.ofReports(runs).values().stream().flatMap(List::stream).toList();
    }

    private ReportRecipientId readerOf(EmailAddress address) {
        return database.sql("select id from report_recipient where address = :address")
                .param("address", address.value())
                .query((row, number) -> new ReportRecipientId(row.getLong("id")))
                .single();
    }

    private static Instant at(String vietnamsTime) {
        return VietnamTime.instantOf(LocalDateTime.parse(vietnamsTime));
    }

    private static List<MimeMessage> received(EmailAddress address) {
        return MailServer.received(address.value());
    }

    private static MimeMessage only(EmailAddress address) {
        assertThat(received(address)).hasSize(1);
        return received(address).getFirst();
    }

    /** What a mail program does at one click (RFC 8058): no cookie, no page. */
    private int click(MimeMessage mail) throws Exception {
        var path = URI.create(unsubscribe(mail)).getPath();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address() + path))
                                    .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String unsubscribe(MimeMessage mail) throws MessagingException {
        var header = mail.getHeader("List-Unsubscribe", null);
        assertThat(header).startsWith("<http").endsWith(">");
        return header.substring(1, header.length() - 1);
    }

    private static String words(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return ((String) part.getContent()).replace('\u00a0', ' ');
        }
        var words = new StringBuilder();
        for (var inner : parts(part)) {
            words.append(words(inner, type));
        }
        return words.toString();
    }

    private static byte[] file(Part part, String name) throws MessagingException, IOException {
        if (name.equals(part.getFileName())) {
            return part.getInputStream().readAllBytes();
        }
        for (var inner : parts(part)) {
            var found = file(inner, name);
            if (found.length > 0) {
                return found;
            }
        }
        return new byte[0];
    }

    private static List<BodyPart> parts(Part part) throws MessagingException, IOException {
        var all = new ArrayList<BodyPart>();
        if (part.getContent() instanceof Multipart parts) {
            for (var index = 0; index < parts.getCount(); index++) {
                all.add(parts.getBodyPart(index));
            }
        }
        return all;
    }
}
