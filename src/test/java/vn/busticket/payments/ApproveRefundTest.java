package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.busticket.shared.Vnd;

/** Nobody pays out alone from the limit on, and every agreement is to one account. */
@Tag("P3.8")
class ApproveRefundTest extends RefundsTest {

    @ParameterizedTest
    @CsvSource({"1,1", "1999999,1", "2000000,2", "2000001,2"})
    void theLimitItselfNeedsTwoPeople(long amount, int people) {
        assertThat(details(opened(new Vnd(amount))).row().approvalsNeeded()).isEqualTo(people);
    }

    @Test
    void onePersonIsEnoughBelowTheLimit() {
        var refund = opened(SMALL);
        desk.approve(refund, CLERK);
        assertThat(state(refund)).isEqualTo(RefundState.APPROVED);
        assertThat(money(refund)).isEqualTo(allDue(SMALL));
    }

    @Test
    void theSamePersonCountsOnce() {
        var refund = opened(LARGE);
        desk.approve(refund, CLERK);
        assertThatThrownBy(() -> desk.approve(refund, CLERK))
                .isInstanceOf(SecondPersonNeeded.class);
        assertThat(state(refund)).isEqualTo(RefundState.NEEDS_APPROVAL);
        run(SendRefundsJob.class);
        assertThat(SANDBOX.payouts().all()).isEmpty();

        desk.approve(refund, CHIEF);
        assertThat(state(refund)).isEqualTo(RefundState.APPROVED);
    }

    @Test
    void clicksAtTheSameMomentCountOnce() {
        var refund = opened(LARGE);
        atOnce(
                10,
                () -> {
                    try {
                        desk.approve(refund, CLERK);
                        return true;
                    } catch (SecondPersonNeeded refused) {
                        return false;
                    }
                });
        assertThat(details(refund).approvals()).hasSize(1);
        assertThat(state(refund)).isEqualTo(RefundState.NEEDS_APPROVAL);
    }

    @Test
    void anotherAccountNeedsNewAgreement() {
        var refund = opened(LARGE);
        desk.approve(refund, CLERK);
        desk.changeAccount(refund, CLERK, new BankAccount("970422", "999888777666", "TRAN B"));
        assertThat(details(refund).approvals()).isEmpty();
        desk.approve(refund, CHIEF);
        assertThat(state(refund)).isEqualTo(RefundState.NEEDS_APPROVAL);
        desk.approve(refund, CLERK);
        assertThat(state(refund)).isEqualTo(RefundState.APPROVED);
    }

    @Test
    void whatIsUnknownOrOnItsWayIsNotAgreedTo() {
        var refund = sent(SMALL);
        assertThatThrownBy(() -> desk.approve(refund, CHIEF)).isInstanceOf(RefundNotPossible.class);
        assertThatThrownBy(() -> desk.changeAccount(refund, CHIEF, ACCOUNT))
                .isInstanceOf(RefundNotPossible.class);
        assertThatThrownBy(() -> desk.retry(refund, CHIEF)).isInstanceOf(RefundNotPossible.class);
    }

    @Test
    @Tag("P7.2")
    void everyDeedOfStaffIsInTheAuditLog() {
        var refund = opened(LARGE);
        desk.approve(refund, CLERK);
        desk.accountToPay(refund, CHIEF);
        desk.markTransferred(refund, CHIEF, "FT123", "by the bank's app");
        assertThat(
                        database.sql(
                                        """
                                        select account_id || ' ' || action from audit_log
                                         where subject = :subject order by id
                                        """)
                                .param("subject", "refund " + refund.value())
                                .query(String.class)
                                .list())
                .containsExactly(
                        CLERK.value() + " refund.approved",
                        CHIEF.value() + " refund.account-shown",
                        CHIEF.value() + " refund.transferred-by-hand");
    }
}
