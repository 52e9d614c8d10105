package vn.busticket.accounts;

import java.time.Instant;
import vn.busticket.shared.EmailAddress;

/**
 * Somebody had an account erased.
 *
 * @param email that was the account's
 */
public record AccountErased(AccountId account, EmailAddress email, Instant at) {}
