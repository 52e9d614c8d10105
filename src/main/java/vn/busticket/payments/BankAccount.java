package vn.busticket.payments;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.busticket.shared.PlainText;

/**
 * A bank account that money goes to.
 *
 * @param bankBin the six digits that NAPAS gave the bank
 * @param number digits, or letters and digits at banks that give accounts a name
 * @param holder whose account it is, as the bank writes it; may be empty if the bank did not tell
 */
public record BankAccount(String bankBin, String number, String holder) {

    private static final Pattern BIN = Pattern.compile("[0-9]{6}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{5,24}");
    private static final int LONGEST_HOLDER = 100;
    private static final int SHOWN_DIGITS = 4;

    public BankAccount {
        number = number.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        holder =
                PlainText.withoutMarks(holder.strip().replaceAll("\\s+", " "))
                        .toUpperCase(Locale.ROOT);
        if (!BIN.matcher(bankBin).matches()) {
            throw new AccountRefused("payments.refused.bank");
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new AccountRefused("payments.refused.account-number");
        }
        if (holder.length() > LONGEST_HOLDER || !holder.equals(holder.replaceAll("\\p{C}", ""))) {
            throw new AccountRefused("payments.refused.account-holder");
        }
    }

    /** The number as screens show it: {@code •••1234}. */
    public String maskedNumber() {
        return "•••" + number.substring(number.length() - SHOWN_DIGITS);
    }

    @Override
    public String toString() {
        return "BankAccount[" + bankBin + " " + maskedNumber() + "]";
    }
}
