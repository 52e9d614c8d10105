package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import vn.busticket.payments.LedgerRow;
import vn.busticket.payments.RefundReason;

/** Says in the reader's language how money moved and why. */
final class LedgerWords {

    private static final Map<String, String> ON_THE_WAY_BACK =
            Map.of(
                    "sent", "desk.refund.event.sent",
                    "paid out", "desk.refund.event.paid-out",
                    "not paid out", "desk.refund.event.failed",
                    "paid out, staff say", "desk.refund.event.said-paid",
                    "not paid out, staff say", "desk.refund.event.closed-unpaid",
                    "paid out after all", "desk.refund.event.paid-after-all",
                    "transferred by hand", "desk.refund.event.transferred-by-hand");

    private LedgerWords() {}

    /** From where to where. */
    static String movement(LedgerRow row) {
        return words("desk.place." + row.from()) + " → " + words("desk.place." + row.to());
    }

    /** Why, where the movement alone does not tell. */
    static Optional<String> reason(LedgerRow row) {
        var key = Optional.ofNullable(ON_THE_WAY_BACK.get(row.reason()));
        return key.or(() -> reasonOfRefund(row.reason())).map(LedgerWords::words);
    }

    private static Optional<String> reasonOfRefund(String reason) {
        return Arrays.stream(RefundReason.values())
                .filter(known -> known.name().replace('_', ' ').equalsIgnoreCase(reason))
                .map(known -> "desk.refund.reason." + known)
                .findFirst();
    }

    private static String words(String key) {
        return I18NProvider.translate(key);
    }
}
