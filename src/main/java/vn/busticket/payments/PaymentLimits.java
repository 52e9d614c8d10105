package vn.busticket.payments;

import org.springframework.stereotype.Component;
import vn.busticket.cluster.SharedLimits;

/** How many payments may be started in a minute. */
@Component
class PaymentLimits {

    private final SharedLimits limits;
    private final PaymentsProperties properties;

    PaymentLimits(SharedLimits limits, PaymentsProperties properties) {
        this.limits = limits;
        this.properties = properties;
    }

    /** Counts one more payment. */
    void admit(StartPayment wanted) {
        var admitted =
                limits.tryAcquire(
                                "payment-visitor", wanted.visitorKey(), properties.ratePerMinute())
                        && limits.tryAcquire(
                                "payment-address",
                                wanted.addressKey(),
                                properties.ratePerMinuteOfAddress());
        if (!admitted) {
            throw new TooManyPayments();
        }
    }
}
