package vn.busticket.backoffice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.Role;
import vn.busticket.analytics.ExportFormat;
import vn.busticket.analytics.ReportExports;
import vn.busticket.analytics.ReportPlan;
import vn.busticket.analytics.ReportRequest;
import vn.busticket.analytics.ReportRunId;
import vn.busticket.analytics.ReportSchedule;
import vn.busticket.analytics.ReportScheduleId;
import vn.busticket.analytics.ScheduledReports;
import vn.busticket.notifications.NotificationQueries;
import vn.busticket.notifications.NotificationState;

/** All that taking reports away and sending them asks of the rooms below. */
@Component
class ReportDesk {

    private final ReportExports exports;
    private final ScheduledReports schedules;
    private final NotificationQueries messages;
    private final AccountQueries accounts;
    private final StaffNames staff;

    ReportDesk(
            ReportExports exports,
            ScheduledReports schedules,
            NotificationQueries messages,
            AccountQueries accounts,
            StaffNames staff) {
        this.exports = exports;
        this.schedules = schedules;
        this.messages = messages;
        this.accounts = accounts;
        this.staff = staff;
    }

    AccountId me() {
        return staff.me();
    }

    /** The own address, which a report goes to first of all. */
    String myEmail() {
        return accounts.find(me()).map(AccountDetails::email).orElse("");
    }

    ReportExports.Export begin(AccountId by, ReportRequest request, ExportFormat format) {
        return exports.begin(by, request, format);
    }

    List<ReportSchedule> mine() {
        return schedules.of(me());
    }

    void setUp(ReportPlan plan) {
        schedules.setUp(me(), plan);
    }

    void stop(ReportScheduleId id) {
        schedules.stop(me(), id);
    }

    /** How the mails of reports stand. */
    Map<ReportRunId, List<NotificationState>> sent(Collection<ReportRunId> runs) {
        return messages.ofReports(runs);
    }

    /** Whom to send a report to: everybody of the staff, or those of the own company. */
    List<Colleague> colleagues() {
        var me = accounts.find(me()).orElseThrow();
        var ofCompanies =
                accounts.operatorStaff().stream()
                        .filter(one ->
                                me.role() == Role.ADMINISTRATOR
                                        || Objects.equals(one.operatorCode(), me.operatorCode()))
                        .map(one -> new Colleague(one.fullName(), one.email()));
        var administrators =
                me.role() == Role.ADMINISTRATOR
                        ? accounts.administrators().stream()
                                .map(one -> new Colleague(one.fullName(), one.email()))
                        : Stream.<Colleague>empty();
        return Stream.concat(administrators, ofCompanies).toList();
    }

    /** Somebody of the staff. */
    record Colleague(String name, String email) {}
}
