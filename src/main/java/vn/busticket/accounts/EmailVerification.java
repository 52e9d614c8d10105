package vn.busticket.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;

/**
 * Proves that the person of an account reads its mailbox. The link alone proves only the mailbox:
 * somebody else may have registered with it. So it counts where the person is signed in, in the
 * browser that registered, or together with the password. Confirming tells {@link EmailVerified},
 * and {@link EmailChanged} where the mailbox is a new one; it may be repeated.
 */
@Service
@Transactional
public class EmailVerification {

    /** How long a link is good. */
    public static final Duration LINK_LIFETIME = Duration.ofDays(3);

    private final AccountRepository accounts;
    private final AccountLinks links;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmailVerification(
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

    /** What a link would prove; empty if it is no longer good. Changes nothing. */
    @Transactional(readOnly = true)
    public Optional<EmailToConfirm> read(String token) {
        return links.readVerification(token)
                .flatMap(mailbox ->
                        accounts.findById(mailbox.account().value())
                                .flatMap(account -> account.toConfirm(mailbox.email())));
    }

    /**
     * Confirms by the link alone, where the visitor is known to be the person of the account.
     *
     * @param signedIn the account that is signed in
     * @param browser the browser that opened the link
     * @return the account, or empty if the password has to be asked for first
     * @throws LinkNoLongerGood for a link that is no longer good
     */
    public Optional<AccountId> confirm(
            String token, Optional<AccountId> signedIn, VisitorId browser) {
        var mailbox = mailbox(token);
        var account = accountOf(mailbox);
        var isKnown = signedIn.filter(account.id()::equals).isPresent();
        if (!isKnown && !account.wasRegisteredBy(browser)) {
            return Optional.empty();
        }
        confirm(account, mailbox.email());
        return Optional.of(account.id());
    }

    /**
     * Confirms by the link and the password.
     *
     * @return the account
     * @throws LinkNoLongerGood for a link that is no longer good
     * @throws WrongPassword if the password is another
     */
    public AccountId confirm(String token, String password) {
        var mailbox = mailbox(token);
        var account = accountOf(mailbox);
        passwords.demand(password, account);
        confirm(account, mailbox.email());
        return account.id();
    }

    /**
     * Asks an account's new mailbox to be proved; until then the present one stays. Tells {@link
     * EmailVerificationRequested}, or {@link RegistrationRepeated} if that mailbox has an account;
     * the answer is the same.
     *
     * @throws WrongPassword if the current password is another
     */
    public void requestChange(AccountId id, String currentPassword, EmailAddress newEmail) {
        var account = accounts.lock(id.value()).orElseThrow();
        passwords.demand(currentPassword, account);
        var owner = accounts.findByEmail(newEmail.value());
        if (owner.isPresent() && !owner.get().id().equals(id)) {
            events.publishEvent(
                    new RegistrationRepeated(owner.get().id(), newEmail, clock.instant()));
            return;
        }
        account.wishEmail(newEmail);
        events.publishEvent(request(id, newEmail, clock.instant()));
    }

    static EmailVerificationRequested request(AccountId id, EmailAddress email, Instant now) {
        return new EmailVerificationRequested(id, email, now.plus(LINK_LIFETIME));
    }

    private AccountLinks.Mailbox mailbox(String token) {
        return links.readVerification(token).orElseThrow(LinkNoLongerGood::new);
    }

    private Account accountOf(AccountLinks.Mailbox mailbox) {
        return accounts.lock(mailbox.account().value())
                .filter(account -> account.toConfirm(mailbox.email()).isPresent())
                .orElseThrow(LinkNoLongerGood::new);
    }

    private void confirm(Account account, EmailAddress email) {
        var before = account.email();
        if (account.isVerified() && before.equals(email)) {
            return;
        }
        accounts.reserve(email.value());
        if (!before.equals(email) && accounts.existsByEmail(email.value())) {
            throw new LinkNoLongerGood();
        }
        account.verify(email, clock.instant());
        events.publishEvent(new EmailVerified(account.id(), email));
        if (!before.equals(email)) {
            events.publishEvent(new EmailChanged(account.id(), before, email));
        }
    }
}
