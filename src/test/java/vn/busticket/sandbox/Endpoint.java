package vn.busticket.sandbox;

import java.util.Optional;
import java.util.regex.Pattern;

/** PayOS' calls that the sandbox answers. */
public enum Endpoint {
    /** Create a payment link. */
    CREATE("POST", "/v2/payment-requests"),
    /** Read a payment link. */
    GET("GET", "/v2/payment-requests/([^/]+)"),
    /** Cancel a payment link. */
    CANCEL("POST", "/v2/payment-requests/([^/]+)/cancel"),
    /** List the invoices of a payment link. */
    INVOICES("GET", "/v2/payment-requests/([^/]+)/invoices"),
    /** Register the webhook address. */
    CONFIRM_WEBHOOK("POST", "/confirm-webhook"),
    /** Pay money out. */
    PAYOUT_CREATE("POST", "/v1/payouts"),
    /** Read a payout. */
    PAYOUT_GET("GET", "/v1/payouts/([^/]+)"),
    /** Find payouts. */
    PAYOUT_LIST("GET", "/v1/payouts");

    private final String method;
    private final Pattern path;

    Endpoint(String method, String path) {
        this.method = method;
        this.path = Pattern.compile(path);
    }

    static Optional<Endpoint> of(String method, String path) {
        for (Endpoint endpoint : values()) {
            if (endpoint.method.equals(method) && endpoint.path.matcher(path).matches()) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }

    /** True for calls of the payout channel, which has credentials of its own. */
    boolean isPayout() {
        return switch (this) {
            case PAYOUT_CREATE, PAYOUT_GET, PAYOUT_LIST -> true;
            case CREATE, GET, CANCEL, INVOICES, CONFIRM_WEBHOOK -> false;
        };
    }

    /** The link's id or order code in a path of this call, empty for calls that name none. */
    String key(String requestPath) {
        var matcher = path.matcher(requestPath);
        return matcher.matches() && matcher.groupCount() == 1 ? matcher.group(1) : "";
    }
}
