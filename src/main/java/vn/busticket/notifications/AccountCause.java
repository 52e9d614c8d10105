package vn.busticket.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.AccountId;
import vn.busticket.shared.EmailAddress;

/**
 * What an account message follows from.
 *
 * @param account the account that it is about
 * @param email the mailbox that it goes to
 * @param generation the sign-in generation that its link is good for, if it sets a password
 * @param linkExpires from when on its link is refused, if it has one that ends
 */
record AccountCause(
        AccountId account,
        EmailAddress email,
        @Nullable Integer generation,
        @Nullable Instant linkExpires) {

    /** A message without a link that ends. */
    static AccountCause of(AccountId account, EmailAddress email) {
        return new AccountCause(account, email, null, null);
    }
}
