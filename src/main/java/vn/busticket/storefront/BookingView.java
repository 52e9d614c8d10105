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
import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.SignedIn;
import vn.busticket.bookings.BookingAccess;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Visitors;

/**
 * A booking, for those who may see it; everybody else is asked for a contact of it, whether or not
 * the code exists.
 */
@Route(value = "bookings/:code", layout = PassengerLayout.class)
@AnonymousAllowed
class BookingView extends Div implements BeforeEnterObserver, Titled {

    private final BookingAccess access;
    private final BookingScreen screen;
    private final Visitors visitors;
    private final CurrentUser currentUser;
    private String code = "";
    private @Nullable BookingCase shown;

    BookingView(
            BookingAccess access,
            BookingScreen screen,
            Visitors visitors,
            CurrentUser currentUser) {
        this.access = access;
        this.screen = screen;
        this.visitors = visitors;
        this.currentUser = currentUser;
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation("booking.title", code);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElse("").toUpperCase(Locale.ROOT);
        removeAll();
        shown = null;
        access.open(code, visitors.current(), currentUser.signedIn().map(SignedIn::id))
                .ifPresentOrElse(this::open, this::ask);
    }

    private void open(BookingDetails booking) {
        show(screen.look(booking));
        screen.watch(this, booking, this::refresh);
    }

    private void refresh() {
        var before = shown;
        if (before == null) {
            return;
        }
        var now = screen.look(before.booking());
        if (!now.equals(before)) {
            showUnlessSomethingIsAsked(now);
        }
    }

    /**
     * Whoever answers a question loses nothing that was picked or typed; the next look shows it.
     */
    private void showUnlessSomethingIsAsked(BookingCase now) {
        getElement()
                .executeJs("return this.querySelector('dialog[open]') !== null")
                .then(
                        Boolean.class,
                        isAsked -> {
                            if (!isAsked) {
                                show(now);
                            }
                        });
    }

    private void show(BookingCase now) {
        removeAll();
        shown = now;
        add(screen.content(now, visitors.current(), visitors.addressKey(), () -> showAgain(now)));
    }

    /** After something was done here: read from the top. */
    private void showAgain(BookingCase before) {
        show(screen.look(before.booking()));
        getElement().executeJs("document.getElementById('content').focus(); window.scrollTo(0, 0)");
    }

    /** Somebody who has the code only: the answer is the same for a code that does not exist. */
    private void ask() {
        var form =
                new FindBookingForm(
                        Optional.of(code),
                        (known, contact) ->
                                access.find(
                                        known, contact, visitors.current(), visitors.addressKey()));
        form.onFound(booking -> {
            removeAll();
            open(booking);
        });
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
