package vn.busticket.payments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.AccountId;

/**
 * Everything that staff see of one refund.
 *
 * @param accountHolder whose account it goes to, as far as known
 * @param accountSource who told the account; absent as long as nobody did
 * @param approvals who agrees at the moment
 * @param events its history, oldest first
 * @param sendings what went through the gateway, oldest first
 * @param unpaidWords who says of the open payout that it was not paid
 * @param handReference the bank's number of a transfer made by hand
 * @param failureReason the gateway's word for what went wrong, if the last thing was a failure
 */
public record RefundDetails(
        RefundRow row,
        @Nullable String accountHolder,
        @Nullable AccountSource accountSource,
        List<Approval> approvals,
        List<Event> events,
        List<Sending> sendings,
        List<UnpaidWord> unpaidWords,
        @Nullable String handReference,
        @Nullable String handNote,
        @Nullable String failureReason) {

    /** Somebody's word that a payout was not paid, and by what proof. */
    public record UnpaidWord(AccountId by, String proof, Instant at) {}

    /** Somebody's agreement. */
    public record Approval(AccountId by, Instant at) {}

    /**
     * A line of the history.
     *
     * @param actor {@code SYSTEM}, {@code PASSENGER} or {@code STAFF}
     * @param by the member of staff, if one did it
     * @param from absent for the first line
     * @param what what was done, in a word: {@code approved}
     */
    public record Event(
            Instant at,
            String actor,
            @Nullable AccountId by,
            @Nullable RefundState from,
            RefundState to,
            String what) {}

    /**
     * One sending through the gateway.
     *
     * @param reference our name for it at the gateway
     * @param payoutId the gateway's name for it, once known
     * @param gatewayState the gateway's last word
     * @param outcome {@code SUCCEEDED}, {@code FAILED}, or {@code CLOSED} by people; absent while
     *     it is open
     * @param staffProof the bank's number by which staff say that it was paid
     */
    public record Sending(
            String gateway,
            String reference,
            @Nullable String payoutId,
            @Nullable String gatewayState,
            @Nullable String outcome,
            @Nullable String staffProof,
            Instant requestedAt,
            int checks) {}
}
