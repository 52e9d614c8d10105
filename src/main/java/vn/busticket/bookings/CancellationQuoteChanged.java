package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to cancel at a price that does not hold any more; nothing is changed. */
public final class CancellationQuoteChanged extends BusinessRuleViolation {

    private final transient CancellationQuote now;

    CancellationQuoteChanged(CancellationQuote now) {
        super("bookings.cancellation-quote-changed");
        this.now = now;
    }

    /** What holds now. */
    public CancellationQuote now() {
        return now;
    }
}
