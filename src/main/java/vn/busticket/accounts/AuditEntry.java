package vn.busticket.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * One deed in the audit log.
 *
 * @param account who did it; empty for the system itself
 * @param name of who did it; empty if the account is gone
 * @param subject what it was done to, for example {@code booking AB12CD34}
 * @param reason the words of who did it, where one was asked for
 * @param detail values before and after, as JSON
 */
public record AuditEntry(
        long id,
        Instant at,
        Optional<AccountId> account,
        Optional<String> name,
        String action,
        String subject,
        Optional<String> reason,
        String detail) {}
