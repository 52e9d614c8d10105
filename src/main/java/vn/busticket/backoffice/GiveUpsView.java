package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.busticket.notifications.MessageFilter;
import vn.busticket.ui.Titled;

/** What was refused or given up and nobody has sent again. */
@Route(value = "admin/notifications/give-ups", layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class GiveUpsView extends Div implements BeforeEnterObserver, Titled {

    private final MessageList list;

    GiveUpsView(MessageWork desk) {
        list =
                new MessageList(
                        MessageTab.GIVE_UPS,
                        MessageFilter.FOR_STAFF,
                        List.of(MessageFilter.REJECTED, MessageFilter.GIVEN_UP),
                        desk);
        add(list);
    }

    @Override
    public String title() {
        return MessageFrame.title(MessageTab.GIVE_UPS);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation().getQueryParameters());
    }
}
