package vn.busticket.analytics;

import vn.busticket.shared.BusinessRuleViolation;

/** Somebody asked for figures that are none of theirs. */
public final class FiguresOfOthers extends BusinessRuleViolation {

    FiguresOfOthers() {
        super("analytics.of-others");
    }
}
