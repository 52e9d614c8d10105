package vn.busticket.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What PayOS refuses in a create request; optional fields may be absent or null, unknown ones are
 * overlooked.
 */
final class PaymentRequestRules {

    private static final long GREATEST_ORDER_CODE = 9_007_199_254_740_991L;
    private static final List<String> OPTIONAL_TEXTS =
            List.of(
                    "buyerName",
                    "buyerCompanyName",
                    "buyerTaxCode",
                    "buyerEmail",
                    "buyerPhone",
                    "buyerAddress");

    private final int descriptionLimit;

    PaymentRequestRules(int descriptionLimit) {
        this.descriptionLimit = descriptionLimit;
    }

    /** The complaints about a request, none if it is good. */
    List<String> complaints(Map<String, @Nullable Object> request, Instant now) {
        List<String> complaints = new ArrayList<>();
        checkOrderCode(request.get("orderCode"), complaints);
        checkAmount(request.get("amount"), complaints);
        checkDescription(request.get("description"), complaints);
        checkAddress("return_url", request.get("returnUrl"), complaints);
        checkAddress("cancel_url", request.get("cancelUrl"), complaints);
        checkExpiry(request.get("expiredAt"), now, complaints);
        checkItems(request.get("items"), complaints);
        for (String name : OPTIONAL_TEXTS) {
            if (request.get(name) != null && !(request.get(name) instanceof String)) {
                complaints.add(name + ": " + name + " must be a string");
            }
        }
        return complaints;
    }

    private static void checkOrderCode(@Nullable Object value, List<String> complaints) {
        if (!isWhole(value) || whole(value) <= 0) {
            complaints.add("order_code: order_code must be a positive number");
        } else if (whole(value) > GREATEST_ORDER_CODE) {
            complaints.add(
                    "order_code: order_code must not be greater than " + GREATEST_ORDER_CODE);
        }
    }

    private static void checkAmount(@Nullable Object value, List<String> complaints) {
        if (!isWhole(value) || whole(value) <= 0) {
            complaints.add("amount: amount must be a positive number");
        }
    }

    private void checkDescription(@Nullable Object value, List<String> complaints) {
        if (!(value instanceof String text) || text.isBlank()) {
            complaints.add("description: description must be a string");
        } else if (text.codePointCount(0, text.length()) > descriptionLimit) {
            complaints.add("description: Mô tả tối đa " + descriptionLimit + " kí tự");
        }
    }

    private static void checkAddress(String name, @Nullable Object value, List<String> complaints) {
        if (!(value instanceof String text) || !isWebAddress(text)) {
            complaints.add(name + ": " + name + " must be a URL address");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            String scheme = address.getScheme();
            return address.getHost() != null && ("http".equals(scheme) || "https".equals(scheme));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static void checkExpiry(@Nullable Object value, Instant now, List<String> complaints) {
        if (value == null) {
            return;
        }
        if (!isWhole(value)
                || whole(value) > Integer.MAX_VALUE
                || whole(value) < Integer.MIN_VALUE) {
            complaints.add("expired_at: expired_at must be an Int32 number of seconds");
        } else if (whole(value) <= now.getEpochSecond()) {
            complaints.add("expired_at can not before now");
        }
    }

    private static void checkItems(@Nullable Object value, List<String> complaints) {
        if (value == null) {
            return;
        }
        boolean good =
                value instanceof List<?> items
                        && items.stream().allMatch(PaymentRequestRules::isItem);
        if (!good) {
            complaints.add("items: each item needs a name, a quantity and a price");
        }
    }

    private static boolean isItem(@Nullable Object value) {
        return value instanceof Map<?, ?> item
                && item.get("name") instanceof String
                && isWhole(item.get("quantity"))
                && isWhole(item.get("price"));
    }

    private static boolean isWhole(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    private static long whole(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
