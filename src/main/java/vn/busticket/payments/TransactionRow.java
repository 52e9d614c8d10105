package vn.busticket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bank transfer as staff see it.
 *
 * @param payable what it was settled for or its order code names; absent for an unknown order code
 * @param amount in its own currency's unit
 * @param payerAccount the payer's account, all but its end hidden
 * @param isSettled false while the decision about it is still being tried
 * @param settleTries how often the job has tried to decide
 */
public record TransactionRow(
        BankTransactionId id,
        @Nullable PayableId payable,
        String gateway,
        String reference,
        long orderCode,
        long amount,
        String currency,
        Instant paidAt,
        Instant receivedAt,
        @Nullable String transferText,
        @Nullable String payerBank,
        @Nullable String payerAccount,
        boolean isSettled,
        int settleTries,
        MoneyPlaces places) {}
