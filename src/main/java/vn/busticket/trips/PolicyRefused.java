package vn.busticket.trips;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a policy that makes no sense beside the others or in itself. */
public final class PolicyRefused extends BusinessRuleViolation {

    private PolicyRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    static PolicyRefused alreadyThere() {
        return new PolicyRefused("policies.refused.already-there");
    }

    static PolicyRefused gone() {
        return new PolicyRefused("policies.refused.gone");
    }

    static PolicyRefused sameTime() {
        return new PolicyRefused("policies.refused.same-time");
    }

    static PolicyRefused laterCostsLess() {
        return new PolicyRefused("policies.refused.later-costs-less");
    }

    static PolicyRefused tooManyTiers() {
        return new PolicyRefused("policies.refused.too-many", PolicyTerms.MOST_TIERS);
    }

    static PolicyRefused tooEarly() {
        return new PolicyRefused("policies.refused.too-early", PolicyTerms.LONGEST.toDays());
    }
}
