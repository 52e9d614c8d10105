package vn.busticket.payments.payos;

import java.math.BigDecimal;
import java.util.Optional;

/** The signed part of a webhook, read field by field. */
record WebhookData(Json.Object object) {

    /** What stands in a field, if it is a text or a number. */
    Optional<String> text(String field) {
        return switch (object.fields().get(field)) {
            case Json.Text text -> Optional.of(text.value());
            case Json.Number number -> Optional.of(number.digits());
            case null, default -> Optional.empty();
        };
    }

    /**
     * A whole number.
     *
     * @throws NotAWebhook if there is none, or it does not fit
     */
    long whole(String field) {
        try {
            return text(field)
                    .map(BigDecimal::new)
                    .orElseThrow(() -> new NotAWebhook("no " + field))
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw new NotAWebhook(field + " is not a whole number");
        }
    }

    long orderCode() {
        return whole("orderCode");
    }
}
