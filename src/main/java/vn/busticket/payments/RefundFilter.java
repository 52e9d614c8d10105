package vn.busticket.payments;

import java.util.EnumSet;
import java.util.Set;

/** Which refunds staff want to see. */
public enum RefundFilter {
    /** All that are not paid out yet. */
    OPEN(EnumSet.complementOf(EnumSet.of(RefundState.REFUNDED))),
    /** Those that wait for somebody to agree. */
    TO_APPROVE(EnumSet.of(RefundState.NEEDS_APPROVAL)),
    /** Those that wait for the payer's account. */
    WITHOUT_ACCOUNT(EnumSet.of(RefundState.NEEDS_ACCOUNT)),
    /** Those that are agreed and not sent, as happens without a payout channel. */
    TO_SEND(EnumSet.of(RefundState.APPROVED)),
    /** Those on their way through the gateway. */
    ON_THE_WAY(EnumSet.of(RefundState.REQUESTED, RefundState.PROCESSING, RefundState.UNKNOWN)),
    /** Those on their way for so long that staff have to find out what became of them. */
    OVERDUE(EnumSet.of(RefundState.REQUESTED, RefundState.PROCESSING, RefundState.UNKNOWN)),
    /** Those that failed. */
    FAILED(EnumSet.of(RefundState.FAILED)),
    /** Those that are back with the payer. */
    DONE(EnumSet.of(RefundState.REFUNDED)),
    /** All. */
    ALL(EnumSet.allOf(RefundState.class));

    private final Set<RefundState> states;

    RefundFilter(Set<RefundState> states) {
        this.states = states;
    }

    Set<RefundState> states() {
        return states;
    }
}
