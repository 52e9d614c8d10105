package vn.busticket.payments;

import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * What a gateway is asked to pay out; the same order may be given again and again.
 *
 * @param reference our name for it, by which the gateway finds it again
 * @param idempotencyKey by which the gateway recognises it and pays it once only
 * @param payoutId the gateway's name for it, once known
 * @param description what the receiver reads; plain letters and digits, at most 25
 */
public record PayoutOrder(
        String reference,
        String idempotencyKey,
        @Nullable String payoutId,
        Vnd amount,
        BankAccount account,
        String description) {}
