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
import vn.busticket.payments.Ledger.Place;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;
import vn.busticket.sandbox.PayoutState;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;

/**
 * Whatever happens in whatever order — faults, kills between the steps, clicks of staff, banks that
 * send back — the money of a refund is in exactly one place after each step, the place that its
 * state says, and nothing is paid out twice.
 */
@Tag("P3.8")
class RandomRefundsTest extends RefundsTest {

    private static final int STEPS = 120;
    private static final int REFUNDS = 6;

    private static final List<Fault.Kind> FAULTS =
            List.of(
                    Fault.Kind.SERVER_ERROR,
                    Fault.Kind.ANSWER_LOST,
                    Fault.Kind.UNREACHABLE,
                    Fault.Kind.BAD_SIGNATURE,
                    Fault.Kind.MALFORMED_JSON,
                    Fault.Kind.TOO_MANY_REQUESTS,
                    Fault.Kind.UNAUTHORIZED,
                    Fault.Kind.UNKNOWN_STATUS);

    private static final List<Endpoint> CALLS =
            List.of(Endpoint.PAYOUT_CREATE, Endpoint.PAYOUT_GET, Endpoint.PAYOUT_LIST);

    @Autowired private PayoutBooks books;
    @Autowired private PaymentGateway gateway;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepTheMoneyInOnePlace(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<RefundId>();
        for (var number = 0; number < REFUNDS; number++) {
            all.add(opened(random.nextBoolean() ? SMALL : LARGE));
        }
        for (var step = 0; step < STEPS; step++) {
            var refund = all.get(random.nextInt(REFUNDS));
            var deed = random.nextInt(10);
            try {
                doSomething(deed, refund, random);
            } catch (BusinessRuleViolation refused) {
                assertThat(refused.messageKey()).startsWith("payments.refused.");
            }
            var at = "seed " + seed + " step " + step + " deed " + deed;
            all.forEach(each -> assertWhole(each, at));
        }
    }

    private void doSomething(int deed, RefundId refund, Random random) {
        switch (deed) {
            case 0 -> desk.approve(refund, CLERK);
            case 1 -> desk.approve(refund, CHIEF);
            case 2 -> run(SendRefundsJob.class);
            case 3, 4 -> check(Duration.ofSeconds(1 + random.nextInt(600)));
            case 5 ->
                    SANDBOX.faults()
                            .set(
                                    CALLS.get(random.nextInt(CALLS.size())),
                                    Fault.of(FAULTS.get(random.nextInt(FAULTS.size()))),
                                    1 + random.nextInt(2));
            case 6 -> killed(random);
            case 7 -> desk.retry(refund, CLERK);
            case 8 -> bankDecides(random);
            default -> {
                if (random.nextInt(4) == 0) {
                    desk.markTransferred(refund, CHIEF, "FT" + refund.value(), null);
                }
            }
        }
    }

    /** A process ends after it wrote down that it sends, or after the gateway took it. */
    private void killed(Random random) {
        books.begin(List.of("payos"))
                .ifPresent(payout -> {
                    if (random.nextBoolean()) {
                        gateway.refund(payout.order());
                    }
                });
    }

    private void bankDecides(Random random) {
        var payouts = SANDBOX.payouts().all();
        if (payouts.isEmpty()) {
            return;
        }
        var payout = payouts.get(random.nextInt(payouts.size()));
        var before = SANDBOX.payouts().stateOf(payout);
        var after =
                switch (before) {
                    case RECEIVED, PROCESSING, ON_HOLD ->
                            List.of(PayoutState.FAILED, PayoutState.ON_HOLD, PayoutState.SUCCEEDED)
                                    .get(random.nextInt(3));
                    case SUCCEEDED -> PayoutState.REVERSED;
                    case FAILED, CANCELLED, REVERSED -> before;
                };
        SANDBOX.payouts().become(payout.referenceId(), after, null);
    }

    private void assertWhole(RefundId refund, String at) {
        var details = details(refund);
        var amount = details.row().refund().amount();
        var expected =
                switch (details.row().refund().state()) {
                    case NEEDS_ACCOUNT, NEEDS_APPROVAL, APPROVED, FAILED -> allDue(amount);
                    case REQUESTED, PROCESSING, UNKNOWN -> allInRefund(amount);
                    case REFUNDED -> allRefunded(amount);
                };
        assertThat(money(refund)).as(at).isEqualTo(expected);
        assertThat(ledger.balance(details.row().transaction(), Place.PAYER))
                .isEqualTo(Vnd.ZERO.minus(amount));
        var sendings = details.sendings().stream().map(RefundDetails.Sending::reference).toList();
        var paidOrMayBe =
                SANDBOX.payouts().all().stream()
                        .filter(payout -> sendings.contains(payout.referenceId()))
                        .filter(payout -> mayReachThePayer(SANDBOX.payouts().stateOf(payout)))
                        .count();
        assertThat(paidOrMayBe).as(at).isLessThanOrEqualTo(1);
        if (details.handReference() != null) {
            assertThat(paidOrMayBe).as(at + ": by hand as well").isZero();
        }
    }

    private static boolean mayReachThePayer(PayoutState state) {
        return switch (state) {
            case RECEIVED, PROCESSING, ON_HOLD, SUCCEEDED -> true;
            case FAILED, CANCELLED, REVERSED -> false;
        };
    }
}
