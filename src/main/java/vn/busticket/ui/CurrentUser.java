package vn.busticket.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.SignedIn;

/** Who is signed in on the current screen. */
@Component
public class CurrentUser {

    private final AuthenticationContext authentication;
    private final AccountQueries accounts;
    private final SecurityContextHolderStrategy people;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    CurrentUser(
            AuthenticationContext authentication,
            AccountQueries accounts,
            SecurityContextHolderStrategy people) {
        this.authentication = authentication;
        this.accounts = accounts;
        this.people = people;
    }

    /**
     * The account and its role, without asking the database; empty for guests, and for who still
     * has to prove the second factor.
     */
    public Optional<SignedIn> signedIn() {
        return known().filter(SignedIn::isComplete);
    }

    /** Who proved the password and still has to prove the second factor. */
    public Optional<SignedIn> halfway() {
        return known().filter(person -> !person.isComplete());
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
     * Signs in on this browser who has just proved to be the person of that account, or goes on
     * with a session of that person when all others were ended; the session gets a new name.
     */
    public void signIn(AccountId id) {
        signIn(
                known().filter(person -> person.id().equals(id))
                        .map(accounts::renewed)
                        .orElseGet(() -> accounts.person(id)));
    }

    /** Goes on as a person who has just proved more than before; the session gets a new name. */
    public void signIn(SignedIn person) {
        var context = people.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        person, null, person.getAuthorities()));
        var request = ((VaadinServletRequest) VaadinRequest.getCurrent()).getHttpServletRequest();
        var response =
                ((VaadinServletResponse) VaadinResponse.getCurrent()).getHttpServletResponse();
        request.changeSessionId();
        people.setContext(context);
        sessions.saveContext(context, request, response);
    }

    /** Ends the session of this browser, forgets it, and leads to the first page. */
    public void signOut() {
        authentication.logout();
    }

    private Optional<SignedIn> known() {
        return Optional.ofNullable(people.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }
}
