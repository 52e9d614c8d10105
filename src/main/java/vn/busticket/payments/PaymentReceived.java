package vn.busticket.payments;

import java.time.Instant;
import vn.busticket.shared.Vnd;

/**
 * A bank transfer for an attempt was settled. Told inside the transaction that settles it, with the
 * attempt locked; a listener that throws undoes the settling, which is then tried again.
 *
 * @param amount of this transfer alone, which may be less or more than what is due
 * @param paidAt when the payer's bank made it
 */
public record PaymentReceived(
        BankTransactionId transaction,
        AttemptId attempt,
        PayableId payable,
        Vnd amount,
        Instant paidAt) {}
