package vn.busticket.accounts;

import java.time.Instant;
import vn.busticket.shared.EmailAddress;

/**
 * Somebody who forgot the password wants a link; it is {@link
 * AccountLinks#to(PasswordResetRequested)}.
 *
 * @param email the account's mailbox
 * @param generation the sign-in generation of the account; the link is void once that has grown
 * @param expiresAt from when on the link is refused
 */
public record PasswordResetRequested(
        AccountId account, EmailAddress email, int generation, Instant expiresAt) {}
