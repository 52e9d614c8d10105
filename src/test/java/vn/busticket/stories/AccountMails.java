package vn.busticket.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountLinks;
import vn.busticket.accounts.EmailVerificationRequested;
import vn.busticket.accounts.LinksOfInstallation;
import vn.busticket.accounts.PasswordResetRequested;
import vn.busticket.shared.EmailAddress;

/** The links in the mails about accounts, as the shop makes them. */
final class AccountMails {

    private static final AccountLinks LINKS =
            LinksOfInstallation.withSecret(Surroundings.LINK_SECRET);

    private AccountMails() {}

    /** The path that proves the mailbox. */
    static String verification(Shop shop, String email) {
        return LINKS.to(
                new EmailVerificationRequested(
                        new AccountId(number(shop, "id", email)),
                        new EmailAddress(email),
                        inAWhile()));
    }

    /** The path that sets another password. */
    static String reset(Shop shop, String email) {
        return LINKS.to(
                new PasswordResetRequested(
                        new AccountId(number(shop, "id", email)),
                        new EmailAddress(email),
                        (int) number(shop, "sign_in_generation", email),
                        inAWhile()));
    }

    private static long number(Shop shop, String column, String email) {
        return shop.surroundings()
                .database()
                .sql("select " + column + " from account where email = :email")
                .param("email", email)
                .query(Long.class)
                .single();
    }

    private static Instant inAWhile() {
        return Clock.systemUTC().instant().plus(Duration.ofMinutes(20));
    }
}
