package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.PayoutState;

/** Through the gateway money goes back once, whatever gets lost on the way. */
@Tag("P3.8")
class PayOutRefundTest extends RefundsTest {

    @Autowired private PayoutBooks books;
    @Autowired private MoneyFigures figures;
    @Autowired private PaymentGateway gateway;

    @Test
    void goesBackStepByStep() {
        var refund = opened(SMALL);
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
        desk.approve(refund, CLERK);
        run(SendRefundsJob.class);
        assertThat(state(refund)).isEqualTo(RefundState.PROCESSING);
        assertThat(money(refund)).isEqualTo(allInRefund(SMALL));
        var payout = payout(refund);
        assertThat(payout.amount()).isEqualTo(SMALL.dong());
        assertThat(payout.toBin()).isEqualTo(ACCOUNT.bankBin());
        assertThat(payout.toAccountNumber()).isEqualTo(NUMBER);

        check(Duration.ofSeconds(10));
        assertThat(state(refund)).isEqualTo(RefundState.REFUNDED);
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(SANDBOX.payouts().all()).hasSize(1);
        assertThat(details(refund).events())
                .extracting(RefundDetails.Event::what)
                .containsExactly(
                        "opened", "account-given", "approved", "sent", "taken", "paid-out");
    }

    @ParameterizedTest
    @EnumSource(
            value = PayoutState.class,
            names = {"RECEIVED", "PROCESSING", "ON_HOLD"})
    void waitsAsLongAsItIsOnItsWay(PayoutState there) {
        var refund = sent(SMALL);
        SANDBOX.payouts().become(payout(refund).referenceId(), there, null);
        check(Duration.ofSeconds(10));
        check(Duration.ofDays(2));
        assertThat(state(refund)).isEqualTo(RefundState.PROCESSING);
        assertThat(money(refund)).isEqualTo(allInRefund(SMALL));
        assertThat(details(refund).sendings().getFirst().gatewayState()).isEqualTo(there.name());

        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.SUCCEEDED, null);
        check(Duration.ofHours(1));
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
    }

    @ParameterizedTest
    @EnumSource(
            value = PayoutState.class,
            names = {"FAILED", "CANCELLED", "REVERSED"})
    void isDueAgainWhereItFailed(PayoutState there) {
        var refund = sent(SMALL);
        SANDBOX.payouts().become(payout(refund).referenceId(), there, null);
        check(Duration.ofSeconds(10));
        assertThat(state(refund)).isEqualTo(RefundState.FAILED);
        assertThat(details(refund).failureReason()).startsWith(there.name());
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
        run(SendRefundsJob.class);
        assertThat(SANDBOX.payouts().all()).hasSize(1);
    }

    @Test
    void isSentUnderANewKeyAfterAFailure() {
        var refund = sent(SMALL);
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.FAILED, "WRONG_ACCOUNT");
        check(Duration.ofSeconds(10));

        desk.retry(refund, CLERK);
        assertThat(details(refund).approvals()).isEmpty();
        desk.approve(refund, CLERK);
        run(SendRefundsJob.class);
        check(Duration.ofSeconds(10));

        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        var keys = new HashSet<String>();
        SANDBOX.payouts().all().forEach(payout -> keys.add(payout.idempotencyKey()));
        assertThat(keys).hasSize(2);
    }

    @Test
    void comesBackAfterItHadSucceeded() {
        var refund = sent(SMALL);
        check(Duration.ofSeconds(10));
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.REVERSED, null);
        check(Duration.ofHours(2));
        assertThat(state(refund)).isEqualTo(RefundState.FAILED);
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {
                "ANSWER_LOST",
                "BAD_SIGNATURE",
                "MALFORMED_JSON",
                "UNKNOWN_FIELD",
                "UNKNOWN_STATUS",
                "UNREACHABLE",
                "SERVER_ERROR",
                "UNAUTHORIZED",
                "CHANNEL_PAUSED"
            })
    void isUnknownAndNeverPaidTwiceWhereTheAnswerWasLost(Fault.Kind kind) {
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        SANDBOX.faults().set(Endpoint.PAYOUT_CREATE, Fault.of(kind), 1);
        run(SendRefundsJob.class);
        assertThat(state(refund)).isEqualTo(RefundState.UNKNOWN);
        assertThat(money(refund)).isEqualTo(allInRefund(SMALL));

        check(Duration.ofMinutes(1));
        check(Duration.ofMinutes(1));
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(SANDBOX.payouts().all()).hasSize(1);
    }

    @Test
    void staysUnknownAsLongAsNobodyAnswers() {
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        SANDBOX.faults().setEverywhere(Fault.serverError());
        run(SendRefundsJob.class);
        check(Duration.ofMinutes(1));
        check(Duration.ofHours(1));
        assertThat(state(refund)).isEqualTo(RefundState.UNKNOWN);
        assertThat(money(refund)).isEqualTo(allInRefund(SMALL));
        assertThat(SANDBOX.payouts().all()).isEmpty();

        SANDBOX.faults().clear();
        check(Duration.ofHours(1));
        check(Duration.ofHours(1));
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
    }

    @Test
    void waitsWhenPayosAsksToWait() {
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        var other = opened(SMALL);
        desk.approve(other, CLERK);
        SANDBOX.faults().set(Endpoint.PAYOUT_CREATE, Fault.tooManyRequests(20), 1);
        run(SendRefundsJob.class);
        assertThat(SANDBOX.calls().count(Endpoint.PAYOUT_CREATE)).isEqualTo(1);
        check(Duration.ofSeconds(10));
        assertThat(SANDBOX.calls().count(Endpoint.PAYOUT_CREATE)).isEqualTo(1);
        assertThat(state(refund)).isEqualTo(RefundState.REQUESTED);
        assertThat(state(other)).isEqualTo(RefundState.APPROVED);

        check(Duration.ofSeconds(11));
        run(SendRefundsJob.class);
        check(Duration.ofSeconds(20));
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(money(other)).isEqualTo(allRefunded(SMALL));
        assertThat(SANDBOX.payouts().all()).hasSize(2);
    }

    @Test
    void aKilledProcessBeforeTheCallLosesNothing() {
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        books.begin(List.of("payos"));
        assertThat(state(refund)).isEqualTo(RefundState.REQUESTED);
        assertThat(money(refund)).isEqualTo(allInRefund(SMALL));

        check(Duration.ofMinutes(1));
        check(Duration.ofMinutes(1));
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(SANDBOX.payouts().all()).hasSize(1);
    }

    @Test
    void aKilledProcessBetweenCallAndAnswerPaysOnce() {
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        var payout = books.begin(List.of("payos")).orElseThrow();
        gateway.refund(payout.order());
        assertThat(state(refund)).isEqualTo(RefundState.REQUESTED);

        check(Duration.ofMinutes(1));
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(SANDBOX.calls().count(Endpoint.PAYOUT_CREATE)).isEqualTo(1);
    }

    @Test
    void aKeyThatComesAgainPaysOnce() {
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        var payout = books.begin(List.of("payos")).orElseThrow();
        var first = gateway.refund(payout.order());
        assertThat(gateway.refund(payout.order())).isEqualTo(first);
        SANDBOX.payouts().refuseRepeats(true);
        assertThat(gateway.refund(payout.order())).isInstanceOf(PayoutAnswer.Refused.class);
        assertThat(SANDBOX.payouts().all()).hasSize(1);
    }

    @Test
    void aRefusalBecauseItIsThereAlreadyIsNoFailure() {
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        var payout = books.begin(List.of("payos")).orElseThrow();
        gateway.refund(payout.order());
        SANDBOX.payouts().refuseRepeats(true);
        SANDBOX.payouts().listLate(1);
        check(Duration.ofMinutes(1));
        assertThat(SANDBOX.calls().count(Endpoint.PAYOUT_CREATE)).isEqualTo(2);
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(SANDBOX.payouts().all()).hasSize(1);
    }

    @Test
    void isDueAgainWherePayosRefusesIt() {
        var refund = open(arrived(SMALL, null), SMALL);
        service.giveAccount(refunds.find(refund).orElseThrow().token(), ACCOUNT);
        desk.approve(refund, CLERK);
        SANDBOX.payouts().refuseAll(true);
        run(SendRefundsJob.class);
        assertThat(state(refund)).isEqualTo(RefundState.FAILED);
        assertThat(details(refund).failureReason()).isEqualTo("refused 20");
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
    }

    @Test
    void twoNodesSendEachRefundOnce() {
        var all = agreed(10);
        atOnce(
                4,
                () -> {
                    run(SendRefundsJob.class);
                    return true;
                });
        var sent = SANDBOX.payouts().all().size();
        assertThat(SANDBOX.calls().count(Endpoint.PAYOUT_CREATE)).isEqualTo(sent);
        pass(Duration.ofSeconds(10));
        atOnce(
                4,
                () -> {
                    run(CheckRefundsJob.class);
                    return true;
                });
        assertThat(SANDBOX.calls().count(Endpoint.PAYOUT_GET)).isLessThanOrEqualTo(sent);
        check(Duration.ofMinutes(1));
        check(Duration.ofMinutes(1));
        assertThat(SANDBOX.payouts().all()).hasSize(10);
        assertThat(SANDBOX.calls().count(Endpoint.PAYOUT_CREATE)).isEqualTo(10);
        assertThat(all)
                .allSatisfy(refund -> assertThat(money(refund)).isEqualTo(allRefunded(SMALL)));
    }

    @Test
    void moreThanTheBudgetAllowsIsSentLater() {
        var all = agreed(14);
        run(SendRefundsJob.class);
        assertThat(SANDBOX.calls().all()).hasSize(10);
        assertThat(all)
                .filteredOn(refund -> state(refund) == RefundState.APPROVED)
                .as("nothing is begun that cannot be sent")
                .hasSize(4);
        pass(Duration.ofSeconds(1));
        run(SendRefundsJob.class);
        assertThat(SANDBOX.calls().count(Endpoint.PAYOUT_CREATE)).isEqualTo(14);
        check(Duration.ofSeconds(20));
        check(Duration.ofSeconds(20));
        assertThat(all)
                .allSatisfy(refund -> assertThat(money(refund)).isEqualTo(allRefunded(SMALL)));
        assertThat(SANDBOX.payouts().all()).hasSize(14);
    }

    @Test
    @Tag("P10.1")
    void aChannelThatDoesNotAnswerIsLeftAloneAndPaymentsGoOn() {
        var all = agreed(8);
        SANDBOX.faults().set(Endpoint.PAYOUT_CREATE, Fault.serverError());
        SANDBOX.faults().set(Endpoint.PAYOUT_LIST, Fault.serverError());
        run(SendRefundsJob.class);
        run(CheckRefundsJob.class);
        assertThat(SANDBOX.calls().all()).as("five without an answer").hasSize(5);
        assertThat(figures.all()).containsEntry("breaker.payos payouts", 1L);
        assertThat(figures.all()).doesNotContainEntry("breaker.payos", 1L);
        assertThat(started(somethingToPay()).state()).isEqualTo(AttemptState.OPEN);

        SANDBOX.calls().clear();
        pass(Duration.ofSeconds(16));
        run(CheckRefundsJob.class);
        assertThat(SANDBOX.calls().all()).as("one trial").hasSize(1);
        SANDBOX.faults().clear();
        for (var minute = 0; minute < 6; minute++) {
            run(SendRefundsJob.class);
            check(Duration.ofMinutes(1));
        }
        assertThat(figures.all()).containsEntry("breaker.payos payouts", 0L);
        assertThat(all)
                .allSatisfy(refund -> assertThat(money(refund)).isEqualTo(allRefunded(SMALL)));
        assertThat(SANDBOX.payouts().all()).hasSize(8);
    }

    private List<RefundId> agreed(int count) {
        var all = new ArrayList<RefundId>();
        for (var number = 0; number < count; number++) {
            var refund = opened(SMALL);
            desk.approve(refund, CLERK);
            all.add(refund);
        }
        return all;
    }
}
