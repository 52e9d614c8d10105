package vn.busticket.payments;

/**
 * A bank account as screens show it.
 *
 * @param bank the bank's name
 * @param number all but its end hidden: {@code •••1234}
 */
public record MaskedAccount(String bank, String number) {}
