package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.PayoutState;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.SqlTime;

/** Where the gateway never tells what became of a payout, people end it, and are checked on. */
@Tag("P3.8")
class OverduePayoutTest extends RefundsTest {

    private static final Duration TOO_LONG = Duration.ofHours(24);
    private static final String PROOF = "PayOS ticket 4711: not executed";

    @Autowired private OverduePayouts overdue;
    @Autowired private PayoutBooks books;
    @Autowired private PayoutRounds rounds;
    @Autowired private PaymentExceptions exceptions;
    @Autowired private MoneyMeasures measures;
    @Autowired private MoneyFigures figures;

    @Test
    void nobodyMaySayAnythingBeforeTheLimit() {
        var refund = unanswered();
        pass(TOO_LONG.minusSeconds(1));
        assertThat(refunds.find(refund).orElseThrow().isOverdue()).isFalse();
        assertThatThrownBy(() -> overdue.paid(refund, CLERK, "FT1"))
                .isInstanceOf(RefundNotPossible.class);
        assertThatThrownBy(() -> overdue.unpaid(refund, CLERK, PROOF))
                .isInstanceOf(RefundNotPossible.class);
        pass(Duration.ofSeconds(1));
        assertThat(refunds.find(refund).orElseThrow().isOverdue()).isTrue();
    }

    @Test
    @Tag("P10.1")
    void staffSeeItAsAThingToDealWithAndItIsMeasured() {
        var refund = unanswered();
        assertThat(overdueRefunds()).doesNotContain(refund);
        pass(TOO_LONG);
        assertThat(overdueRefunds())
                .contains(refund)
                .hasSize((int) refunds.count(RefundFilter.OVERDUE));
        measures.measure();
        assertThat(figures.all())
                .containsEntry("refunds.overdue", refunds.count(RefundFilter.OVERDUE));
    }

