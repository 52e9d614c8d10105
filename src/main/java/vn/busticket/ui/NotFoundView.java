package vn.busticket.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Tells that there is nothing at this address, and where to go on. */
@AnonymousAllowed
@ParentLayout(PassengerLayout.class)
public class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, Titled {

    /** Built by Vaadin. */
    public NotFoundView() {
        addClassName("page");
        add(
                EmptyState.ofPage(
                        Scene.NO_TRIPS,
                        getTranslation("ui.notFound.headline"),
                        getTranslation("ui.notFound.explanation"),
                        new ActionLink(Look.PRIMARY, getTranslation("ui.goSearch"), "./"),
                        new ActionLink(Look.PLAIN, getTranslation("ui.goFind"), "bookings/find")));
    }

    @Override
    public String title() {
        return getTranslation("ui.notFound.headline");
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
