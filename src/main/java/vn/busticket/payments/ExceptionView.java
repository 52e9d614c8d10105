package vn.busticket.payments;

import java.time.Instant;
import java.util.Optional;
import vn.busticket.accounts.AccountId;

/**
 * An exception as staff see it, with the transfer that it is about.
 *
 * @param payable what the transfer is for, as far as its order code tells
 * @param amount in units of the currency
 * @param detail what is odd, in a few words for staff; no personal data
 */
public record ExceptionView(
        ExceptionId id,
        ExceptionKind kind,
        BankTransactionId transaction,
        String gateway,
        String bankReference,
        long orderCode,
        Optional<PayableId> payable,
        long amount,
        String currency,
        Instant paidAt,
        String detail,
        Instant openedAt,
        Optional<Instant> resolvedAt,
        Optional<AccountId> resolvedBy,
        Optional<ExceptionResolution> resolution,
        Optional<String> note) {

    /** True while somebody has to decide. */
    public boolean isOpen() {
        return resolvedAt.isEmpty();
    }
}
