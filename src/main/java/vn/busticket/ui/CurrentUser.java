package vn.busticket.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.servlet.ServletException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.SignedIn;
import vn.busticket.shared.EmailAddress;

/** Who is signed in on the current screen. */
@Component
public class CurrentUser {

    private final AuthenticationContext authentication;
    private final AccountQueries accounts;

    CurrentUser(AuthenticationContext authentication, AccountQueries accounts) {
        this.authentication = authentication;
        this.accounts = accounts;
    }

    /** The account and its role, without asking the database; empty for guests. */
    public Optional<SignedIn> signedIn() {
        return authentication.getAuthenticatedUser(SignedIn.class);
    }

    /** Name, e-mail and phone as they are now; empty for guests. */
    public Optional<AccountDetails> details() {
        return signedIn().flatMap(person -> accounts.find(person.id()));
    }

    /** True if somebody is signed in. */
    public boolean isSignedIn() {
        return signedIn().isPresent();
    }

    /**
     * Signs in a person who has just proved to know the password, on this browser; the session gets
     * a new name.
     *
     * @throws IllegalStateException if e-mail and password do not belong together
     */
    public void signIn(EmailAddress email, String password) {
        var request = ((VaadinServletRequest) VaadinRequest.getCurrent()).getHttpServletRequest();
        try {
            request.login(email.value(), password);
        } catch (ServletException refused) {
            throw new IllegalStateException("Signing in after registering failed", refused);
        }
        request.changeSessionId();
    }

    /** Ends the session of this browser, forgets it, and leads to the first page. */
    public void signOut() {
        authentication.logout();
    }
}
