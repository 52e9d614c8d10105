package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.busticket.ui.Titled;

/** What runs, on what, and why: a part for each bean that has something to say. */
@Route(value = SystemView.ADDRESS, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class SystemView extends Div implements BeforeEnterObserver, Titled {

    static final String ADDRESS = "admin/system";

    private final List<SystemPart> parts;

    SystemView(List<SystemPart> parts) {
        this.parts = parts;
        addClassName("desk-stack");
    }

    @Override
    public String title() {
        return getTranslation("desk.system");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHead(title()).saying(getTranslation("desk.system.what")));
        parts.forEach(part -> add(part.draw()));
    }
}
