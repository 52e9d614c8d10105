package vn.busticket.payments;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import vn.busticket.shared.Vnd;

/**
 * The wish to pay for something.
 *
 * @param payable what is paid for
 * @param amount what is due now
 * @param description what stands in the bank transfer: 1 to 9 ASCII letters, digits or blanks
 * @param deadline when the link stops working; whole seconds
 * @param visitorKey who asks, for the limit per visitor
 * @param addressKey from where, for the limit per address; nothing that is personal in clear
 */
public record StartPayment(
        PayableId payable,
        Vnd amount,
        String description,
        Instant deadline,
        String visitorKey,
        String addressKey) {

    private static final Pattern DESCRIPTION = Pattern.compile("[A-Za-z0-9 ]{1,9}");

    public StartPayment {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Not an amount to pay: " + amount);
        }
        if (!DESCRIPTION.matcher(description).matches()) {
            throw new IllegalArgumentException(
                    "Not a transfer text for every bank: " + description);
        }
        deadline = deadline.truncatedTo(ChronoUnit.SECONDS);
    }
}
