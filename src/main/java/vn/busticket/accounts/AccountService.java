package vn.busticket.accounts;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;

/** What people and administrators do with accounts. */
@Service
@Transactional
public class AccountService {

    /** How many characters a password needs. */
    public static final int LEAST_PASSWORD_CHARACTERS = 10;

    private final AccountRepository accounts;
    private final PasswordRules passwordRules;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            PasswordRules passwordRules,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwordRules = passwordRules;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a passenger's account; tells {@link AccountRegistered}.
     *
     * @throws PasswordRefused for a password that is easily guessed
     * @throws EmailAlreadyRegistered if that mailbox has an account
     */
    public AccountId register(Registration registration) {
        passwordRules.check(registration.password(), registration.email());
        refuseKnown(registration.email());
        var hash = hash(registration.password());
        var account = accounts.saveAndFlush(Account.passenger(registration, hash, clock.instant()));
        events.publishEvent(new AccountRegistered(account.id()));
        return account.id();
    }

    /**
     * Makes an account for somebody of a coach company.
     *
     * @throws PasswordRefused for a password that is easily guessed
     * @throws EmailAlreadyRegistered if that mailbox has an account
     */
    public AccountId appointOperatorStaff(
            EmailAddress email, String password, String fullName, String operatorCode) {
        passwordRules.check(password, email);
        refuseKnown(email);
        var account =
                Account.operatorStaff(
                        email, hash(password), fullName, operatorCode, clock.instant());
        return accounts.saveAndFlush(account).id();
    }

    /**
     * Makes the first administrator; does nothing once there is one, so it may be repeated.
     *
     * @return true if an account was made
     * @throws PasswordRefused for a password that is easily guessed
     * @throws EmailAlreadyRegistered if that mailbox belongs to somebody else
     */
    public boolean appointFirstAdministrator(EmailAddress email, String password) {
        if (accounts.existsByRole(Role.ADMINISTRATOR)) {
            return false;
        }
        passwordRules.check(password, email);
        refuseKnown(email);
        accounts.saveAndFlush(
                Account.administrator(email, hash(password), email.value(), clock.instant()));
        return true;
    }

    /** Changes how a person is called and reached. */
    public void changeDetails(AccountId id, String fullName, @Nullable PhoneNumber phone) {
        var account = get(id);
        account.changeName(fullName);
        account.changePhone(phone);
    }

    /** Changes the language of screens and messages. */
    public void changeLanguage(AccountId id, Language language) {
        get(id).speak(language);
    }

    /**
     * Changes the password; every "remember me" made with the old one ends.
     *
     * @throws WrongPassword if the current password is another
     * @throws PasswordRefused for a password that is easily guessed
     */
    public void changePassword(AccountId id, String currentPassword, String newPassword) {
        var account = get(id);
        if (!passwords.matches(currentPassword, account.passwordHash())) {
            throw new WrongPassword();
        }
        passwordRules.check(newPassword, new EmailAddress(account.details().email()));
        account.changePassword(hash(newPassword), clock.instant());
    }

    private void refuseKnown(EmailAddress email) {
        if (accounts.existsByEmail(email.value())) {
            throw new EmailAlreadyRegistered();
        }
    }

    private String hash(String password) {
        var hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder made no hash");
        }
        return hash;
    }

    private Account get(AccountId id) {
        return accounts.findById(id.value())
                .orElseThrow(() -> new IllegalArgumentException("No account " + id.value()));
    }
}
