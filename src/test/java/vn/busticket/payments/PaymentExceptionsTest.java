package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.payments.GatewayTransaction.Payer;
import vn.busticket.payments.GatewayTransaction.Source;
import vn.busticket.payments.Ledger.Place;
import vn.busticket.shared.Vnd;

/** What nobody can decide by itself comes before staff, and each decision is made once. */
@Tag("P3.7")
@Tag("P3.9")
class PaymentExceptionsTest extends PaymentsTest {

    private static final AccountId STAFF = new AccountId(71);
    private static final long NOT_OURS = 99_999_999;

    @Autowired private PaymentExceptions exceptions;
    @Autowired private PaymentService payments;
    @Autowired private MoneyFigures figures;
    @Autowired private RefundQueries refunds;

    @AfterEach
    void decideAgain() {
        claimant.failing = false;
        claimant.keeping = false;
    }

    @Test
    void moneyForAnUnknownOrderWaitsForStaff() {
        var money = arrived(NOT_OURS, 50_000, "VND");
        payments.settle(money);
        payments.settle(money);
        var exception = only(money);
        assertThat(exception.kind()).isEqualTo(ExceptionKind.UNKNOWN_ORDER);
        assertThat(exception.amount()).isEqualTo(50_000);
        assertThat(exception.payable()).isEmpty();
        assertThat(exception.isOpen()).isTrue();
        assertThat(ledger.balance(money, Place.UNALLOCATED)).isEqualTo(new Vnd(50_000));
    }

    @Test
    @Tag("P10.1")
    void howManyWaitIsMeasured() {
        payments.settle(arrived(NOT_OURS, 50_000, "VND"));
        assertThat(figures.all().get("exceptions.UNKNOWN_ORDER"))
                .isEqualTo(
                        exceptions.open(0, 1_000).exceptions().stream()
                                .filter(one -> one.kind() == ExceptionKind.UNKNOWN_ORDER)
                                .count());
        assertThat(figures.all()).containsKey("exceptions.DECISION_FAILED");
    }

