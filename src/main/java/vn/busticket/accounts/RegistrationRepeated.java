package vn.busticket.accounts;

import java.time.Instant;
import vn.busticket.shared.EmailAddress;

/**
 * Somebody wanted to register, or to move an account to, a mailbox that has an account; only that
 * mailbox may hear of it.
 *
 * @param account the account that the mailbox has
 * @param at when
 */
public record RegistrationRepeated(AccountId account, EmailAddress email, Instant at) {}
