package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.sandbox.Endpoint;
import vn.busticket.sandbox.Fault;

/** A gateway that does not answer is left alone by the whole cluster until one call is answered. */
@Tag("P3.2")
@Tag("P10.4")
class BreakerTest extends PaymentsTest {

    @Autowired private CallBudget budget;

    @Test
    void fiveCallsWithoutAnAnswerStopAllOthers() {
        SANDBOX.faults().set(Endpoint.CREATE, Fault.serverError());
        for (var count = 0; count < 5; count++) {
            assertThat(started(somethingToPay()).state()).isEqualTo(AttemptState.UNKNOWN);
        }
        var sixth = started(somethingToPay());
        assertThat(sixth.state()).isEqualTo(AttemptState.REQUESTED);
        assertThat(attempts.cancelAll(sixth.payable())).isEqualTo(CheckResult.UNKNOWN);
        assertThat(SANDBOX.calls().all()).hasSize(5);
    }

    @Test
    void oneCallTriesWhetherTheGatewayIsBackAndLetsTheOthersFollow() {
        open();
        SANDBOX.calls().clear();
        pass(Duration.ofSeconds(6));
        reconcile();
        assertThat(SANDBOX.calls().all()).as("still down: one trial").hasSize(1);

        SANDBOX.faults().clear();
        SANDBOX.calls().clear();
        pass(Duration.ofSeconds(12));
        reconcile();
        assertThat(SANDBOX.calls().all()).hasSizeGreaterThanOrEqualTo(1);
        pass(Duration.ofSeconds(4));
        reconcile();
        pass(Duration.ofSeconds(4));
        reconcile();
        assertThat(started(somethingToPay()).state()).isEqualTo(AttemptState.OPEN);
        assertThat(unknown()).isZero();
    }

    @Test
    void manyTrialsAtOnceAreOne() {
        open();
        pass(Duration.ofSeconds(6));
        var now = clock.instant();
        var granted =
                atOnce(8, () -> budget.take("payos", Urgency.NOW, now)).stream()
                        .filter(CallBudget.Permit::isGranted)
                        .toList();
        assertThat(granted).hasSize(1);
        assertThat(granted.getFirst().isTrial()).isTrue();
    }

    @Test
    void aSingleAnswerInBetweenKeepsItClosed() {
        for (var round = 0; round < 3; round++) {
            SANDBOX.faults().set(Endpoint.CREATE, Fault.serverError(), 3);
            for (var count = 0; count < 3; count++) {
                assertThat(started(somethingToPay()).state()).isEqualTo(AttemptState.UNKNOWN);
            }
            assertThat(started(somethingToPay()).state()).isEqualTo(AttemptState.OPEN);
        }
    }

    @Test
    void whoWaitsToPayDoesNotStandBehindTheSweep() {
        for (var count = 0; count < 8; count++) {
            started(somethingToPay());
        }
        pass(Duration.ofSeconds(4));
        reconcile();
        assertThat(budget.available("payos", clock.instant())).isLessThan(3);
        for (var count = 0; count < 12; count++) {
            assertThat(started(somethingToPay()).state()).isEqualTo(AttemptState.OPEN);
        }
        assertThat(budget.available("payos", clock.instant())).as("overdrawn").isNotPositive();
        SANDBOX.calls().clear();
        pass(Duration.ofSeconds(1));
        reconcile();
        assertThat(SANDBOX.calls().all()).as("the sweep pays for it").isEmpty();
    }

    @Test
    void evenThoseWhoWaitCannotCallWithoutEnd() {
        var now = clock.instant();
        var granted = 0;
        while (granted < 1_000 && budget.take("payos", Urgency.NOW, now).isGranted()) {
            granted++;
        }
        assertThat(granted).isEqualTo(60);
        assertThat(budget.take("payos", Urgency.NOW, now.plusSeconds(1)).isGranted()).isTrue();
    }

    @Test
    void comparingLeavesHalfOfTheBudgetToOthers() {
        var now = clock.instant();
        var granted = 0;
        while (budget.take("payos", Urgency.LAST, now).isGranted()) {
            granted++;
        }
        assertThat(granted).isEqualTo(5);
        assertThat(budget.available("payos", now)).isEqualTo(5);
    }

    private void open() {
        SANDBOX.faults().setEverywhere(Fault.serverError());
        for (var count = 0; count < 5; count++) {
            started(somethingToPay());
        }
    }

    private long unknown() {
        return database.sql(
                        """
                        select count(*) from payment_attempt
                         where state in ('UNKNOWN', 'REQUESTED') and next_check_at is not null
                        """)
                .query(Long.class)
                .single();
    }
}
