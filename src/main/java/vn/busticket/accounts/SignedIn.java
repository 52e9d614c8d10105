package vn.busticket.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is signed in, as the session remembers it: only what never changes during a session. */
public final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final AccountId id;
    private final String email;
    private final Role role;
    private final @Nullable String operatorCode;
    private final int generation;
    private final boolean isVerified;
    private @Nullable String passwordHash;

    SignedIn(AccountDetails person, String passwordHash, int generation) {
        this.id = person.id();
        this.email = person.email();
        this.passwordHash = passwordHash;
        this.role = person.role();
        this.operatorCode = person.operatorCode();
        this.generation = generation;
        this.isVerified = person.isEmailVerified();
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

    int generation() {
        return generation;
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
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
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
