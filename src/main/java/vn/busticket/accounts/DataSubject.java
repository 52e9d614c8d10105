package vn.busticket.accounts;

import vn.busticket.shared.EmailAddress;

/**
 * Whose data it is about.
 *
 * @param email of the account as it is now
 */
public record DataSubject(AccountId account, EmailAddress email) {}
