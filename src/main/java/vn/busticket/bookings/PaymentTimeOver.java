package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a payment when the longest time to pay is over. */
public final class PaymentTimeOver extends BusinessRuleViolation {

    PaymentTimeOver() {
        super("bookings.payment-time-over");
    }
}
