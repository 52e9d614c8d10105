package vn.busticket.accounts;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final Passwords passwords;
    private final Consents consents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            Passwords passwords,
            Consents consents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a passenger's account, whose mailbox is to be proved, and writes down that the person
     * agreed to it; tells {@link AccountRegistered} and {@link EmailVerificationRequested}. If the
     * mailbox has an account already, that stays as it is and {@link RegistrationRepeated} is told
     * instead; answer and time are the same.
     *
     * @param browser where the person registers; its link needs no password there
     * @throws PasswordRefused for a password that is easily guessed
     */
    public void register(Registration registration, VisitorId browser) {
        var email = registration.email();
        var hash = passwords.accept(registration.password(), email);
        var now = clock.instant();
        accounts.reserve(email.value());
        var known = accounts.findByEmail(email.value());
        if (known.isPresent()) {
            events.publishEvent(new RegistrationRepeated(known.get().id(), email, now));
            return;
        }
        var account = accounts.saveAndFlush(Account.passenger(registration, hash, browser, now));
        consents.give(account.id(), now);
        events.publishEvent(new AccountRegistered(account.id()));
        events.publishEvent(EmailVerification.request(account.id(), email, now));
    }

    /**
     * Makes an account for somebody of a coach company.
     *
     * @throws PasswordRefused for a password that is easily guessed
     * @throws EmailAlreadyRegistered if that mailbox has an account
     */
    public AccountId appointOperatorStaff(
            EmailAddress email, String password, String fullName, String operatorCode) {
        var hash = passwords.accept(password, email);
        refuseKnown(email);
        var account = Account.operatorStaff(email, hash, fullName, operatorCode, clock.instant());
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
        var hash = passwords.accept(password, email);
        refuseKnown(email);
        accounts.saveAndFlush(Account.administrator(email, hash, email.value(), clock.instant()));
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
     * Changes the password and ends all sessions and remembered sign-ins; tells {@link
     * PasswordChanged}. Whoever did it has to be signed in anew.
     *
     * @throws WrongPassword if the current password is another
     * @throws PasswordRefused for a password that is easily guessed
     */
    public void changePassword(AccountId id, String currentPassword, String newPassword) {
        var account = get(id);
        passwords.demand(currentPassword, account);
        var now = clock.instant();
        account.changePassword(passwords.accept(newPassword, account.email()), now);
        events.publishEvent(new PasswordChanged(id, account.email(), now));
    }

    /** Ends all sessions and remembered sign-ins of an account with their next request. */
    public void signOutEverywhere(AccountId id) {
        get(id).endSessions();
    }

    private void refuseKnown(EmailAddress email) {
        if (accounts.existsByEmail(email.value())) {
            throw new EmailAlreadyRegistered();
        }
    }

    private Account get(AccountId id) {
        return accounts.findById(id.value())
                .orElseThrow(() -> new IllegalArgumentException("No account " + id.value()));
    }
}
