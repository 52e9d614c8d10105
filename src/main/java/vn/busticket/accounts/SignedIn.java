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
    private @Nullable String passwordHash;

    SignedIn(
            AccountId id,
            String email,
            String passwordHash,
            Role role,
            @Nullable String operatorCode) {
        this.id = id;
        this.email = email;
        this.passwordHash = passwordHash;
        this.role = role;
        this.operatorCode = operatorCode;
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
