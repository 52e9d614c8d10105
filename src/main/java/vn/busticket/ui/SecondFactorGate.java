package vn.busticket.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.ListenerPriority;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/**
 * Leads administrators who proved the password only to the page for the second factor when they
 * move within an open page. Asked before Vaadin's own check, which would refuse them for good.
 */
@ListenerPriority(100)
final class SecondFactorGate implements BeforeEnterListener {

    private final transient CurrentUser currentUser;

    SecondFactorGate(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var location = event.getLocation();
        if (("/" + location.getPath()).equals(SignInPage.SECOND_FACTOR)
                || event.getNavigationTarget().isAnnotationPresent(AnonymousAllowed.class)
                || currentUser.halfway().isEmpty()) {
            return;
        }
        SignInPage.returnTo(location.getPathWithQueryParameters());
        event.forwardTo(SignInPage.SECOND_FACTOR.substring(1));
    }
}
