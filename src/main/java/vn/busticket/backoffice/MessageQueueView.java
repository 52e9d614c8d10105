package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.busticket.notifications.MessageFilter;
import vn.busticket.ui.Titled;

/** What waits to be sent; search and page are part of the address. */
@Route(value = "admin/notifications", layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class MessageQueueView extends Div implements BeforeEnterObserver, Titled {

    private final MessageList list;

    MessageQueueView(MessageWork desk) {
        list = new MessageList(MessageTab.QUEUE, MessageFilter.QUEUED, List.of(), desk);
        add(list);
    }

    @Override
    public String title() {
        return MessageFrame.title(MessageTab.QUEUE);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation().getQueryParameters());
    }
}
