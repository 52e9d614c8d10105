package vn.busticket.backoffice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.payments.ExceptionId;
import vn.busticket.payments.ExceptionPage;
import vn.busticket.payments.ExceptionView;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentExceptions;
import vn.busticket.payments.TransactionRow;

/** All that the page of exceptions asks of the rooms below. */
@Component
class ExceptionDesk {

    private final PaymentExceptions exceptions;
    private final BookingQueries bookings;
    private final MoneyContext context;
    private final StaffNames staff;

    ExceptionDesk(
            PaymentExceptions exceptions,
            BookingQueries bookings,
            MoneyContext context,
            StaffNames staff) {
        this.exceptions = exceptions;
        this.bookings = bookings;
        this.context = context;
        this.staff = staff;
    }

    Instant now() {
        return context.now();
    }

    StaffNames staff() {
        return staff;
    }

    ExceptionPage page(boolean resolved, int page, int size) {
        return resolved ? exceptions.resolved(page, size) : exceptions.open(page, size);
    }

    Optional<ExceptionView> find(ExceptionId id) {
        return exceptions.find(id);
    }

    Map<PayableId, BookingBrief> briefs(List<ExceptionView> rows) {
        return context.briefs(
                rows.stream().map(ExceptionView::payable).flatMap(Optional::stream).toList());
    }

    Optional<TransactionRow> transfer(ExceptionView exception) {
        return context.transfer(exception.transaction());
    }

    Optional<BookingDetails> booking(String code) {
        return code.isBlank() ? Optional.empty() : bookings.byCode(code);
    }

    void assign(ExceptionView exception, BookingDetails booking, String reason) {
        exceptions.assign(exception.id(), booking.payable(), staff.me(), reason);
    }

    void refund(ExceptionView exception, String reason) {
        exceptions.refund(exception.id(), staff.me(), reason);
    }

    void resolve(ExceptionView exception, String note) {
        exceptions.resolve(exception.id(), staff.me(), note);
    }

    void tryAgain(ExceptionView exception) {
        exceptions.tryAgain(exception.id(), staff.me());
    }
}
