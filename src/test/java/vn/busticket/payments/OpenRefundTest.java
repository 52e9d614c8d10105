package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;
import vn.busticket.payments.Ledger.Place;
import vn.busticket.shared.Vnd;

/** Money that has to go back gets a case with a reason, an account and a place in the ledger. */
@Tag("P3.8")
@RecordApplicationEvents
class OpenRefundTest extends RefundsTest {

    @Test
    void goesToTheAccountThatTheMoneyCameFrom() {
        var refund = opened(SMALL);
        assertThat(state(refund)).isEqualTo(RefundState.NEEDS_APPROVAL);
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
        var details = details(refund);
        assertThat(details.accountSource()).isEqualTo(AccountSource.TRANSACTION);
        assertThat(details.accountHolder()).isEqualTo(ACCOUNT.holder());
        assertThat(details.row().refund().account())
                .isEqualTo(new MaskedAccount("Vietcombank", "•••4567"));
    }

    @Test
    void asksThePassengerWhereTheBanksToldNothing() {
        var refund = open(arrived(SMALL, null), SMALL);
        var token = refunds.find(refund).orElseThrow().token();
        assertThat(state(refund)).isEqualTo(RefundState.NEEDS_ACCOUNT);

        service.giveAccount(token, ACCOUNT);

        assertThat(state(refund)).isEqualTo(RefundState.NEEDS_APPROVAL);
        assertThat(details(refund).accountSource()).isEqualTo(AccountSource.PASSENGER);
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
    }

    @Test
    void tellsTheOthersInTheTransactionThatDecides(ApplicationEvents told) {
        var unknown = open(arrived(SMALL, null), SMALL);
        var known = opened(SMALL);
        desk.markTransferred(known, CLERK, "FT6", null);
        assertThat(told.stream(RefundOpened.class))
                .extracting(RefundOpened::refund)
                .containsExactly(unknown, known);
        assertThat(told.stream(RefundNeedsAccount.class))
                .extracting(RefundNeedsAccount::refund)
                .containsExactly(unknown);
        assertThat(told.stream(RefundPaidOut.class))
                .extracting(RefundPaidOut::amount)
                .containsExactly(SMALL);
    }

    @Test
    void takesAnAccountFromThePassengerOnce() {
        var refund = open(arrived(SMALL, null), SMALL);
        var token = refunds.find(refund).orElseThrow().token();
        service.giveAccount(token, ACCOUNT);
        assertThatThrownBy(() ->
                        service.giveAccount(
                                token, new BankAccount("970422", "999888777666", "TRAN VAN B")))
                .isInstanceOf(RefundNotPossible.class);
        assertThat(details(refund).accountHolder()).isEqualTo(ACCOUNT.holder());
    }

    @Test
    void refusesABankThatNobodyHas() {
        var refund = open(arrived(SMALL, null), SMALL);
        var token = refunds.find(refund).orElseThrow().token();
        assertThatThrownBy(
                        () -> service.giveAccount(token, new BankAccount("000000", NUMBER, "AN")))
                .isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> service.giveAccount(token, new BankAccount("970436", NUMBER, " ")))
                .isInstanceOf(AccountRefused.class);
        assertThat(state(refund)).isEqualTo(RefundState.NEEDS_ACCOUNT);
    }

    @Test
    void aPayerWhoseBankIsUnknownIsAsked() {
        var stranger = new BankAccount("123456", NUMBER, "AN");
        assertThat(state(open(arrived(SMALL, stranger), SMALL)))
                .isEqualTo(RefundState.NEEDS_ACCOUNT);
    }

    @Test
    void neverTakesMoreThanIsThere() {
        var money = arrived(SMALL, ACCOUNT);
        assertThatThrownBy(() -> open(money, SMALL.plus(new Vnd(1))))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(ledger.balance(money, Place.UNALLOCATED)).isEqualTo(SMALL);
    }

    @Test
    void belongsToTheTransactionOfWhoDecides() {
        var money = arrived(SMALL, ACCOUNT);
        assertThatThrownBy(() -> service.open(money, null, SMALL, RefundReason.UNKNOWN_PAYMENT))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void givesBackTheNewestOfWhatPaysForSomething() {
        var payable = somethingToPay();
        var first = arrived(new Vnd(100_000), ACCOUNT);
        var second = arrived(new Vnd(70_000), ACCOUNT);
        transaction.executeWithoutResult(status -> {
            ledger.allocate(first, payable, new Vnd(100_000));
            ledger.allocate(second, payable, new Vnd(70_000));
        });
        var opened =
                transaction.execute(status ->
                        service.openAllocated(payable, new Vnd(120_000), RefundReason.CANCELLED));
        assertThat(opened)
                .extracting(id -> refunds.find(id).orElseThrow().amount())
                .containsExactly(new Vnd(70_000), new Vnd(50_000));
        assertThat(ledger.balance(payable, Place.ALLOCATED)).isEqualTo(new Vnd(50_000));
        assertThat(ledger.balance(payable, Place.DUE_FOR_REFUND)).isEqualTo(new Vnd(120_000));
        assertThat(refunds.ofPayable(payable))
                .extracting(RefundView::id)
                .containsExactlyInAnyOrderElementsOf(opened);
    }

    @Test
    void refusesToGiveBackMoreThanPaysForSomething() {
        var payable = somethingToPay();
        var money = arrived(SMALL, ACCOUNT);
        transaction.executeWithoutResult(status -> ledger.allocate(money, payable, SMALL));
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status ->
                                service.openAllocated(payable, LARGE, RefundReason.CANCELLED)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.balance(payable, Place.ALLOCATED)).isEqualTo(SMALL);
        assertThat(refunds.ofPayable(payable)).isEmpty();
    }
}
