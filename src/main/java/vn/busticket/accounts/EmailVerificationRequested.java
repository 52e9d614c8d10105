package vn.busticket.accounts;

import java.time.Instant;
import vn.busticket.shared.EmailAddress;

/**
 * An account has a mailbox to prove; its link is {@link
 * AccountLinks#to(EmailVerificationRequested)}.
 *
 * @param email the mailbox, which may be another than the account's present one
 * @param expiresAt from when on the link is refused
 */
public record EmailVerificationRequested(
        AccountId account, EmailAddress email, Instant expiresAt) {}
