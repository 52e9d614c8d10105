package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.payments.DifferenceKind;
import vn.busticket.payments.Reconciliation;
import vn.busticket.payments.ReconciliationDifference;
import vn.busticket.payments.ReconciliationReport;
import vn.busticket.payments.ReconciliationRun;
import vn.busticket.payments.RunId;

/** All that the page of reconciliations asks of the rooms below. */
@Component
class ReconciliationDesk {

    private final Reconciliation reconciliation;
    private final ReconciliationReport report;
    private final MoneyContext context;
    private final StaffNames staff;

    ReconciliationDesk(
            Reconciliation reconciliation,
            ReconciliationReport report,
            MoneyContext context,
            StaffNames staff) {
        this.reconciliation = reconciliation;
        this.report = report;
        this.context = context;
        this.staff = staff;
    }

    void runNow() {
        reconciliation.runNow(staff.me());
    }

    List<ReconciliationRun> runs(int page, int size) {
        return report.runs(page, size);
    }

    long runCount() {
        return report.runCount();
    }

    Optional<ReconciliationRun> latest() {
        return report.latest();
    }

    Optional<ReconciliationRun> run(RunId id) {
        return report.run(id);
    }

    Map<DifferenceKind, Integer> counts(ReconciliationRun run) {
        return report.counts(run.id());
    }

    List<ReconciliationDifference> differences(ReconciliationRun run, int most) {
        return report.differences(run.id(), 0, most);
    }

    Optional<BookingBrief> booking(ReconciliationDifference difference) {
        return context.booking(difference.payable());
    }

    String starter(ReconciliationRun run) {
        var who = run.staff();
        return who == null ? I18NProvider.translate("desk.reconcile.night") : staff.of(who);
    }
}
