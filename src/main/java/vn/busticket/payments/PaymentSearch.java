package vn.busticket.payments;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What staff look for among attempts and transfers; what matches one of the three is found.
 *
 * @param payable the payable that a booking code names
 * @param orderCode the gateway's order code
 * @param bankReference the bank's own number of a transfer
 */
public record PaymentSearch(
        @Nullable PayableId payable, OptionalLong orderCode, Optional<String> bankReference) {

    /** Looks for nothing in particular. */
    public static final PaymentSearch ALL =
            new PaymentSearch(null, OptionalLong.empty(), Optional.empty());

    private static final int MOST_DIGITS = 15;

    /** What a person typed: digits are an order code or a reference, everything else the latter. */
    public static PaymentSearch of(String typed, Optional<PayableId> payable) {
        var words = typed.strip();
        if (words.isEmpty()) {
            return ALL;
        }
        var digits = words.replace(" ", "").replace(".", "");
        var orderCode =
                digits.matches("\\d{1," + MOST_DIGITS + "}")
                        ? OptionalLong.of(Long.parseLong(digits))
                        : OptionalLong.empty();
        return new PaymentSearch(payable.orElse(null), orderCode, Optional.of(words));
    }

    /** Everything about one payable. */
    public static PaymentSearch of(PayableId payable) {
        return new PaymentSearch(payable, OptionalLong.empty(), Optional.empty());
    }

    /** True if everything is wanted. */
    public boolean isAll() {
        return equals(ALL);
    }
}
