package vn.busticket.payments;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.SharedLimits;

/** How many payments may be started in a minute: by a visitor, for a payable, from an address. */
@Component
class PaymentLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SharedLimits limits;
    private final PaymentsProperties properties;

    PaymentLimits(SharedLimits limits, PaymentsProperties properties) {
        this.limits = limits;
        this.properties = properties;
    }

    /** Counts one more payment. */
    void admit(StartPayment wanted) {
        count("payment-visitor", wanted.visitorKey(), properties.ratePerMinute());
        count(
                "payment-payable",
                Long.toString(wanted.payable().value()),
                properties.ratePerMinute());
        count("payment-address", wanted.addressKey(), properties.ratePerMinuteOfAddress());
    }

    private void count(String limit, String key, int perMinute) {
        var wait = limits.waitFor(limit, key, perMinute, MINUTE);
        if (wait.isPositive()) {
            throw new TooManyPayments(wait);
        }
    }
}
