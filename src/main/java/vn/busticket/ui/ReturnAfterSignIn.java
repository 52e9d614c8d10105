package vn.busticket.ui;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/**
 * Leads people who signed in to the page they were refused, else to the one they came from, else to
 * the first.
 */
class ReturnAfterSignIn extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    ReturnAfterSignIn() {
        setRedirectStrategy(ReturnAfterSignIn::redirect);
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        var cameFrom = SignInPage.takeDestination(request);
        var refused = super.determineTargetUrl(request, response);
        return refused.equals(getDefaultTargetUrl()) && cameFrom != null ? cameFrom : refused;
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
