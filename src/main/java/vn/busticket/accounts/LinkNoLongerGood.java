package vn.busticket.accounts;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses a link that is forged, expired, used, or of somebody who went on without it. */
public final class LinkNoLongerGood extends BusinessRuleViolation {

    LinkNoLongerGood() {
        super("accounts.link-no-longer-good");
    }
}
