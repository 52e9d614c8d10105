package vn.busticket.accounts;

import java.time.Instant;
import vn.busticket.shared.EmailAddress;

/**
 * An account has another password; its mailbox should hear of it.
 *
 * @param at when
 */
public record PasswordChanged(AccountId account, EmailAddress email, Instant at) {}
