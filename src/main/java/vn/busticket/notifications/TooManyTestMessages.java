package vn.busticket.notifications;

import vn.busticket.shared.BusinessRuleViolation;

/** Somebody sent many test messages within a minute. */
public final class TooManyTestMessages extends BusinessRuleViolation {

    private static final long serialVersionUID = 1L;

    /** Refuses one more. */
    public TooManyTestMessages() {
        super("notifications.too-many-test-messages");
    }
}
