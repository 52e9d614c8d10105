package vn.busticket.ui;

import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.busticket.accounts.SignedIn;

/**
 * Leads administrators who proved the password only to the page for the second factor, whichever
 * page that needs a sign-in they ask for. Within an open page {@link SecondFactorGate} does so.
 */
class SecondFactorFilter extends OncePerRequestFilter {

    private final RequestUtil routes;
    private final SecurityContextHolderStrategy people;

    SecondFactorFilter(RequestUtil routes, SecurityContextHolderStrategy people) {
        this.routes = routes;
        this.people = people;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || request.getServletPath().equals(SignInPage.SECOND_FACTOR);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isHalfway() && isPageForSignedIn(request)) {
            SignInPage.returnTo(request, address(request));
            response.sendRedirect(SignInPage.SECOND_FACTOR);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isHalfway() {
        var authentication = people.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedIn person
                && !person.isComplete();
    }

    /** Vaadin counts pages for everybody among those that it looks after as well. */
    private boolean isPageForSignedIn(HttpServletRequest request) {
        return !routes.isFrameworkInternalRequest(request)
                && routes.isSecuredFlowRoute(request)
                && !routes.isAnonymousRoute(request);
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
