package vn.busticket.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Tells a signed-in person that this screen is for others. */
@AnonymousAllowed
@ParentLayout(PassengerLayout.class)
public class AccessDeniedView extends Div
        implements HasErrorParameter<AccessDeniedException>, Titled {

    /** Built by Vaadin. */
    public AccessDeniedView() {
        addClassName("page");
        add(
                EmptyState.ofPage(
                        Scene.STOPPED,
                        getTranslation("ui.denied.headline"),
                        getTranslation("ui.denied.explanation"),
                        new ActionLink(Look.PRIMARY, getTranslation("ui.goSearch"), "./")));
    }

    @Override
    public String title() {
        return getTranslation("ui.denied.headline");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
