package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.AccountId;
import vn.busticket.payments.GatewayTransaction.Source;
import vn.busticket.payments.PayableBook.Stage;
import vn.busticket.payments.PayableBook.Standing;
import vn.busticket.payments.PaymentsApplication.Book;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.LinkStatus;
import vn.busticket.sandbox.Payer;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.SettableClock;

/** Every kind of difference between bookings, ledger and gateway is found and named. */
@Tag("P3.9")
class ReconciliationTest extends PaymentsTest {

    private static final AccountId STAFF = new AccountId(7);
    private static final Duration A_WHILE = Duration.ofMinutes(20);
    private static int tests;

    @Autowired private Reconciliation reconciliation;
    @Autowired private ReconciliationReport report;
    @Autowired private LedgerComparison ledgerComparison;
    @Autowired private PaymentService payments;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Book book;

    /** In days of its own, so that nothing of other tests is compared. */
    @BeforeEach
    void beginOnAnotherDay() {
        tests++;
        move(SettableClock.START.plus(Duration.ofDays(30 + 5L * tests)));
        SANDBOX.loseWebhooks(true);
        book.standings.clear();
    }

    @Test
    void findsNothingWhereAllAgree() {
        var paid = started(somethingToPay());
        SANDBOX.pay(paid.orderCode());
        var open = started(somethingToPay());
        assertThat(attempts.checkNow(paid.id())).isEqualTo(CheckResult.PAID);
        book.standings.add(new Standing(paid.payable(), Stage.CONFIRMED, PRICE.dong()));
        book.standings.add(new Standing(open.payable(), Stage.AWAITING_MONEY, PRICE.dong()));
        pass(Duration.ofMinutes(5));

        var run = compared();
        assertThat(run.attempts()).isEqualTo(2);
        assertThat(run.isRunning()).isFalse();
        assertThat(differencesOf(paid)).isEmpty();
        assertThat(differencesOf(open)).isEmpty();
    }

