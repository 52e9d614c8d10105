package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.busticket.notifications.MessageFilter;
import vn.busticket.ui.Titled;

/** What was sent, or not, and every attempt; search, filter and page are part of the address. */
@Route(value = "admin/notifications/log", layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class MessageLogView extends Div implements BeforeEnterObserver, Titled {

    private final MessageList list;

    MessageLogView(MessageWork desk) {
        list =
                new MessageList(
                        MessageTab.LOG,
                        MessageFilter.ENDED,
                        List.of(
                                MessageFilter.SENT,
                                MessageFilter.REJECTED,
                                MessageFilter.GIVEN_UP,
                                MessageFilter.OVERTAKEN,
                                MessageFilter.UNWANTED),
                        desk);
        add(list);
    }

    @Override
    public String title() {
        return MessageFrame.title(MessageTab.LOG);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation().getQueryParameters());
    }
}
