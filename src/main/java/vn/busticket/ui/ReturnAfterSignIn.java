package vn.busticket.ui;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.Role;
import vn.busticket.accounts.SignedIn;

/**
 * Leads people who signed in to the page they were refused, else to the one they came from, else to
 * the first: staff to the first of theirs. From then on they read the language of their account.
 */
class ReturnAfterSignIn extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    private static final Map<Role, String> FIRST_OF_STAFF =
            Map.of(Role.ADMINISTRATOR, "/admin", Role.OPERATOR_STAFF, "/operator");

    private final AccountQueries accounts;

    ReturnAfterSignIn(AccountQueries accounts) {
        this.accounts = accounts;
        setRedirectStrategy(ReturnAfterSignIn::redirect);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        if (person.getPrincipal() instanceof SignedIn signedIn) {
            accounts.find(signedIn.id())
                    .map(account ->
                            VisitorLanguage.remembering(account.language(), request.isSecure()))
                    .ifPresent(response::addCookie);
        }
        super.onAuthenticationSuccess(request, response, person);
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        var cameFrom = SignInPage.takeDestination(request);
        var refused = super.determineTargetUrl(request, response);
        return refused.equals(getDefaultTargetUrl()) && cameFrom != null ? cameFrom : refused;
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        var target = determineTargetUrl(request, response);
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedIn person
                        && target.equals(getDefaultTargetUrl())
                ? FIRST_OF_STAFF.getOrDefault(person.role(), target)
                : target;
    }

    /** Without scheme and host, which a proxy in front may have changed. */
    private static void redirect(
            HttpServletRequest request, HttpServletResponse response, String url)
            throws IOException {
        var target = URI.create(url);
        var query = target.getRawQuery();
        var path = target.getRawPath();
        response.sendRedirect(query == null ? path : path + "?" + query);
    }
}
