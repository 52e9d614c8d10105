package vn.busticket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * Money that arrived and that nobody has allocated or returned.
 *
 * @param payable what its order code was for; absent for an order code that is not ours
 * @param amount what is left of the transfer
 * @param isSettled false while the decision about it is still being tried
 */
public record OpenMoney(
        BankTransactionId transaction,
        @Nullable PayableId payable,
        long orderCode,
        String bankReference,
        Vnd amount,
        Instant paidAt,
        boolean isSettled) {}
