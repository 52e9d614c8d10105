package vn.busticket.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;

/** A person who can sign in. */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String email;
    private String passwordHash;
    private String fullName;

    @Column(name = "phone_e164")
    private @Nullable String phoneE164;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String operatorCode;

    @Enumerated(EnumType.STRING)
    private Language language;

    private @Nullable Instant emailVerifiedAt;
    private Instant passwordChangedAt;
    private Instant createdAt;
    private @Nullable Instant administratorSince;
    private @Nullable String newEmail;
    private @Nullable UUID registeredBy;
    private int signInGeneration;

    @Version private int version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Account() {}

    private Account(
            EmailAddress email,
            String passwordHash,
            String fullName,
            Role role,
            Language language,
            Instant now) {
        this.email = email.value();
        this.passwordHash = passwordHash;
        this.fullName = fullName;
        this.role = role;
        this.language = language;
        this.passwordChangedAt = now;
        this.createdAt = now;
    }

    /** A passenger who registered just now. */
    static Account passenger(
            Registration registration, String passwordHash, VisitorId browser, Instant now) {
        var account =
                new Account(
                        registration.email(),
                        passwordHash,
                        registration.fullName(),
                        Role.PASSENGER,
                        registration.language(),
                        now);
        account.phoneE164 = registration.phone().e164();
        account.registeredBy = browser.value();
        return account;
    }

    /** Somebody of a coach company, who sees only that company's trips. */
    static Account operatorStaff(
            EmailAddress email,
            String passwordHash,
            String fullName,
            String operatorCode,
            Instant now) {
        var account =
                new Account(email, passwordHash, fullName, Role.OPERATOR_STAFF, Language.VI, now);
        account.operatorCode = operatorCode;
        account.emailVerifiedAt = now;
        return account;
    }

    /** Somebody who runs BusTicket; whoever appoints them vouches for the mailbox. */
    static Account administrator(
            EmailAddress email, String passwordHash, String fullName, Instant now) {
        var account =
                new Account(email, passwordHash, fullName, Role.ADMINISTRATOR, Language.VI, now);
        account.emailVerifiedAt = now;
        account.administratorSince = now;
        return account;
    }

    /**
     * A passenger becomes an administrator.
     *
     * @throws AppointmentRefused for somebody of a coach company, and who is one already
     */
    void appoint(Instant now) {
        switch (role) {
            case PASSENGER -> {
                role = Role.ADMINISTRATOR;
                administratorSince = now;
            }
            case OPERATOR_STAFF -> throw AppointmentRefused.worksForOperator();
            case ADMINISTRATOR -> throw AppointmentRefused.alreadyAdministrator();
        }
    }

    /** An administrator becomes a passenger. */
    void withdraw() {
        if (role != Role.ADMINISTRATOR) {
            throw AppointmentRefused.notAdministrator();
        }
        role = Role.PASSENGER;
        administratorSince = null;
    }

    /**
     * A passenger works for a coach company from now on.
     *
     * @throws AppointmentRefused for whoever has an office already
     */
    void workFor(String operator) {
        switch (role) {
            case PASSENGER -> {
                role = Role.OPERATOR_STAFF;
                operatorCode = operator;
            }
            case OPERATOR_STAFF -> throw AppointmentRefused.worksForOperator();
            case ADMINISTRATOR -> throw AppointmentRefused.alreadyAdministrator();
        }
    }

    /** Somebody of a coach company becomes a passenger; which company it was. */
    String leaveOperator() {
        var left = operatorCode;
        if (role != Role.OPERATOR_STAFF || left == null) {
            throw AppointmentRefused.notOperatorStaff();
        }
        role = Role.PASSENGER;
        operatorCode = null;
        return left;
    }

    void changeName(String newFullName) {
        this.fullName = newFullName.strip();
    }

    void changePhone(@Nullable PhoneNumber newPhone) {
        this.phoneE164 = newPhone == null ? null : newPhone.e164();
    }

    void speak(Language newLanguage) {
        this.language = newLanguage;
    }

    /** Sets another password; all sessions and reset links end. */
    void changePassword(String newHash, Instant now) {
        this.passwordHash = newHash;
        this.passwordChangedAt = now;
        endSessions();
    }

    /** All sessions, remembered sign-ins and reset links end with their next use. */
    void endSessions() {
        signInGeneration++;
    }

    /**
     * Forgets who the person is; nobody can sign in any more, and all sessions end.
     *
     * @param unknownHash of a password that nobody knows
     */
    void forgetPerson(String unknownHash) {
        this.email = "erased-" + id().value() + "@busticket.invalid";
        this.passwordHash = unknownHash;
        this.fullName = "•••";
        this.phoneE164 = null;
        this.newEmail = null;
        this.registeredBy = null;
        this.emailVerifiedAt = null;
        endSessions();
    }

    /** A mailbox that becomes the account's once it is proved. */
    void wishEmail(EmailAddress wished) {
        this.newEmail = wished.value();
    }

    /** The person proved to read this mailbox; where it is another one, all sessions end. */
    void verify(EmailAddress proved, Instant now) {
        if (!email.equals(proved.value())) {
            this.email = proved.value();
            endSessions();
        }
        this.newEmail = null;
        this.registeredBy = null;
        this.emailVerifiedAt = now;
    }

    /** What a link to this mailbox would prove; empty if the account no longer wants that. */
    Optional<EmailToConfirm> toConfirm(EmailAddress mailbox) {
        var isPresent = email.equals(mailbox.value());
        return isPresent || mailbox.value().equals(newEmail)
                ? Optional.of(new EmailToConfirm(id(), mailbox, isPresent && isVerified()))
                : Optional.empty();
    }

    /** True for the browser that registered, until the mailbox is proved. */
    boolean wasRegisteredBy(VisitorId browser) {
        return browser.value().equals(registeredBy);
    }

    boolean isVerified() {
        return emailVerifiedAt != null;
    }

    EmailAddress email() {
        return new EmailAddress(email);
    }

    int generation() {
        return signInGeneration;
    }

    /** The same password in a stronger form; the person changed nothing. */
    void strengthenHash(String newHash) {
        this.passwordHash = newHash;
    }

    AccountId id() {
        if (id == null) {
            throw new IllegalStateException("An account has an id once it is stored");
        }
        return new AccountId(id);
    }

    String passwordHash() {
        return passwordHash;
    }

    SignedIn signedIn() {
        return signedIn(passwordHash);
    }

    /** As a browser remembers the person: what proves it changes when sessions end. */
    SignedIn remembered() {
        return signedIn(passwordHash + "#" + signInGeneration);
    }

    private SignedIn signedIn(String proof) {
        return new SignedIn(details(), proof, signInGeneration);
    }

    /**
     * @throws IllegalStateException for who is no administrator
     */
    Administrator administrator() {
        if (administratorSince == null) {
            throw new IllegalStateException("Not an administrator: " + id().value());
        }
        return new Administrator(id(), fullName, email, administratorSince);
    }

    AccountDetails details() {
        return new AccountDetails(
                id(),
                email,
                fullName,
                phoneE164 == null ? null : new PhoneNumber(phoneE164),
                role,
                operatorCode,
                language,
                emailVerifiedAt,
                createdAt);
    }
}
