package vn.busticket.ui;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Leads people who signed in to the page they were refused, else to the one they came from, else to
 * the first.
 */
class ReturnAfterSignIn extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        var cameFrom = SignInPage.takeDestination(request);
        var refused = super.determineTargetUrl(request, response);
        return refused.equals(getDefaultTargetUrl()) && cameFrom != null ? cameFrom : refused;
    }
}
