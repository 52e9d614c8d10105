package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.PayoutState;
import vn.busticket.testing.SettableClock;

/** What PayOS says about payouts is compared with our refunds, and each difference is named. */
@Tag("P3.9")
class ReconcilePayoutsTest extends RefundsTest {

    private static int tests;

    @Autowired private Reconciliation reconciliation;
    @Autowired private ReconciliationReport report;
    @Autowired private OverduePayouts overdue;
    @Autowired private PaymentExceptions exceptions;

    /** In days of its own, so that nothing of other tests is compared. */
    @BeforeEach
    void beginOnAnotherDay() {
        tests++;
        move(SettableClock.START.plus(Duration.ofDays(1_000 + 10L * tests)));
    }

    @Test
    void findsNothingWhereAllAgree() {
        var paid = sent(SMALL);
        check(Duration.ofSeconds(10));
        var failed = sent(SMALL);
        SANDBOX.payouts().become(payout(failed).referenceId(), PayoutState.FAILED, null);
        check(Duration.ofSeconds(10));
        var onItsWay = sent(SMALL);
        SANDBOX.payouts().become(payout(onItsWay).referenceId(), PayoutState.ON_HOLD, null);
        pass(Duration.ofMinutes(3));
        var run = compared();
        assertThat(run.attempts()).isEqualTo(3);
        assertThat(List.of(paid, failed, onItsWay))
                .allSatisfy(refund -> assertThat(differences(refund)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = PayoutState.class,
            names = {"SUCCEEDED", "FAILED", "CANCELLED", "REVERSED"})
    void whatHasEndedThereEndsHere(PayoutState there) {
        var refund = sent(SMALL);
        SANDBOX.payouts().become(payout(refund).referenceId(), there, null);
        pass(Duration.ofMinutes(3));
        compared();
        var found = only(refund);
        assertThat(found.kind()).isEqualTo(DifferenceKind.PAYOUT_STATE_DIFFERS);
        assertThat(found.ours()).isEqualTo("PROCESSING");
        assertThat(found.theirs()).isEqualTo(there.name());
        assertThat(found.isHealed()).isTrue();
        assertThat(found.transaction()).isEqualTo(details(refund).row().transaction());
        assertThat(found.payable()).isEqualTo(refunds.find(refund).orElseThrow().payable());
        assertThat(money(refund))
                .isEqualTo(there == PayoutState.SUCCEEDED ? allRefunded(SMALL) : allDue(SMALL));
    }

    @Test
    void whatCameBackAfterItHadSucceededIsDueAgain() {
        var refund = sent(SMALL);
        check(Duration.ofSeconds(10));
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.REVERSED, null);
        pass(Duration.ofMinutes(3));
        compared();
        assertThat(only(refund).kind()).isEqualTo(DifferenceKind.PAYOUT_STATE_DIFFERS);
        assertThat(only(refund).ours()).isEqualTo("SUCCEEDED");
        assertThat(only(refund).isHealed()).isTrue();
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
    }

    @Test
    void whatIsOpenThereAndPaidHereIsNamed() {
        var refund = sent(SMALL);
        check(Duration.ofSeconds(10));
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.ON_HOLD, null);
        pass(Duration.ofMinutes(3));
        compared();
        assertThat(only(refund).kind()).isEqualTo(DifferenceKind.PAYOUT_STATE_DIFFERS);
        assertThat(only(refund).isHealed()).isFalse();
    }

