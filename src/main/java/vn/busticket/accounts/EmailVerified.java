package vn.busticket.accounts;

import vn.busticket.shared.EmailAddress;

/** The person of an account proved to read this mailbox. */
public record EmailVerified(AccountId account, EmailAddress email) {}
