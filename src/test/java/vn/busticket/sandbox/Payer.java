package vn.busticket.sandbox;

import org.jspecify.annotations.Nullable;

/** Whose account a transfer came from; domestic transfers often tell nothing of it. */
public record Payer(
        @Nullable String bankId,
        @Nullable String bankName,
        @Nullable String name,
        @Nullable String accountNumber) {

    /** The payer of whom the bank tells nothing. */
    public static final Payer UNKNOWN = new Payer(null, null, null, null);
}
