package vn.busticket.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import vn.busticket.shared.BusinessRuleViolation;

/** Tells why a screen cannot be opened: the refusal in its own words. */
@AnonymousAllowed
@ParentLayout(PassengerLayout.class)
public class RefusedView extends Div implements HasErrorParameter<BusinessRuleViolation>, Titled {

    /** Built by Vaadin. */
    public RefusedView() {
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation("ui.refused.headline");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<BusinessRuleViolation> parameter) {
        var refusal = parameter.getException();
        add(
                EmptyState.ofPage(
                        Scene.STOPPED,
                        getTranslation("ui.refused.headline"),
                        getTranslation(refusal.messageKey(), refusal.arguments()),
                        new ActionLink(Look.PRIMARY, getTranslation("ui.goSearch"), "./"),
                        new ActionLink(Look.PLAIN, getTranslation("ui.goFind"), "bookings/find")));
        return refusal.retryAfterSeconds().isPresent()
                ? later(refusal.retryAfterSeconds().getAsLong())
                : HttpServletResponse.SC_CONFLICT;
    }

    private static int later(long seconds) {
        var response = VaadinResponse.getCurrent();
        if (response != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return HttpStatus.TOO_MANY_REQUESTS.value();
    }
}
