package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import java.util.Optional;
import vn.busticket.accounts.SignedIn;
import vn.busticket.bookings.BookingAccess;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Visitors;

/**
 * Changes a paid booking, for those who may see it. The tab is part of the address, and what was
 * chosen is kept, so that Back and a reload lead to the same step with everything.
 */
@Route(value = "bookings/:code/edit", layout = PassengerLayout.class)
@AnonymousAllowed
class BookingEditView extends Div implements BeforeEnterObserver, Titled {

    private final BookingAccess access;
    private final ChangeDesk desk;
    private final WayNames wayNames;
    private final Visitors visitors;
    private final CurrentUser currentUser;
    private String code = "";
    private ChangeTab tab = ChangeTab.PASSENGERS;

    BookingEditView(
            BookingAccess access,
            ChangeDesk desk,
            WayNames wayNames,
            Visitors visitors,
            CurrentUser currentUser) {
        this.access = access;
        this.desk = desk;
        this.wayNames = wayNames;
        this.visitors = visitors;
        this.currentUser = currentUser;
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation("edit.title", code);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElse("").toUpperCase(Locale.ROOT);
        tab = ChangeTab.of(event.getLocation().getQueryParameters().getSingleParameter("tab"));
        openAgain();
    }

    private void openAgain() {
        removeAll();
        access.open(code, visitors.current(), currentUser.signedIn().map(SignedIn::id))
                .ifPresentOrElse(this::open, this::ask);
    }

    private void open(BookingDetails booking) {
        removeAll();
        var obstacle = desk.obstacle(booking);
        if (obstacle.isPresent()) {
            add(ChangeRefused.page(booking, obstacle.get()));
            return;
        }
        var way = wayNames.way(booking.trip(), booking.stretch());
        add(
                new ChangeEditor(
                        booking,
                        tab,
                        way,
                        desk,
                        new ChangeVisitor(visitors.current(), visitors.addressKey()),
                        this::openAgain));
    }

    /** Somebody who has the code only: the answer is the same for a code that does not exist. */
    private void ask() {
        var form =
                new FindBookingForm(
                        Optional.of(code),
                        (known, contact) ->
                                access.find(
                                        known, contact, visitors.current(), visitors.addressKey()));
        form.onFound(this::open);
        add(
                Markup.div(
                        "narrow-page stack",
                        Markup.div(
                                "title flush",
                                new H1(getTranslation("booking.ask.headline", code)),
                                new Paragraph(getTranslation("booking.ask.explanation"))),
                        form));
    }
}
