package vn.busticket.backoffice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.payments.Bank;
import vn.busticket.payments.BankAccount;
import vn.busticket.payments.Banks;
import vn.busticket.payments.MoneyPlaces;
import vn.busticket.payments.OverduePayouts;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.RefundDesk;
import vn.busticket.payments.RefundDetails;
import vn.busticket.payments.RefundFilter;
import vn.busticket.payments.RefundId;
import vn.busticket.payments.RefundPage;
import vn.busticket.payments.RefundQueries;
import vn.busticket.payments.RefundRow;
import vn.busticket.payments.TransactionRow;

/** All that the page of refunds asks of the rooms below. */
@Component
class RefundWork {

    private final RefundQueries refunds;
    private final RefundDesk desk;
    private final OverduePayouts overdue;
    private final Banks banks;
    private final MoneyContext context;
    private final StaffNames staff;

    RefundWork(
            RefundQueries refunds,
            RefundDesk desk,
            OverduePayouts overdue,
            Banks banks,
            MoneyContext context,
            StaffNames staff) {
        this.refunds = refunds;
        this.desk = desk;
        this.overdue = overdue;
        this.banks = banks;
        this.context = context;
        this.staff = staff;
    }

    Instant now() {
        return context.now();
    }

    StaffNames staff() {
        return staff;
    }

    RefundPage page(RefundFilter filter, int page, int size) {
        return refunds.list(filter, page, size);
    }

    Optional<RefundDetails> details(RefundId id) {
        return refunds.details(id);
    }

    Map<PayableId, BookingBrief> briefs(List<RefundRow> rows) {
        return context.briefs(
                rows.stream().map(row -> row.refund().payable()).filter(Objects::nonNull).toList());
    }

    Optional<BookingBrief> booking(RefundRow row) {
        return context.booking(row.refund().payable());
    }

    Optional<MoneyPlaces> places(RefundRow row) {
        return context.transfer(row.transaction()).map(TransactionRow::places);
    }

    List<Bank> banks() {
        return banks.all();
    }

    void approve(RefundId id) {
        desk.approve(id, staff.me());
    }

    void changeAccount(RefundId id, BankAccount account) {
        desk.changeAccount(id, staff.me(), account);
    }

    void askForAccount(RefundId id, String reason) {
        desk.askForAccount(id, staff.me(), reason);
    }

    void retry(RefundId id) {
        desk.retry(id, staff.me());
    }

    void markTransferred(RefundId id, String reference, String note) {
        desk.markTransferred(id, staff.me(), reference, note.isBlank() ? null : note);
    }

    void saidPaid(RefundId id, String proof) {
        overdue.paid(id, staff.me(), proof);
    }

    void saidUnpaid(RefundId id, String proof) {
        overdue.unpaid(id, staff.me(), proof);
    }

    BankAccount accountToPay(RefundId id) {
        return desk.accountToPay(id, staff.me());
    }
}
