package vn.busticket.accounts;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a code of the second factor. */
public final class SecondFactorRefused extends BusinessRuleViolation {

    private SecondFactorRefused(String messageKey) {
        super(messageKey);
    }

    static SecondFactorRefused wrongCode() {
        return new SecondFactorRefused("accounts.second-factor.wrong");
    }

    static SecondFactorRefused usedCode() {
        return new SecondFactorRefused("accounts.second-factor.used");
    }

    static SecondFactorRefused notToEnrol() {
        return new SecondFactorRefused("accounts.second-factor.not-to-enrol");
    }

    static SecondFactorRefused nothingToReset() {
        return new SecondFactorRefused("accounts.second-factor.none");
    }
}