    @Test
    void recordsAndSettlesATransferThatEverythingElseMissed() {
        var attempt = started(somethingToPay());
        SANDBOX.pay(attempt.orderCode());
        forget(attempt);
        pass(A_WHILE);
        compared();
        var found = only(attempt);
        assertThat(found.kind()).isEqualTo(DifferenceKind.MISSING_TRANSACTION);
        assertThat(found.theirs()).isEqualTo("350000");
        assertThat(found.isHealed()).isTrue();
        assertThat(found.orderCode()).hasValue(attempt.orderCode());
        assertThat(found.transaction()).isNotNull();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.PAID);
        assertThat(queries.allocated(attempt.payable())).isEqualTo(PRICE);
    }

    @Test
    void namesATransferThatTheGatewayDoesNotList() {
        var attempt = started(somethingToPay());
        hand(attempt, UUID.randomUUID().toString(), PRICE);
        pass(A_WHILE);
        compared();
        assertThat(kinds(attempt)).contains(DifferenceKind.UNKNOWN_AT_GATEWAY);
    }

    @Test
    void namesATransferOfAnotherAmount() {
        var attempt = started(somethingToPay());
        var reference = UUID.randomUUID().toString();
        hand(attempt, reference, new Vnd(1_000));
        SANDBOX.transfer(attempt.orderCode(), PRICE.dong(), reference, Payer.UNKNOWN);
        pass(A_WHILE);
        compared();
        var found =
                differencesOf(attempt).stream()
                        .filter(one -> one.kind() == DifferenceKind.AMOUNT_DIFFERS)
                        .findFirst()
                        .orElseThrow();
        assertThat(found.ours()).startsWith("1000 ");
        assertThat(found.theirs()).startsWith("350000 ");
        assertThat(found.isHealed()).isFalse();
    }

    @Test
    void aLinkThatCanStillBePaidThereIsEndedThereToo() {
        var attempt = started(somethingToPay());
        database.sql(
                        """
                        update payment_attempt
                           set state = 'CANCELLED', closed_at = :now, next_check_at = null
                         where id = :id
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("id", attempt.id().value())
                .update();
        pass(Duration.ofMinutes(5));
        compared();
        assertThat(only(attempt).kind()).isEqualTo(DifferenceKind.STATE_DIFFERS);
        assertThat(only(attempt).ours()).isEqualTo("CANCELLED");
        assertThat(only(attempt).theirs()).isEqualTo("PENDING");
        reconcile();
        assertThat(SANDBOX.link(attempt.orderCode()).status()).isEqualTo(LinkStatus.CANCELLED);
    }

    @Test
    void aLinkThatEndedThereEndsHere() {
        var attempt = started(somethingToPay());
        forget(attempt);
        SANDBOX.cancel(attempt.orderCode());
        pass(A_WHILE);
        compared();
        assertThat(only(attempt).kind()).isEqualTo(DifferenceKind.STATE_DIFFERS);
        assertThat(only(attempt).isHealed()).isTrue();
        assertThat(stateOf(attempt)).isEqualTo(AttemptState.CANCELLED);
    }

    @Test
    void namesALinkThatTheGatewayDoesNotKnow() {
        var attempt = started(somethingToPay());
        SANDBOX.reset();
        pass(A_WHILE);
        compared();
        assertThat(kinds(attempt)).containsExactly(DifferenceKind.MISSING_AT_GATEWAY);
    }

    @Test
    void saysWhichAttemptTheGatewayToldNothingOf() {
        var attempt = started(somethingToPay());
        pass(Duration.ofMinutes(5));
        SANDBOX.faults().set(Endpoint.GET, Fault.serverError(), 1);
        compared();
        assertThat(kinds(attempt)).containsExactly(DifferenceKind.NO_ANSWER);
    }

    @Test
    void namesMoneyThatNobodyDecidesAbout() {
        var attempt = started(somethingToPay());
        claimant.failing = true;
        SANDBOX.pay(attempt.orderCode());
        assertThat(attempts.checkNow(attempt.id())).isEqualTo(CheckResult.UNKNOWN);
        pass(A_WHILE);
        var run = compared();
        assertThat(report.counts(run.id())).containsKey(DifferenceKind.NOT_SETTLED);
        claimant.failing = false;
        settleLeftOvers();
        assertThat(report.counts(compared().id())).doesNotContainKey(DifferenceKind.NOT_SETTLED);
    }

    @Test
    void comparesWhatWasPaidForWithTheLedger() {
        var enough = new PayableId(900_001L + 10 * tests);
        var confirmed = new PayableId(900_002L + 10 * tests);
        var over = new PayableId(900_003L + 10 * tests);
        pay(enough);
        pay(over);
        book.standings.add(new Standing(enough, Stage.AWAITING_MONEY, PRICE.dong()));
        book.standings.add(new Standing(confirmed, Stage.CONFIRMED, PRICE.dong()));
        book.standings.add(new Standing(over, Stage.GIVEN_UP, 0));
        pass(A_WHILE);
        compared();
        assertThat(kinds(enough)).containsExactly(DifferenceKind.PAID_NOT_CONFIRMED);
        assertThat(kinds(confirmed)).containsExactly(DifferenceKind.CONFIRMED_NOT_PAID);
        assertThat(kinds(over)).containsExactly(DifferenceKind.MONEY_FOR_NOTHING);
    }

    @Test
    void findsALedgerThatSomebodyDamaged() {
        var attempt = started(somethingToPay());
        hand(attempt, UUID.randomUUID().toString(), PRICE);
        transaction.executeWithoutResult(status -> {
            damage("alter table ledger_entry disable trigger user");
            damage(
                    """
                    insert into ledger_entry (at, bank_transaction_id, from_place, to_place,
                           amount_vnd, reason)
                    select received_at, id, 'IN_REFUND', 'REFUNDED', 5, 'damage'
                      from bank_transaction order by id desc limit 1
                    """);
            assertThat(kindsInLedger()).containsExactly(DifferenceKind.LEDGER_IMBALANCE);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            damage(
                    """
                    update bank_transaction set amount_vnd = amount_vnd + 7
                     where id = (select max(id) from bank_transaction)
                    """);
            assertThat(kindsInLedger())
                    .containsExactlyInAnyOrder(
                            DifferenceKind.NOT_ENTERED, DifferenceKind.RECEIVED_SUM_DIFFERS);
            assertThat(ledgerComparison.imbalanceVnd(clock.instant().minus(A_WHILE))).isEqualTo(7);
            status.setRollbackOnly();
        });
        assertThat(kindsInLedger()).isEmpty();
    }

    @Test
    void goesOnWhereItStoppedWhenTheGatewayIsBusy() {
        for (var count = 0; count < 12; count++) {
            started(somethingToPay());
            pass(Duration.ofSeconds(1));
        }
        pass(Duration.ofMinutes(5));
        SANDBOX.calls().clear();
        var run = reconciliation.runNow(STAFF);
        run(ContinueReconciliationJob.class);
        var first = report.run(run).orElseThrow();
        assertThat(first.isRunning()).isTrue();
        assertThat(first.attempts()).isBetween(1, 6);
        assertThat(reconciliation.runNow(STAFF)).as("one at a time").isEqualTo(run);
        finish(run);
        assertThat(report.run(run).orElseThrow().attempts()).isEqualTo(12);
        assertThat(SANDBOX.calls().count(Endpoint.GET)).as("each asked once").isEqualTo(12);
    }

    @Test
    void runsByItselfAtNight() {
        run(ReconcileNightlyJob.class);
        var run = report.latest().orElseThrow();
        assertThat(run.startedBy()).isEqualTo(ReconciliationRun.StartedBy.NIGHT);
        assertThat(run.staff()).isNull();
        finish(run.id());
        assertThat(report.latest().orElseThrow().finishedAt()).isNotNull();
    }

    private void pay(PayableId payable) {
        var attempt = started(payable);
        SANDBOX.pay(attempt.orderCode());
        assertThat(attempts.checkNow(attempt.id())).isEqualTo(CheckResult.PAID);
    }

    /** A transfer that we believe in, whatever the gateway says. */
    private void hand(AttemptView attempt, String reference, Vnd amount) {
        var recorded =
                payments.record(
                        new GatewayTransaction(
                                "payos",
                                reference,
                                attempt.orderCode(),
                                amount,
                                clock.instant(),
                                null,
                                null,
                                new GatewayTransaction.Payer(null, null, null, null),
                                Source.WEBHOOK));
        payments.settle(recorded.transaction());
    }

    private void forget(AttemptView attempt) {
        database.sql("update payment_attempt set next_check_at = null where id = :id")
                .param("id", attempt.id().value())
                .update();
    }

    private ReconciliationRun compared() {
        var run = reconciliation.runNow(STAFF);
        finish(run);
        return report.run(run).orElseThrow();
    }

    private void finish(RunId run) {
        for (var count = 0; count < 100; count++) {
            if (!report.run(run).orElseThrow().isRunning()) {
                return;
            }
            run(ContinueReconciliationJob.class);
            pass(Duration.ofSeconds(1));
        }
        throw new AssertionError("The comparison does not end");
    }

    private List<ReconciliationDifference> differences() {
        return report.differences(report.latest().orElseThrow().id(), 0, 1_000);
    }

    private List<ReconciliationDifference> differencesOf(AttemptView attempt) {
        return differences().stream().filter(one -> attempt.id().equals(one.attempt())).toList();
    }

    private ReconciliationDifference only(AttemptView attempt) {
        assertThat(differencesOf(attempt)).hasSize(1);
        return differencesOf(attempt).getFirst();
    }

    private List<DifferenceKind> kinds(AttemptView attempt) {
        return differencesOf(attempt).stream().map(ReconciliationDifference::kind).toList();
    }

    private List<DifferenceKind> kinds(PayableId payable) {
        return differences().stream()
                .filter(one -> payable.equals(one.payable()))
                .map(ReconciliationDifference::kind)
                .toList();
    }

    private List<DifferenceKind> kindsInLedger() {
        return ledgerComparison.compare(clock.instant().minus(A_WHILE), clock.instant()).stream()
                .map(Difference::kind)
                .toList();
    }

    private void damage(String sql) {
        database.sql(sql).update();
    }
}
