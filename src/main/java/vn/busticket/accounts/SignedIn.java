package vn.busticket.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who is signed in, as the session remembers it: only what never changes during a session. The role
 * of an administrator counts only together with the second factor.
 */
public final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 2;
    private static final String SECOND_FACTOR = "TOTP";

    private final AccountId id;
    private final String email;
    private final Role role;
    private final @Nullable String operatorCode;
    private final int generation;
    private final boolean isVerified;
    private final @Nullable Instant secondFactorAt;
    private @Nullable String passwordHash;

    SignedIn(AccountDetails person, String passwordHash, int generation) {
        this.id = person.id();
        this.email = person.email();
        this.passwordHash = passwordHash;
        this.role = person.role();
        this.operatorCode = person.operatorCode();
        this.generation = generation;
        this.isVerified = person.isEmailVerified();
        this.secondFactorAt = null;
    }

    private SignedIn(SignedIn person, @Nullable Instant secondFactorAt) {
        this.id = person.id;
        this.email = person.email;
        this.passwordHash = null;
        this.role = person.role;
        this.operatorCode = person.operatorCode;
        this.generation = person.generation;
        this.isVerified = person.isVerified;
        this.secondFactorAt = secondFactorAt;
    }

    /** The account. */
    public AccountId id() {
        return id;
    }

    /** What this person may do. */
    public Role role() {
        return role;
    }

    /** The coach company of operator staff, null for everybody else. */
    public @Nullable String operatorCode() {
        return operatorCode;
    }

    /** False for an administrator who did not prove the second factor in this session. */
    public boolean isComplete() {
        return role != Role.ADMINISTRATOR || secondFactorAt != null;
    }

    int generation() {
        return generation;
    }

    SignedIn withSecondFactor(Instant provedAt) {
        return new SignedIn(this, provedAt);
    }

    /** The same person after a change of the account, having proved as much as before. */
    SignedIn asProvedBy(SignedIn before) {
        return new SignedIn(this, before.secondFactorAt);
    }

    /**
     * False until the mailbox is proved. Spring Security asks this after it compared the password,
     * so that an unproved mailbox and a wrong password take the same time and get the same answer.
     */
    @Override
    public boolean isCredentialsNonExpired() {
        return isVerified;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        if (!isComplete()) {
            return List.of();
        }
        var mayDo = new SimpleGrantedAuthority("ROLE_" + role.name());
        return secondFactorAt == null
                ? List.of(mayDo)
                : List.of(
                        mayDo,
                        FactorGrantedAuthority.withFactor(SECOND_FACTOR)
                                .issuedAt(secondFactorAt)
                                .build());
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }

    @Override
    public String toString() {
        return "SignedIn[" + id.value() + ", " + role + "]";
    }
}
