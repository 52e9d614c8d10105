package vn.busticket.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets another password by a link from the account's mailbox, which works once. */
@Service
@Transactional
public class PasswordReset {

    /** How long a link is good. */
    public static final Duration LINK_LIFETIME = Duration.ofMinutes(30);

    private final AccountRepository accounts;
    private final AccountLinks links;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordReset(
            AccountRepository accounts,
            AccountLinks links,
            Passwords passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** True for a link that still sets a password; changes nothing. */
    @Transactional(readOnly = true)
    public boolean isGood(String token) {
        return links.readReset(token)
                .flatMap(reset -> good(reset, accounts.findById(reset.account().value())))
                .isPresent();
    }

    /**
     * Sets the password and ends all sessions, remembered sign-ins and other links. The link came
     * to the mailbox, which is proved by that. Tells {@link PasswordChanged}, and {@link
     * EmailVerified} where it was not proved before.
     *
     * @throws LinkNoLongerGood for a link that is no longer good
     * @throws PasswordRefused for a password that is easily guessed
     */
    public void reset(String token, String newPassword) {
        var account =
                links.readReset(token)
                        .flatMap(reset -> good(reset, accounts.lock(reset.account().value())))
                        .orElseThrow(LinkNoLongerGood::new);
        var now = clock.instant();
        account.changePassword(passwords.accept(newPassword, account.email()), now);
        if (!account.isVerified()) {
            account.verify(account.email(), now);
            events.publishEvent(new EmailVerified(account.id(), account.email()));
        }
        events.publishEvent(new PasswordChanged(account.id(), account.email(), now));
    }

    static PasswordResetRequested request(Account account, Instant now) {
        return new PasswordResetRequested(
                account.id(), account.email(), account.generation(), now.plus(LINK_LIFETIME));
    }

    private static Optional<Account> good(AccountLinks.Reset reset, Optional<Account> account) {
        return account.filter(found -> found.generation() == reset.generation());
    }
}
