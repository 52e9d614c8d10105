package vn.busticket.analytics;

import java.util.OptionalLong;
import vn.busticket.shared.BusinessRuleViolation;

/** As many files as may be made at once are being made. */
public final class TooManyExports extends BusinessRuleViolation {

    private static final long serialVersionUID = 1L;
    private static final long SECONDS = 20;

    TooManyExports() {
        super("report.refused.busy");
    }

    @Override
    public OptionalLong retryAfterSeconds() {
        return OptionalLong.of(SECONDS);
    }
}