    @Test
    void onePutOnHoldForTooLongIsOverdueToo() {
        var refund = sent(SMALL);
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.ON_HOLD, null);
        check(Duration.ofSeconds(10));
        pass(TOO_LONG);
        assertThat(refunds.find(refund).orElseThrow().isOverdue()).isTrue();
        overdue.unpaid(refund, CLERK, PROOF);
        assertThat(overdue.unpaid(refund, CHIEF, PROOF)).isTrue();
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
    }

    @Test
    void onePersonSaysByTheBanksNumberThatItWasPaid() {
        var refund = overdueOne();
        overdue.paid(refund, CLERK, " FT26331000001 ");
        assertThat(state(refund)).isEqualTo(RefundState.REFUNDED);
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(details(refund).sendings().getLast().staffProof()).isEqualTo("FT26331000001");
        assertThat(words(refund)).endsWith("said-paid");
        assertThat(audited(refund)).endsWith("refund.payout-paid");
        assertThatThrownBy(() -> overdue.paid(refund, CHIEF, "FT2"))
                .isInstanceOf(RefundNotPossible.class);
    }

    @Test
    void aWrongWordThatItWasPaidComesToLight() {
        var refund = sent(SMALL);
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.PROCESSING, null);
        pass(TOO_LONG);
        overdue.paid(refund, CLERK, "FT3");
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.FAILED, null);
        check(Duration.ofHours(2));
        assertThat(state(refund)).isEqualTo(RefundState.FAILED);
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
    }

    @Test
    void whatStaffSayWasPaidIsNeverSentAgain() {
        var refund = overdueOne();
        overdue.paid(refund, CLERK, "FT4");
        SANDBOX.faults().clear();
        for (var day = 0; day < 6; day++) {
            check(Duration.ofDays(1));
        }
        assertThat(SANDBOX.payouts().all()).isEmpty();
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
    }

    @Test
    void onePersonAloneClosesNothing() {
        var refund = overdueOne();
        assertThat(overdue.unpaid(refund, CLERK, PROOF)).isFalse();
        assertThatThrownBy(() -> overdue.unpaid(refund, CLERK, PROOF))
                .isInstanceOf(SecondPersonNeeded.class);
        assertThat(state(refund)).isEqualTo(RefundState.UNKNOWN);
        assertThat(money(refund)).isEqualTo(allInRefund(SMALL));
        assertThat(words(refund)).endsWith("said-unpaid");
        assertThat(details(refund).unpaidWords())
                .singleElement()
                .satisfies(word -> assertThat(word.proof()).isEqualTo(PROOF));
        assertThatThrownBy(() -> desk.markTransferred(refund, CHIEF, "FT5", null))
                .isInstanceOf(RefundNotPossible.class);
    }

    @Test
    void twoPeopleCloseItForGoodAndItIsPaidByHand() {
        var refund = overdueOne();
        overdue.unpaid(refund, CLERK, PROOF);
        assertThat(overdue.unpaid(refund, CHIEF, "seen it too")).isTrue();
        assertThat(state(refund)).isEqualTo(RefundState.FAILED);
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
        assertThat(words(refund)).endsWith("said-unpaid", "closed-unpaid");
        assertThat(audited(refund)).endsWith("refund.payout-unpaid", "refund.payout-unpaid");

        desk.markTransferred(refund, CLERK, "FT6", null);
        SANDBOX.faults().clear();
        for (var day = 0; day < 12; day++) {
            check(Duration.ofDays(1));
        }
        assertThat(SANDBOX.payouts().all()).as("never sent again").isEmpty();
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(odd(refund)).isEmpty();
        assertThat(SANDBOX.calls().count(Endpoint.PAYOUT_LIST)).isGreaterThan(5);
        SANDBOX.calls().clear();
        check(Duration.ofDays(1));
        assertThat(SANDBOX.calls().all()).as("not asked for ever").isEmpty();
    }

    @Test
    void itIsSentUnderANewKey() {
        var refund = closed(overdueOne());
        SANDBOX.faults().clear();
        desk.retry(refund, CLERK);
        desk.approve(refund, CLERK);
        pass(Duration.ofMinutes(2));
        run(SendRefundsJob.class);
        check(Duration.ofSeconds(10));
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(SANDBOX.payouts().all())
                .singleElement()
                .satisfies(payout ->
                        assertThat(payout.referenceId())
                                .isEqualTo(details(refund).sendings().getLast().reference()));
        assertThat(details(refund).sendings()).hasSize(2);
    }

    @Test
    void everyWordNeedsAProof() {
        var refund = overdueOne();
        assertThatThrownBy(() -> overdue.paid(refund, CLERK, "  "))
                .isInstanceOf(ProofMissing.class);
        assertThatThrownBy(() -> overdue.unpaid(refund, CLERK, "  "))
                .isInstanceOf(ProofMissing.class);
    }

    @Test
    void aWordDoesNotOutliveNewsFromTheGateway() {
        var refund = overdueOne();
        overdue.unpaid(refund, CLERK, PROOF);
        SANDBOX.faults().clear();
        check(Duration.ofMinutes(31));
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.ON_HOLD, null);
        check(Duration.ofMinutes(31));
        assertThat(state(refund)).isEqualTo(RefundState.PROCESSING);
        assertThat(details(refund).unpaidWords()).isEmpty();
        assertThat(overdue.unpaid(refund, CHIEF, PROOF)).isFalse();
        assertThat(overdue.unpaid(refund, CLERK, PROOF)).isTrue();
    }

    @Test
    void aClosedPayoutThatWasPaidAllTheSamePaysTheRefund() {
        var refund = closed(overduePaidThere());
        SANDBOX.faults().clear();
        check(Duration.ofHours(1));
        assertThat(state(refund)).isEqualTo(RefundState.REFUNDED);
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(words(refund)).endsWith("paid-after-all");
        assertThatThrownBy(() -> desk.markTransferred(refund, CHIEF, "FT7", null))
                .isInstanceOf(RefundNotPossible.class);

        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.REVERSED, null);
        check(Duration.ofHours(2));
        assertThat(money(refund)).as("and came back").isEqualTo(allDue(SMALL));
    }

    @Test
    void aClosedPayoutThatWasPaidBesidesATransferByHandIsNamed() {
        var refund = closed(overduePaidThere());
        desk.markTransferred(refund, CLERK, "FT8", null);
        SANDBOX.faults().clear();
        check(Duration.ofHours(1));
        check(Duration.ofDays(1));
        var odd = odd(refund);
        assertThat(odd).hasSize(1);
        assertThat(odd.getFirst().detail()).isEqualTo(payout(refund).referenceId());
        assertThat(words(refund)).containsOnlyOnce("paid-twice");
        assertThat(money(refund)).as("every đồng once").isEqualTo(allRefunded(SMALL));
        assertThat(figures.all().get("exceptions.PAID_OUT_TWICE")).isPositive();
        exceptions.resolve(odd.getFirst().id(), CHIEF, "the payer sent it back");
        assertThat(odd(refund)).isEmpty();
    }

    @Test
    void whereTheSecondSendingFailsTheFirstOneCounts() {
        var refund = closed(overduePaidThere());
        var first = payout(refund).referenceId();
        desk.retry(refund, CLERK);
        desk.approve(refund, CLERK);
        SANDBOX.faults().clear();
        pass(Duration.ofMinutes(2));
        run(SendRefundsJob.class);
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.ON_HOLD, null);
        check(Duration.ofHours(1));
        assertThat(odd(refund)).as("both may be paid").hasSize(1);
        assertThat(money(refund)).isEqualTo(allInRefund(SMALL));

        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.FAILED, null);
        check(Duration.ofHours(1));
        assertThat(state(refund)).isEqualTo(RefundState.REFUNDED);
        assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
        assertThat(details(refund).sendings().getFirst().reference()).isEqualTo(first);
        assertThat(details(refund).sendings().getFirst().outcome()).isEqualTo("SUCCEEDED");
    }

    @Test
    void theDatabaseClosesNothingOnOneWordOrWhileItIsSent() {
        var refund = overdueOne();
        overdue.unpaid(refund, CLERK, PROOF);
        assertThatThrownBy(() -> force("outcome = 'CLOSED', closed_at = :now", refund))
                .rootCause()
                .hasMessageContaining("needs two people");
        database.sql(
                        """
                        insert into refund_payout_verdict (refund_payout_id, account_id, proof, at)
                        select id, 9002, 'forced', requested_at from refund_payout
                         where refund_case_id = :refund
                        """)
                .param("refund", refund.value())
                .update();
        force("sending_until = cast(:now as timestamptz) + interval '10 seconds'", refund);
        assertThatThrownBy(() -> force("outcome = 'CLOSED', closed_at = :now", refund))
                .rootCause()
                .hasMessageContaining("may be being sent");
        force("sending_until = :now", refund);
        force("outcome = 'CLOSED', closed_at = :now", refund);
        for (var change :
                List.of(
                        "sending_until = cast(:now as timestamptz) + interval '1 minute'",
                        "outcome = null",
                        "closed_at = cast(:now as timestamptz) + interval '1 minute'")) {
            assertThatThrownBy(() -> force(change, refund))
                    .rootCause()
                    .hasMessageContaining("payout_is_closed_for_good");
        }
    }

    @Test
    void nobodyClosesItWhileACallThatPaysMayBeOnItsWay() {
        var refund = overdueOne();
        overdue.unpaid(refund, CLERK, PROOF);
        var payout = books.claimed(payoutRow(refund)).orElseThrow().payout();
        var again = books.sendAgain(payout).orElseThrow();
        assertThatThrownBy(() -> overdue.unpaid(refund, CHIEF, PROOF))
                .isInstanceOf(PayoutBeingSent.class);
        pass(Duration.ofSeconds(31));
        overdue.unpaid(refund, CHIEF, PROOF);
        assertThat(books.sendAgain(payout)).as("closed").isEmpty();
        SANDBOX.faults().clear();
        SANDBOX.calls().clear();
        assertThat(rounds.send(again)).isInstanceOf(PayoutAnswer.Unknown.class);
        assertThat(SANDBOX.calls().all()).as("a node that stood still sends nothing").isEmpty();
    }

    @Test
    void whatTheGatewayHasTakenMeanwhileIsNotSentAgain() {
        var refund = unanswered();
        var payout = books.claimed(payoutRow(refund)).orElseThrow().payout();
        books.answered(payout, new PayoutAnswer.Taken("there", there("RECEIVED"), null));
        assertThat(state(refund)).isEqualTo(RefundState.PROCESSING);
        assertThat(books.sendAgain(payout)).isEmpty();
    }

    @Test
    void anAnswerFromBeforeTheGatewaysLastWordChangesNothing() {
        var refund = overduePaidThere();
        var payout = books.claimed(payoutRow(refund)).orElseThrow().payout();
        closed(refund);
        SANDBOX.payouts().become(payout(refund).referenceId(), PayoutState.FAILED, null);
        SANDBOX.faults().clear();
        check(Duration.ofHours(1));
        books.answered(payout, new PayoutAnswer.Taken("there", there("SUCCEEDED"), null));
        assertThat(state(refund)).isEqualTo(RefundState.FAILED);
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
        assertThat(odd(refund)).isEmpty();
    }

    @Test
    void manyClicksOfTwoPeopleCloseItOnce() {
        var refund = overdueOne();
        var number = new AtomicInteger();
        var closings =
                atOnce(
                        10,
                        () -> {
                            var who = number.incrementAndGet() % 2 == 0 ? CLERK : CHIEF;
                            try {
                                return overdue.unpaid(refund, who, PROOF);
                            } catch (BusinessRuleViolation refused) {
                                return false;
                            }
                        });
        assertThat(closings).filteredOn(closed -> closed).hasSize(1);
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
        assertThat(words(refund)).containsOnlyOnce("closed-unpaid");
    }

    @Test
    void oneWhoSaysPaidAndOneWhoSaysUnpaidDoNotBothWin() {
        var refund = overdueOne();
        overdue.unpaid(refund, CLERK, PROOF);
        var number = new AtomicInteger();
        atOnce(
                8,
                () -> {
                    try {
                        if (number.incrementAndGet() % 2 == 0) {
                            overdue.paid(refund, CLERK, "FT9");
                        } else {
                            overdue.unpaid(refund, CHIEF, PROOF);
                        }
                        return true;
                    } catch (BusinessRuleViolation refused) {
                        return false;
                    }
                });
        assertThat(money(refund))
                .isEqualTo(
                        state(refund) == RefundState.REFUNDED ? allRefunded(SMALL) : allDue(SMALL));
    }

    @Test
    void aLateAnswerAgainstTheSecondWordLosesNothing() {
        for (var round = 0; round < 10; round++) {
            SANDBOX.faults().clear();
            var refund = overduePaidThere();
            overdue.unpaid(refund, CLERK, PROOF);
            SANDBOX.faults().clear();
            pass(Duration.ofMinutes(31));
            var number = new AtomicInteger();
            atOnce(
                    3,
                    () -> {
                        try {
                            if (number.getAndIncrement() == 0) {
                                overdue.unpaid(refund, CHIEF, PROOF);
                            } else {
                                run(CheckRefundsJob.class);
                            }
                        } catch (BusinessRuleViolation refused) {
                            assertThat(refused).isInstanceOf(RefundNotPossible.class);
                        }
                        return true;
                    });
            check(Duration.ofHours(1));
            assertThat(state(refund)).isEqualTo(RefundState.REFUNDED);
            assertThat(money(refund)).isEqualTo(allRefunded(SMALL));
            assertThat(SANDBOX.payouts().of(payout(refund).referenceId())).isNotNull();
        }
    }

    /** A state of the gateway in our words; the sandbox has words of its own. */
    private static vn.busticket.payments.PayoutState there(String state) {
        return vn.busticket.payments.PayoutState.valueOf(state);
    }

    private List<RefundId> overdueRefunds() {
        return refunds.list(RefundFilter.OVERDUE, 0, 1_000).rows().stream()
                .map(row -> row.refund().id())
                .toList();
    }

    /** Sent, and neither taken nor answered. */
    private RefundId unanswered() {
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        SANDBOX.faults().setEverywhere(Fault.serverError());
        run(SendRefundsJob.class);
        return refund;
    }

    private RefundId overdueOne() {
        var refund = unanswered();
        pass(TOO_LONG);
        return refund;
    }

    /** Taken and paid there, and nothing of it answered. */
    private RefundId overduePaidThere() {
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        SANDBOX.faults().set(Endpoint.PAYOUT_CREATE, Fault.of(Fault.Kind.ANSWER_LOST), 1);
        run(SendRefundsJob.class);
        SANDBOX.faults().setEverywhere(Fault.serverError());
        pass(TOO_LONG);
        return refund;
    }

    private RefundId closed(RefundId refund) {
        overdue.unpaid(refund, CLERK, PROOF);
        overdue.unpaid(refund, CHIEF, PROOF);
        return refund;
    }

    private List<String> words(RefundId refund) {
        return details(refund).events().stream().map(RefundDetails.Event::what).toList();
    }

    private List<ExceptionView> odd(RefundId refund) {
        var transfer = details(refund).row().transaction();
        return exceptions.open(0, 1_000).exceptions().stream()
                .filter(one -> one.transaction().equals(transfer))
                .filter(one -> one.kind() == ExceptionKind.PAID_OUT_TWICE)
                .toList();
    }

    private List<String> audited(RefundId refund) {
        return database.sql("select action from audit_log where subject = :subject order by id")
                .param("subject", "refund " + refund.value())
                .query((row, number) -> row.getString("action"))
                .list();
    }

    private long payoutRow(RefundId refund) {
        return database.sql("select max(id) from refund_payout where refund_case_id = :refund")
                .param("refund", refund.value())
                .query(Long.class)
                .single();
    }

    private void force(String change, RefundId refund) {
        database.sql(
                        "update refund_payout set "
                                + change
                                + " where id = :id and cast(:now as timestamptz) is not null")
                .param("id", payoutRow(refund))
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }
}
