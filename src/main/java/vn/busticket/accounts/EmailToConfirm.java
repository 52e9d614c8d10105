package vn.busticket.accounts;

import vn.busticket.shared.EmailAddress;

/**
 * A mailbox that a link proves.
 *
 * @param isConfirmed true if it was proved before
 */
public record EmailToConfirm(AccountId account, EmailAddress email, boolean isConfirmed) {}
