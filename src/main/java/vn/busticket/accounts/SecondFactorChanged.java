package vn.busticket.accounts;

import java.time.Instant;
import vn.busticket.shared.EmailAddress;

/**
 * Something was done about an administrator's second factor; the mailbox should hear of it, because
 * whoever stole the password might have done it.
 *
 * @param what was done
 * @param at when
 */
public record SecondFactorChanged(AccountId account, EmailAddress email, Change what, Instant at) {

    /** What can be done about a second factor. */
    public enum Change {
        /** A phone was enrolled, with new recovery codes. */
        ENROLLED,
        /** A recovery code was used up. */
        RECOVERY_CODE_USED,
        /** Another administrator made it forgotten. */
        RESET
    }
}