    @Test
    void whatWasPaidThereThoughItHadFailedHereIsNamed() {
        var refund = sent(SMALL);
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.FAILED, null);
        check(Duration.ofSeconds(10));
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.SUCCEEDED, null);
        pass(Duration.ofMinutes(3));
        compared();
        assertThat(only(refund).kind()).isEqualTo(DifferenceKind.PAYOUT_STATE_DIFFERS);
        assertThat(only(refund).isHealed()).isFalse();

        desk.markTransferred(refund, CLERK, "FT10", null);
        compared();
        assertThat(only(refund).kind()).isEqualTo(DifferenceKind.PAID_OUT_TWICE);
    }

    @Test
    void anotherAmountIsNamed() {
        var refund = sent(SMALL);
        check(Duration.ofSeconds(10));
        SANDBOX.payouts().changeAmount(payout(refund).referenceId(), 1_000);
        pass(Duration.ofMinutes(3));
        compared();
        assertThat(only(refund).kind()).isEqualTo(DifferenceKind.PAYOUT_AMOUNT_DIFFERS);
        assertThat(only(refund).ours()).isEqualTo("150000 to 970436 •••4567");
        assertThat(only(refund).theirs()).isEqualTo("1000 to 970436 •••4567");
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
    }

    @Test
    void onePaidToTheAccountOfThatTimeDoesNotDiffer() {
        var refund = sent(SMALL);
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.FAILED, null);
        check(Duration.ofSeconds(10));
        desk.changeAccount(refund, CLERK, new BankAccount("970422", "99887766", "OTHER ONE"));
        pass(Duration.ofMinutes(3));
        compared();
        assertThat(differences(refund)).isEmpty();
        desk.askForAccount(refund, CLERK, "wrong again");
        compared();
        assertThat(differences(refund)).isEmpty();
    }

    @Test
    void oneThatTheGatewayCouldNotBeAskedAboutIsNamed() {
        var refund = sent(SMALL);
        check(Duration.ofSeconds(10));
        SANDBOX.faults().set(Endpoint.PAYOUT_GET, Fault.of(Fault.Kind.CHANNEL_PAUSED), 1);
        pass(Duration.ofMinutes(3));
        compared();
        assertThat(only(refund).kind()).isEqualTo(DifferenceKind.NO_ANSWER);
    }

    @Test
    void oneThatTheGatewayDoesNotKnowAnyMoreIsNamed() {
        var refund = sent(SMALL);
        SANDBOX.payouts().forget(payout(refund).referenceId());
        pass(Duration.ofMinutes(3));
        compared();
        assertThat(only(refund).kind()).isEqualTo(DifferenceKind.PAYOUT_MISSING);
        assertThat(only(refund).ours()).isEqualTo("PROCESSING");
        assertThat(money(refund)).as("nobody knows yet").isEqualTo(allInRefund(SMALL));
    }

    @Test
    void oneThatOnlyStaffSayWasPaidIsNamed() {
        var said = opened(SMALL);
        desk.approve(said, CLERK);
        SANDBOX.faults().setEverywhere(Fault.serverError());
        run(SendRefundsJob.class);
        pass(Duration.ofHours(24));
        overdue.paid(said, CLERK, "FT11");
        SANDBOX.faults().clear();
        compared();
        assertThat(only(said).kind()).isEqualTo(DifferenceKind.PAYOUT_MISSING);
        assertThat(only(said).ours()).isEqualTo("SUCCEEDED");
    }

    @Test
    void oneClosedAndPaidAllTheSameIsFoundWithoutAnyCheck() {
        var counted = closedAndPaidThere();
        var twice = closedAndPaidThere();
        desk.markTransferred(twice, CLERK, "FT12", null);
        SANDBOX.faults().clear();
        compared();
        assertThat(only(counted).kind()).isEqualTo(DifferenceKind.PAYOUT_STATE_DIFFERS);
        assertThat(only(counted).isHealed()).isTrue();
        assertThat(money(counted)).isEqualTo(allRefunded(SMALL));
        assertThat(only(twice).kind()).isEqualTo(DifferenceKind.PAID_OUT_TWICE);
        assertThat(only(twice).ours()).isEqualTo("CLOSED");
        assertThat(only(twice).isHealed()).isFalse();
        assertThat(money(twice)).isEqualTo(allRefunded(SMALL));
        assertThat(exceptions.open(0, 1_000).exceptions())
                .filteredOn(one -> one.transaction().equals(details(twice).row().transaction()))
                .hasSize(1);
    }

    @Test
    void oneClosedLongAfterItWasSentIsComparedToo() {
        var refund = closedAndPaidThere(Duration.ofDays(5));
        SANDBOX.faults().clear();
        compared();
        assertThat(only(refund).kind()).isEqualTo(DifferenceKind.PAYOUT_STATE_DIFFERS);
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
    }

    @Test
    void aPauseOfThePayoutsOnlyDelaysTheComparison() {
        var refund = sent(SMALL);
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.FAILED, null);
        pass(Duration.ofMinutes(3));
        SANDBOX.faults().set(Endpoint.PAYOUT_GET, Fault.tooManyRequests(20), 1);
        compared();
        assertThat(only(refund).isHealed()).isTrue();
    }

    private RefundId closedAndPaidThere() {
        return closedAndPaidThere(Duration.ofHours(24));
    }

    private RefundId closedAndPaidThere(Duration later) {
        SANDBOX.faults().clear();
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        pass(Duration.ofMinutes(2));
        SANDBOX.faults().set(Endpoint.PAYOUT_CREATE, Fault.of(Fault.Kind.ANSWER_LOST), 1);
        run(SendRefundsJob.class);
        SANDBOX.faults().setEverywhere(Fault.serverError());
        pass(later);
        overdue.unpaid(refund, CLERK, "PayOS: not executed");
        overdue.unpaid(refund, CHIEF, "PayOS: not executed");
        return refund;
    }

    private ReconciliationRun compared() {
        var run = reconciliation.runNow(CLERK);
        for (var count = 0; count < 100; count++) {
            if (!report.run(run).orElseThrow().isRunning()) {
                return report.run(run).orElseThrow();
            }
            run(ContinueReconciliationJob.class);
            pass(Duration.ofSeconds(1));
        }
        throw new AssertionError("The comparison does not end");
    }

    private List<ReconciliationDifference> differences(RefundId refund) {
        return report.differences(report.latest().orElseThrow().id(), 0, 1_000).stream()
                .filter(one -> refund.equals(one.refund()))
                .toList();
    }

    private ReconciliationDifference only(RefundId refund) {
        assertThat(differences(refund)).hasSize(1);
        return differences(refund).getFirst();
    }
}
