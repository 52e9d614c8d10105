package vn.busticket.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.SignedIn;

/**
 * Ends a session at the first request after its person signed out everywhere, got another password
 * or lost a role: screens that are still open could otherwise go on deciding. Pages lead to the
 * sign-in; a call of an open screen meets no session, which Vaadin tells the browser. Asks the
 * database each time, so that no node needs a notice.
 *
 * <p>Who asks is read where the other filters of this chain keep it, never by the static holder:
 * that belongs to whichever application of the process was started last, and would show nobody.
 */
class EndedSessionFilter extends OncePerRequestFilter {

    private final AccountQueries accounts;
    private final SecurityContextHolderStrategy people;
    private final SecurityContextLogoutHandler sessions = new SecurityContextLogoutHandler();

    EndedSessionFilter(AccountQueries accounts, SecurityContextHolderStrategy people) {
        this.accounts = accounts;
        this.people = people;
        sessions.setSecurityContextHolderStrategy(people);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PublicPaths.contain(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = people.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn person
                && !accounts.mayStay(person)) {
            sessions.logout(request, response, authentication);
            if (request.getMethod().equals("GET")) {
                response.sendRedirect(SignInPage.PATH);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
