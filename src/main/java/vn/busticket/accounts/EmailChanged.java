package vn.busticket.accounts;

import vn.busticket.shared.EmailAddress;

/**
 * An account has another mailbox from now on.
 *
 * @param before the mailbox that should hear of it
 */
public record EmailChanged(AccountId account, EmailAddress before, EmailAddress now) {}
