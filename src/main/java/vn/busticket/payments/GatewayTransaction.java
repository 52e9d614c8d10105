package vn.busticket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * One bank transfer as the gateway tells it.
 *
 * @param gateway name of the gateway
 * @param reference the bank's number, which tells transfers apart
 * @param orderCode the order code of the attempt that it is for, if it is ours
 * @param amount in đồng; money in another currency is that many of its units and is never entered
 *     in the ledger
 * @param accountNumber our account that received it
 * @param currency its three letters
 */
public record GatewayTransaction(
        String gateway,
        String reference,
        long orderCode,
        Vnd amount,
        Instant paidAt,
        @Nullable String accountNumber,
        @Nullable String transferText,
        Payer payer,
        Source source,
        String currency) {

    /** The one currency that our seats are sold for. */
    public static final String DONG = "VND";

    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_CURRENCY = 10;

    public GatewayTransaction {
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("Not a bank reference");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Not an amount received: " + amount);
        }
        if (currency.isBlank() || currency.length() > LONGEST_CURRENCY) {
            throw new IllegalArgumentException("Not a currency");
        }
    }

    /** A transfer in đồng. */
    public GatewayTransaction(
            String gateway,
            String reference,
            long orderCode,
            Vnd amount,
            Instant paidAt,
            @Nullable String accountNumber,
            @Nullable String transferText,
            Payer payer,
            Source source) {
        this(
                gateway,
                reference,
                orderCode,
                amount,
                paidAt,
                accountNumber,
                transferText,
                payer,
                source,
                DONG);
    }

    /** True if it can be used to pay here. */
    public boolean isInDong() {
        return currency.equals(DONG);
    }

    /** How we learnt of it. */
    public enum Source {
        /** The gateway called us. */
        WEBHOOK,
        /** We asked the gateway. */
        CHECK
    }

    /** Who paid, as far as the banks tell. */
    public record Payer(
            @Nullable String bankBin,
            @Nullable String bankName,
            @Nullable String name,
            @Nullable String accountNumber) {}
}
