package vn.busticket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * A bank transfer for something was settled. Told inside the transaction that settles it, with the
 * attempt locked; a listener that throws undoes the settling, which is then tried again.
 *
 * @param attempt whose order code it came with; absent if staff said what it is for
 * @param amount of this transfer alone, which may be less or more than what is due
 * @param paidAt when the payer's bank made it
 */
public record PaymentReceived(
        BankTransactionId transaction,
        @Nullable AttemptId attempt,
        PayableId payable,
        Vnd amount,
        Instant paidAt) {}
