package vn.busticket.payments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * What was received for something, as a receipt tells it.
 *
 * @param amount the sum of all transfers
 * @param paidAt when the last transfer was made
 * @param methodKey message key of the way of paying
 * @param transfers each transfer, oldest first; never empty
 */
public record Receipt(Vnd amount, Instant paidAt, String methodKey, List<Transfer> transfers) {

    /**
     * One bank transfer.
     *
     * @param bankReference the bank's own number for it
     * @param payerBank the payer's bank, if the gateway told it
     */
    public record Transfer(
            Vnd amount,
            Instant paidAt,
            long orderCode,
            String bankReference,
            @Nullable String payerBank) {}

    /** The order code of the last transfer. */
    public long orderCode() {
        return transfers.getLast().orderCode();
    }

    /** The bank's number of the last transfer. */
    public String bankReference() {
        return transfers.getLast().bankReference();
    }

    /** The bank of the last transfer, if the gateway told it. */
    public @Nullable String payerBank() {
        return transfers.getLast().payerBank();
    }
}
