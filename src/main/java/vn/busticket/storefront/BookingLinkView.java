package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import vn.busticket.bookings.BookingAccess;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Look;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Scene;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Visitors;

/** The link from the e-mail: lets this browser see the booking and leads to it. */
@Route(value = "b/:token", layout = PassengerLayout.class)
@AnonymousAllowed
class BookingLinkView extends Div implements BeforeEnterObserver, Titled {

    private final BookingAccess access;
    private final Visitors visitors;

    BookingLinkView(BookingAccess access, Visitors visitors) {
        this.access = access;
        this.visitors = visitors;
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation("booking.link.headline");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getRouteParameters().get("token").orElse("");
        access.openByLink(token, visitors.current())
                .ifPresentOrElse(
                        booking -> event.forwardTo("bookings/" + booking.code()),
                        this::showNothing);
    }

    private void showNothing() {
        add(
                EmptyState.ofPage(
                        Scene.FIND_TICKET,
                        title(),
                        getTranslation("booking.link.explanation"),
                        new ActionLink(
                                Look.PRIMARY, getTranslation("ui.goFind"), "bookings/find")));
    }
}
