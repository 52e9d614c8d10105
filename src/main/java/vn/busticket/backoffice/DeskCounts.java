package vn.busticket.backoffice;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.busticket.notifications.MessageDesk;
import vn.busticket.payments.PaymentExceptions;
import vn.busticket.payments.PaymentSearch;
import vn.busticket.payments.ReconciliationReport;
import vn.busticket.payments.ReconciliationRun;
import vn.busticket.payments.RefundFilter;
import vn.busticket.payments.RefundQueries;
import vn.busticket.payments.TransactionFilter;
import vn.busticket.payments.TransferDeskQueries;
import vn.busticket.ui.Tone;

/** How many things wait for staff, and where they are dealt with. */
@Component
class DeskCounts {

    private static final List<RefundFilter> REFUNDS_FOR_STAFF =
            List.of(
                    RefundFilter.FAILED,
                    RefundFilter.OVERDUE,
                    RefundFilter.TO_APPROVE,
                    RefundFilter.TO_SEND,
                    RefundFilter.WITHOUT_ACCOUNT);

    private static final Set<RefundFilter> URGENT =
            EnumSet.of(RefundFilter.FAILED, RefundFilter.OVERDUE);

    private final PaymentExceptions exceptions;
    private final RefundQueries refunds;
    private final TransferDeskQueries transfers;
    private final ReconciliationReport reconciliations;
    private final MessageDesk messages;

    DeskCounts(
            PaymentExceptions exceptions,
            RefundQueries refunds,
            TransferDeskQueries transfers,
            ReconciliationReport reconciliations,
            MessageDesk messages) {
        this.exceptions = exceptions;
        this.refunds = refunds;
        this.transfers = transfers;
        this.reconciliations = reconciliations;
        this.messages = messages;
    }

    Map<StaffPlace, Integer> byPlace() {
        return Map.of(
                StaffPlace.PAYMENTS,
                exceptions(),
                StaffPlace.REFUNDS,
                refunds(),
                StaffPlace.RECONCILIATION,
                differences(),
                StaffPlace.NOTIFICATIONS,
                messages.countForStaff());
    }

    Map<PaymentTab, Integer> byTab() {
        return Map.of(
                PaymentTab.EXCEPTIONS,
                exceptions(),
                PaymentTab.REFUNDS,
                refunds(),
                PaymentTab.RECONCILIATION,
                differences());
    }

    /** What waits, the most urgent first; nothing that waits not at all. */
    List<Task> tasks() {
        var unsettled = transfers.countTransfers(PaymentSearch.ALL, TransactionFilter.UNSETTLED);
        return Stream.of(
                        Stream.of(
                                new Task(
                                        "EXCEPTIONS",
                                        Tone.BAD,
                                        exceptions(),
                                        MoneyAddresses.EXCEPTIONS)),
                        REFUNDS_FOR_STAFF.stream().map(this::refunds),
                        Stream.of(
                                new Task(
                                        "DIFFERENCES",
                                        Tone.WARN,
                                        differences(),
                                        MoneyAddresses.RECONCILIATION),
                                new Task(
                                        "GIVE_UPS",
                                        Tone.WARN,
                                        messages.countForStaff(),
                                        MessageTab.GIVE_UPS.address()),
                                new Task(
                                        "UNSETTLED",
                                        Tone.INFO,
                                        unsettled,
                                        MoneyAddresses.TRANSFERS + "?show=unsettled")))
                .flatMap(tasks -> tasks)
                .filter(task -> task.count() > 0)
                .toList();
    }

    private Task refunds(RefundFilter filter) {
        return new Task(
                "REFUNDS_" + filter.name(),
                URGENT.contains(filter) ? Tone.BAD : Tone.WARN,
                Math.toIntExact(refunds.count(filter)),
                new ListAddress(MoneyAddresses.REFUNDS, "", "", 0).showing(filter.name()).at(0));
    }

    /** What the newest comparison found and what is not put right. */
    private int differences() {
        return reconciliations.latest().map(ReconciliationRun::unhealed).orElse(0);
    }

    private int exceptions() {
        return Math.toIntExact(exceptions.count());
    }

    private int refunds() {
        return REFUNDS_FOR_STAFF.stream()
                .mapToInt(filter -> Math.toIntExact(refunds.count(filter)))
                .sum();
    }
}
