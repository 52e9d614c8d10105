package vn.busticket.accounts;

import java.time.Instant;

/**
 * Somebody who sees and does everything.
 *
 * @param email lower case
 * @param since when appointed
 */
public record Administrator(AccountId id, String fullName, String email, Instant since) {}
