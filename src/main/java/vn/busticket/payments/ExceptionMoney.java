package vn.busticket.payments;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.Vnd;

/**
 * Takes the money of an exception for a decision of staff, so that neither the job nor anybody else
 * decides about it at the same time. The attempt is locked first, as everywhere, then the transfer,
 * then the exception.
 */
@Component
class ExceptionMoney {

    private final ExceptionBook book;
    private final PaymentService payments;
    private final Ledger ledger;

    ExceptionMoney(ExceptionBook book, PaymentService payments, Ledger ledger) {
        this.book = book;
        this.payments = payments;
        this.ledger = ledger;
    }

    /** Money that nobody has used, with its exception, which is locked. */
    record Taken(ExceptionView exception, Vnd amount) {}

    /**
     * Takes it.
     *
     * @throws ExceptionClosed somebody else was faster, or the job has decided
     * @throws WrongForException there is no money of ours that waits for a decision
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Taken take(ExceptionId id) {
        var seen = book.find(id).filter(ExceptionView::isOpen).orElseThrow(ExceptionClosed::new);
        switch (seen.kind()) {
            case UNKNOWN_ORDER -> {}
            case DECISION_FAILED -> {
                if (!payments.leaveToStaff(seen.transaction())) {
                    throw new ExceptionClosed();
                }
            }
            case WRONG_CURRENCY, CONTRADICTION, PAID_OUT_TWICE -> throw new WrongForException();
        }
        var exception = book.lockOpen(id).orElseThrow(ExceptionClosed::new);
        return new Taken(
                exception, ledger.balance(exception.transaction(), Ledger.Place.UNALLOCATED));
    }
}
