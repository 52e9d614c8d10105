package vn.busticket.accounts;

/** Somebody made an account. */
public record AccountRegistered(AccountId account) {}
