package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.PayoutState;
import vn.busticket.sandbox.SandboxPayout;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;

/**
 * Whatever staff say about payouts that nobody answers for, rightly or wrongly and in whatever
 * order with answers that come late: the money is in one place of the ledger, and what left twice
 * is found and named.
 */
@Tag("P3.8")
@Tag("P3.7")
class RandomVerdictsTest extends RefundsTest {

    private static final int STEPS = 80;
    private static final int REFUNDS = 5;

    private static final List<Endpoint> CALLS =
            List.of(Endpoint.PAYOUT_CREATE, Endpoint.PAYOUT_GET, Endpoint.PAYOUT_LIST);

    private static final List<Fault.Kind> FAULTS =
            List.of(Fault.Kind.SERVER_ERROR, Fault.Kind.ANSWER_LOST, Fault.Kind.UNREACHABLE);

    @Autowired private OverduePayouts overdue;
    @Autowired private PaymentExceptions exceptions;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void loseNothingAndNameWhatLeftTwice(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<RefundId>();
        for (var number = 0; number < REFUNDS; number++) {
            all.add(opened(SMALL));
        }
        for (var step = 0; step < STEPS; step++) {
            var refund = all.get(random.nextInt(REFUNDS));
            try {
                doSomething(random, refund);
            } catch (BusinessRuleViolation refused) {
                assertThat(refused.messageKey()).startsWith("payments.refused.");
            }
            var at = "seed " + seed + " step " + step;
            all.forEach(each -> assertThat(money(each)).as(at).isEqualTo(expected(each)));
        }
        SANDBOX.faults().clear();
        for (var day = 0; day < 12; day++) {
            check(Duration.ofDays(1));
        }
        all.forEach(each -> assertFound(each, "seed " + seed));
    }

    private void doSomething(Random random, RefundId refund) {
        var who = random.nextBoolean() ? CLERK : CHIEF;
        switch (random.nextInt(10)) {
            case 0 -> desk.approve(refund, who);
            case 1 -> run(SendRefundsJob.class);
            case 2 -> check(Duration.ofMinutes(1 + random.nextInt(120)));
            case 3, 4 -> breakCalls(random);
            case 5 -> SANDBOX.faults().clear();
            case 6 -> check(Duration.ofHours(24));
            case 7, 8 -> say(random, refund, who);
            default -> payAnotherWay(random, refund, who);
        }
    }

    private static void breakCalls(Random random) {
        SANDBOX.faults()
                .set(
                        CALLS.get(random.nextInt(CALLS.size())),
                        Fault.of(FAULTS.get(random.nextInt(FAULTS.size()))));
    }

    /** Nobody says that it was paid who has no number of the bank, and so none that was not. */
    private void say(Random random, RefundId refund, AccountId who) {
        if (random.nextInt(4) > 0) {
            overdue.unpaid(refund, who, "a wrong word, perhaps");
        } else if (paidThere(refund) > 0) {
            overdue.paid(refund, who, "FT" + refund.value());
        }
    }

    private void payAnotherWay(Random random, RefundId refund, AccountId who) {
        if (random.nextBoolean()) {
            desk.retry(refund, who);
        } else if (details(refund).row().refund().state() == RefundState.FAILED) {
            desk.markTransferred(refund, who, "FT" + refund.value(), null);
        }
    }

    private List<Vnd> expected(RefundId refund) {
        return switch (state(refund)) {
            case NEEDS_ACCOUNT, NEEDS_APPROVAL, APPROVED, FAILED -> allDue(SMALL);
            case REQUESTED, PROCESSING, UNKNOWN -> allInRefund(SMALL);
            case REFUNDED -> allRefunded(SMALL);
        };
    }

    private void assertFound(RefundId refund, String at) {
        var byHand = details(refund).handReference() == null ? 0 : 1;
        var payments = paidThere(refund) + byHand;
        var isRefunded = state(refund) == RefundState.REFUNDED;
        assertThat(payments > 0).as(at + " refund " + refund.value()).isEqualTo(isRefunded);
        var transfer = details(refund).row().transaction();
        var named =
                exceptions.open(0, 1_000).exceptions().stream()
                        .filter(one -> one.transaction().equals(transfer))
                        .anyMatch(one -> one.kind() == ExceptionKind.PAID_OUT_TWICE);
        if (payments > 1) {
            assertThat(named).as(at + " left twice, refund " + refund.value()).isTrue();
        }
    }

    private long paidThere(RefundId refund) {
        var sendings = details(refund).sendings().stream().map(RefundDetails.Sending::reference);
        var ours = sendings.toList();
        return SANDBOX.payouts().all().stream()
                .filter(payout -> ours.contains(payout.referenceId()))
                .filter(RandomVerdictsTest::isPaid)
                .count();
    }

    private static boolean isPaid(SandboxPayout payout) {
        return SANDBOX.payouts().stateOf(payout) == PayoutState.SUCCEEDED;
    }
}
