package vn.busticket.ui;

import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.SignedIn;

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

    /** Ends the session of this browser, forgets it, and leads to the first page. */
    public void signOut() {
        authentication.logout();
    }
}
