package vn.busticket.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.Period;
import vn.busticket.analytics.ReportFilter;
import vn.busticket.analytics.ReportScopes;
import vn.busticket.analytics.RevenueReports;
import vn.busticket.bookings.BookingTest;
import vn.busticket.shared.Language;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.VietnamTime;
import vn.busticket.testing.RawBrowser;
import vn.busticket.testing.RawScreen;
import vn.busticket.testing.SettableClock;
import vn.busticket.testing.StaffPeople;
import vn.busticket.testing.StaffPeople.Person;
import vn.busticket.ui.Formats;

/** Staff of a company see its figures, whatever they ask for. */
@Tag("P7.2")
@Tag("P9.1")
class ReportDoorsTest extends BookingTest {

    private static final String REVENUE = "/operator/analytics/revenue?range=week";
    private static final Pattern DOWNLOAD = Pattern.compile("VAADIN/dynamic/resource/[^\"]+");
    private static final LocalDate TODAY = VietnamTime.dayOf(SettableClock.START);

    @Autowired private StaffPeople people;
    @Autowired private RevenueReports reports;
    @Autowired private ReportScopes scopes;
    private String company = "";
    private long companyId;
    private long busTypeId;

    @BeforeEach
    void sellSomething() {
        pay(startPaying(place(anna, "A01"), anna), 300_000);
        var operator =
                database.sql(
                                """
                                select o.id, o.code, t.bus_type_id from trip t join operator o on o.id = t.operator_id
                                 where t.id = :trip
                                """)
                        .param("trip", trip.value())
                        .query()
                        .singleRow();
        company = String.valueOf(operator.get("code"));
        companyId = ((Number) Objects.requireNonNull(operator.get("id"))).longValue();
        busTypeId = ((Number) Objects.requireNonNull(operator.get("bus_type_id"))).longValue();
    }

    @Test
    void theOwnCompanyIsShown() {
        var staff = people.operatorStaff(company);
        var screen = open(staff, REVENUE);
        await().until(() -> screen.listen().told().contains(revenueOf(staff)));
    }

    @Test
    void anotherCompanyIsNotEvenByItsNumber() {
        var own = revenueOf(people.operatorStaff(company));
        var stranger = people.operatorStaff(anotherCompany());

        var screen = open(stranger, REVENUE + "&operator=" + companyId);

        await().until(() -> screen.listen().told().contains("Nothing was sold in this range"));
        assertThat(screen.told()).contains("makes no sense: operator").doesNotContain(own);
    }

    @Test
    @Tag("P9.4")
    void whatIsShownIsTakenAway() {
        var staff = people.operatorStaff(company);
        var browser = signedIn(staff);
        var screen =
                browser.open(
                        "/operator/analytics/revenue?from=2026-11-09&to=2026-11-23&period=week&compare=none&type="
                                + busTypeId);

        var download = DOWNLOAD.matcher(screen.valueOf("export-csv", "href"));
        assertThat(download.find()).isTrue();
        var file = browser.get("/" + download.group()).body();

        assertThat(file.lines().map(line -> line.split(",", 3)[0]))
                .containsExactly("\ufeffFrom", "2026-11-09", "2026-11-16", "2026-11-23", "Total");
        assertThat(file.lines().findFirst().orElseThrow()).doesNotContain("Compared", "Change");
        assertThat(file).contains("2026-11-23,2026-11-23,300000,");
        assertThat(
                        database.sql(
                                        """
                                        select detail ->> 'BUS_TYPE' from audit_log
                                         where account_id = :staff and action = 'report.exported'
                                        """)
                                .param("staff", staff.id().value())
                                .query(String.class)
                                .list())
                .containsExactly(Long.toString(busTypeId));
    }

    @Test
    @Tag("P9.3")
    void theScreenSaysWhenItsFiguresWereCountedAndCountsAnew() {
        var screen = open(people.operatorStaff(company), REVENUE);
        await().until(() -> screen.listen().told().contains("figures as of 10:00, 23/11/2026"));

        clock.advance(Duration.ofMinutes(7));
        screen.click(screen.button("Refresh"));

        await().until(() -> screen.listen().told().contains("figures as of 10:07, 23/11/2026"));
    }

    private String revenueOf(Person staff) {
        var filter =
                new ReportFilter(
                        new Period(TODAY.minusDays(6), TODAY),
                        Grain.DAY,
                        Comparison.PREVIOUS_PERIOD,
                        Map.of());
        var report = reports.refresh(filter, scopes.of(staff.id()));
        return new Formats(Language.EN).money(report.figures().revenue());
    }

    private RawScreen open(Person staff, String path) {
        return signedIn(staff).open(path);
    }

    private RawBrowser signedIn(Person staff) {
        var browser = new RawBrowser(address(), "en");
        browser.get("/login");
        browser.signIn(staff.email().value(), StaffPeople.PASSWORD);
        return browser;
    }

    private String anotherCompany() {
        var code = "R_" + OpaqueToken.random().replaceAll("[^A-Za-z0-9]", "X").substring(0, 8);
        database.sql(
                        """
                        insert into operator (code, name, hotline, email, address, sales_cutoff_minutes)
                        values (:code, :code, '1900 0000', 'o@example.vn', 'Đà Lạt', 30)
                        """)
                .param("code", code)
                .update();
        return code;
    }
}