    @Test
    void staffSayWhatUnknownMoneyIsForAndItCountsAsIfItHadComeForThat() {
        var money = arrived(NOT_OURS, 50_000, "VND");
        payments.settle(money);
        var payable = somethingToPay();
        exceptions.assign(only(money).id(), payable, STAFF, "khách gọi, đúng số tiền");
        assertThat(claimant.receivedFor(payable))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.attempt()).isNull();
                    assertThat(event.amount()).isEqualTo(new Vnd(50_000));
                });
        assertThat(queries.allocated(payable)).isEqualTo(new Vnd(50_000));
        assertThat(queries.receipt(payable).orElseThrow().amount()).isEqualTo(new Vnd(50_000));
        var decided = exceptions.find(only(money).id()).orElseThrow();
        assertThat(decided.resolution()).contains(ExceptionResolution.ASSIGNED);
        assertThat(decided.resolvedBy()).contains(STAFF);
        assertThat(decided.note()).contains("khách gọi, đúng số tiền");
        assertThat(audited(money)).containsExactly("payment-exception.assigned");
    }

    @Test
    @Tag("P3.8")
    void staffSendUnknownMoneyBack() {
        var money = arrived(NOT_OURS, 50_000, "VND");
        payments.settle(money);
        exceptions.refund(only(money).id(), STAFF, "không tìm được người đặt");
        assertThat(ledger.balance(money, Place.UNALLOCATED)).isEqualTo(Vnd.ZERO);
        assertThat(ledger.balance(money, Place.DUE_FOR_REFUND)).isEqualTo(new Vnd(50_000));
        assertThat(only(money).resolution()).contains(ExceptionResolution.REFUNDED);
        assertThat(audited(money)).containsExactly("payment-exception.refunded");
        assertThatThrownBy(() -> exceptions.refund(only(money).id(), STAFF, "hai lần"))
                .isInstanceOf(ExceptionClosed.class);
    }

    @Test
    void aDecisionIsMadeOnce() {
        var money = arrived(NOT_OURS, 50_000, "VND");
        payments.settle(money);
        var exception = only(money).id();
        var done =
                atOnce(
                        8,
                        () -> {
                            try {
                                exceptions.assign(exception, somethingToPay(), STAFF, "một lần");
                                return true;
                            } catch (ExceptionClosed late) {
                                return false;
                            }
                        });
        assertThat(done).filteredOn(yes -> yes).hasSize(1);
        assertThat(ledger.balance(money, Place.ALLOCATED)).isEqualTo(new Vnd(50_000));
    }

    @Test
    void anAssignmentThatNobodyTakesIsUndone() {
        var money = arrived(NOT_OURS, 50_000, "VND");
        payments.settle(money);
        claimant.failing = true;
        var exception = only(money).id();
        assertThatThrownBy(() -> exceptions.assign(exception, somethingToPay(), STAFF, "sai"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(only(money).isOpen()).isTrue();
        assertThat(audited(money)).isEmpty();
    }

    @Test
    void otherMoneyThanDongIsOnRecordAndNotInTheLedger() {
        var attempt = started(somethingToPay());
        var money = arrived(attempt.orderCode(), 25, "USD");
        payments.settle(money);
        settleLeftOvers();
        assertThat(ledger.balance(money, Place.PAYER)).isEqualTo(Vnd.ZERO);
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.OPEN);
        var exception = only(money);
        assertThat(exception.kind()).isEqualTo(ExceptionKind.WRONG_CURRENCY);
        assertThat(exception.detail()).isEqualTo("25 USD");
        assertThat(exception.payable()).contains(attempt.payable());
        assertThatThrownBy(() ->
                        exceptions.assign(exception.id(), attempt.payable(), STAFF, "không được"))
                .isInstanceOf(WrongForException.class);
        exceptions.resolve(exception.id(), STAFF, "ngân hàng đã trả lại");
        assertThat(only(money).resolution()).contains(ExceptionResolution.HANDLED);
        assertThat(audited(money)).containsExactly("payment-exception.handled");
    }

    @Test
    void theDatabaseRefusesOtherMoneyInTheLedger() {
        var money = arrived(NOT_OURS, 25, "USD");
        assertThatThrownBy(() ->
                        database.sql(
                                        """
                                        insert into ledger_entry (at, bank_transaction_id, from_place,
                                               to_place, amount_vnd, reason)
                                        select received_at, id, 'PAYER', 'UNALLOCATED', 25, 'wrong'
                                          from bank_transaction where id = :id
                                        """)
                                .param("id", money.value())
                                .update())
                .rootCause()
                .hasMessageContaining("ledger_entry_is_in_dong");
    }

    @Test
    @Tag("P3.4")
    void aWebhookInAnotherCurrencyIsTakenAndPutBeforeStaff() {
        var attempt = started(somethingToPay());
        SANDBOX.loseWebhooks(true);
        var data = SANDBOX.webhookData(attempt.orderCode(), SANDBOX.pay(attempt.orderCode()));
        data.put("currency", "usd");
        assertThat(post(SANDBOX.signedWebhook(data)).statusCode()).isEqualTo(200);
        assertThat(post(SANDBOX.signedWebhook(data)).statusCode()).isEqualTo(200);
        assertThat(claimant.receivedFor(attempt.payable())).isEmpty();
        assertThat(exceptions.open(0, 1_000).exceptions())
                .filteredOn(exception -> exception.orderCode() == attempt.orderCode())
                .singleElement()
                .satisfies(exception -> assertThat(exception.currency()).isEqualTo("USD"));
    }

    @Test
    void aReferenceThatComesWithAnotherAmountIsPutBeforeStaffOnce() {
        var first = transfer("CONTRADICTION-" + UUID.randomUUID(), NOT_OURS, 5_000, "VND");
        var money = payments.record(first).transaction();
        var other = transfer(first.reference(), NOT_OURS, 9_000, "VND");
        payments.record(other);
        payments.record(other);
        var exception = only(money);
        assertThat(exception.kind()).isEqualTo(ExceptionKind.CONTRADICTION);
        assertThat(exception.detail()).startsWith("9000 VND");
        assertThat(ledger.balance(money, Place.UNALLOCATED)).isEqualTo(new Vnd(5_000));
        exceptions.resolve(exception.id(), STAFF, "gửi nhầm, ngân hàng xác nhận 5000");
        payments.record(other);
        assertThat(of(money)).hasSize(1);
    }

    @Test
    void aDecisionThatFailsThreeTimesIsPutBeforeStaffAndClosesItselfWhenItSucceeds() {
        var attempt = started(somethingToPay());
        claimant.failing = true;
        var money = arrived(attempt.orderCode(), 350_000, "VND");
        for (int tries = 1; tries <= 3; tries++) {
            assertThat(of(money)).as("before try " + tries).isEmpty();
            pass(Duration.ofMinutes(10));
            settleLeftOvers();
        }
        var exception = only(money);
        assertThat(exception.kind()).isEqualTo(ExceptionKind.DECISION_FAILED);
        assertThat(exception.payable()).contains(attempt.payable());
        assertThat(exception.detail()).isEqualTo("IllegalStateException");
        claimant.failing = false;
        exceptions.tryAgain(exception.id(), STAFF);
        settleLeftOvers();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
        var decided = only(money);
        assertThat(decided.resolution()).contains(ExceptionResolution.SETTLED);
        assertThat(decided.resolvedBy()).isEmpty();
    }

    @Test
    void staffGiveMoneyWhoseDecisionFailsToAnotherBooking() {
        var attempt = started(somethingToPay());
        var money = undecided(attempt);
        claimant.failing = false;
        var other = somethingToPay();
        exceptions.assign(only(money).id(), other, STAFF, "khách xin chuyển sang vé khác");
        settleLeftOvers();
        assertThat(claimant.receivedFor(attempt.payable())).isEmpty();
        assertThat(queries.allocated(other)).isEqualTo(PRICE);
        assertThat(view(attempt.token()).received()).isEqualTo(PRICE);
        assertThat(only(money).resolution()).contains(ExceptionResolution.ASSIGNED);
        assertThat(audited(money)).containsExactly("payment-exception.assigned");
        assertThat(queries.receipt(other).orElseThrow().amount()).isEqualTo(PRICE);
    }

    @Test
    @Tag("P3.8")
    void staffSendMoneyWhoseDecisionFailsBack() {
        var attempt = started(somethingToPay());
        var money = undecided(attempt);
        var refund = exceptions.refund(only(money).id(), STAFF, "không ghi được vào vé");
        settleLeftOvers();
        assertThat(ledger.balance(money, Place.DUE_FOR_REFUND)).isEqualTo(PRICE);
        assertThat(ledger.balance(money, Place.UNALLOCATED)).isEqualTo(Vnd.ZERO);
        var opened = refunds.find(refund).orElseThrow();
        assertThat(opened.reason()).isEqualTo(RefundReason.NOT_USABLE);
        assertThat(opened.payable()).isEqualTo(attempt.payable());
        assertThat(only(money).resolution()).contains(ExceptionResolution.REFUNDED);
    }

    @Test
    void aDecisionOfStaffThatFailsAsWellLeavesAllAsItWas() {
        var attempt = started(somethingToPay());
        var money = undecided(attempt);
        var exception = only(money).id();
        assertThatThrownBy(() -> exceptions.assign(exception, somethingToPay(), STAFF, "lỗi"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(only(money).isOpen()).isTrue();
        claimant.failing = false;
        pass(Duration.ofMinutes(10));
        settleLeftOvers();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
        assertThat(only(money).resolution()).contains(ExceptionResolution.SETTLED);
        assertThatThrownBy(() -> exceptions.refund(exception, STAFF, "quá muộn"))
                .isInstanceOf(ExceptionClosed.class);
        assertThat(queries.allocated(attempt.payable())).isEqualTo(PRICE);
    }

    @Test
    void staffAndTheJobDecideOnceBetweenThem() {
        for (var round = 0; round < 15; round++) {
            var attempt = started(somethingToPay());
            var money = undecided(attempt);
            claimant.failing = false;
            var exception = only(money).id();
            var number = new AtomicInteger(round);
            var done =
                    atOnce(
                            6,
                            () -> {
                                var turn = number.getAndIncrement();
                                try {
                                    if (turn % 3 == 0) {
                                        payments.settle(money);
                                        return false;
                                    }
                                    if (turn % 3 == 1) {
                                        exceptions.assign(
                                                exception, somethingToPay(), STAFF, "gắn");
                                    } else {
                                        exceptions.refund(exception, STAFF, "hoàn");
                                    }
                                    return true;
                                } catch (ExceptionClosed late) {
                                    return false;
                                }
                            });
            assertThat(done).filteredOn(yes -> yes).hasSizeLessThanOrEqualTo(1);
            var byStaff = done.contains(true);
            assertThat(claimant.receivedFor(attempt.payable())).hasSize(byStaff ? 0 : 1);
            assertThat(only(money).resolution().orElseThrow() == ExceptionResolution.SETTLED)
                    .isEqualTo(!byStaff);
            assertThat(ledger.balance(money, Place.UNALLOCATED)).isEqualTo(Vnd.ZERO);
            assertThat(
                            ledger.balance(money, Place.ALLOCATED)
                                    .plus(ledger.balance(money, Place.DUE_FOR_REFUND)))
                    .isEqualTo(PRICE);
            assertThat(view(attempt.token()).received()).as("counted once").isEqualTo(PRICE);
        }
    }

    /** Money whose decision failed so often that staff know. */
    private BankTransactionId undecided(AttemptView attempt) {
        claimant.failing = true;
        var money = arrived(attempt.orderCode(), PRICE.dong(), "VND");
        for (int tries = 1; tries <= 3; tries++) {
            pass(Duration.ofMinutes(10));
            settleLeftOvers();
        }
        assertThat(only(money).kind()).isEqualTo(ExceptionKind.DECISION_FAILED);
        return money;
    }

    @Test
    void settlingIsDoneOnceEvenWhereTheLedgerWouldAllowItTwice() {
        var payable = somethingToPay();
        var attempt = started(payable);
        claimant.keeping = true;
        var money = arrived(attempt.orderCode(), 350_000, "VND");
        payments.settle(money);
        payments.settle(money);
        atOnce(
                10,
                () -> {
                    payments.settle(money);
                    return true;
                });
        assertThat(claimant.receivedFor(payable)).hasSize(1);
        assertThat(view(attempt.token()).received()).isEqualTo(PRICE);
    }

    private ExceptionView only(BankTransactionId money) {
        assertThat(of(money)).hasSize(1);
        return of(money).getFirst();
    }

    private List<ExceptionView> of(BankTransactionId money) {
        return List.of(exceptions.open(0, 1_000), exceptions.resolved(0, 1_000)).stream()
                .flatMap(page -> page.exceptions().stream())
                .filter(exception -> exception.transaction().equals(money))
                .toList();
    }

    private List<String> audited(BankTransactionId money) {
        return database.sql("select action from audit_log where subject = :subject order by id")
                .param("subject", "bank transaction " + money.value())
                .query((row, number) -> row.getString("action"))
                .list();
    }

    private BankTransactionId arrived(long orderCode, long amount, String currency) {
        var reference = "ODD-" + UUID.randomUUID();
        return payments.record(transfer(reference, orderCode, amount, currency)).transaction();
    }

    private GatewayTransaction transfer(
            String reference, long orderCode, long amount, String currency) {
        return new GatewayTransaction(
                "payos",
                reference,
                orderCode,
                new Vnd(amount),
                clock.instant(),
                null,
                null,
                new Payer(null, null, null, null),
                Source.CHECK,
                currency);
    }
}
