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
    static Account passenger(Registration registration, String passwordHash, Instant now) {
        var account =
                new Account(
                        registration.email(),
                        passwordHash,
                        registration.fullName(),
                        Role.PASSENGER,
                        registration.language(),
                        now);
        account.phoneE164 = registration.phone().e164();
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

    void changeName(String newFullName) {
        this.fullName = newFullName.strip();
    }

    void changePhone(@Nullable PhoneNumber newPhone) {
        this.phoneE164 = newPhone == null ? null : newPhone.e164();
    }

    void speak(Language newLanguage) {
        this.language = newLanguage;
    }

    void changePassword(String newHash, Instant now) {
        this.passwordHash = newHash;
        this.passwordChangedAt = now;
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
        return new SignedIn(id(), email, passwordHash, role, operatorCode);
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
