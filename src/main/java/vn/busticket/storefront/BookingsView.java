package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.busticket.accounts.SignedIn;
import vn.busticket.bookings.BookingPage;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.BookingSection;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Scene;
import vn.busticket.ui.Titled;

/** The bookings of the person who is signed in; section and page are part of the address. */
@Route(value = "bookings", layout = PassengerLayout.class)
@PermitAll
class BookingsView extends Div implements BeforeEnterObserver, Titled {

    private static final int BOOKINGS_ON_A_PAGE = 10;

    private final BookingQueries bookings;
    private final CurrentUser currentUser;
    private final WayNames wayNames;

    BookingsView(BookingQueries bookings, CurrentUser currentUser, WayNames wayNames) {
        this.bookings = bookings;
        this.currentUser = currentUser;
        this.wayNames = wayNames;
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation("bookings.headline");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var section = section(asked.getSingleParameter("section"));
        var number = page(asked.getSingleParameter("page"));
        removeAll();
        var list = Markup.div("middle-page", new H1(title()), tabs(section));
        list.addClassName("bookings");
        currentUser
                .signedIn()
                .map(SignedIn::id)
                .map(person -> bookings.ofAccount(person, section, number, BOOKINGS_ON_A_PAGE))
                .ifPresent(page -> list.add(panel(section, page)));
        add(list);
    }

    private Nav tabs(BookingSection current) {
        var tabs = new Nav();
        tabs.addClassName("tabs");
        tabs.getElement().setAttribute("role", "tablist");
        tabs.getElement().setAttribute("aria-label", title());
        for (var section : BookingSection.values()) {
            var tab =
                    new Anchor(address(section, 0), getTranslation("bookings.section." + section));
            tab.getElement().setAttribute("role", "tab");
            tab.getElement().setAttribute("aria-selected", String.valueOf(section == current));
            tab.getElement().setAttribute("aria-controls", "bookings-list");
            tabs.add(tab);
        }
        return tabs;
    }

    private Component panel(BookingSection section, BookingPage page) {
        var panel = new Div();
        panel.setId("bookings-list");
        panel.getElement().setAttribute("role", "tabpanel");
        panel.getElement()
                .setAttribute("aria-label", getTranslation("bookings.section." + section));
        if (page.bookings().isEmpty()) {
            panel.add(nothing(section));
            return panel;
        }
        var list = new UnorderedList();
        list.addClassName("trips");
        page.bookings()
                .forEach(booking ->
                        list.add(
                                new BookingCard(
                                        booking, wayNames.way(booking.trip(), booking.stretch()))));
        panel.add(list);
        if (page.pageCount() > 1) {
            panel.add(pages(section, page));
        }
        return panel;
    }

    private Component nothing(BookingSection section) {
        return EmptyState.ofPart(
                Scene.FIND_TICKET,
                getTranslation("bookings.nothing." + section),
                getTranslation("bookings.nothing.explanation"),
                new ActionLink(Look.STRONG, getTranslation("ui.goSearch"), "./"),
                new ActionLink(Look.PLAIN, getTranslation("ui.goFind"), "bookings/find"));
    }

    private Component pages(BookingSection section, BookingPage page) {
        var pages = new Nav();
        pages.addClassNames("actions", "spaced");
        pages.getElement().setAttribute("aria-label", getTranslation("bookings.pages"));
        if (page.number() > 0) {
            pages.add(
                    new ActionLink(
                            Look.PLAIN,
                            getTranslation("bookings.pages.before"),
                            address(section, page.number() - 1)));
        }
        pages.add(
                Markup.span(
                        "muted",
                        getTranslation(
                                "bookings.pages.where", page.number() + 1, page.pageCount())));
        if (page.number() + 1 < page.pageCount()) {
            pages.add(
                    new ActionLink(
                            Look.PLAIN,
                            getTranslation("bookings.pages.after"),
                            address(section, page.number() + 1)));
        }
        return pages;
    }

    private static String address(BookingSection section, int page) {
        var parameters =
                QueryParameters.simple(
                        Map.of(
                                "section", section.name().toLowerCase(Locale.ROOT),
                                "page", Integer.toString(page + 1)));
        return "bookings?" + parameters.getQueryString();
    }

    static BookingSection section(Optional<String> asked) {
        return asked.flatMap(name ->
                        Arrays.stream(BookingSection.values())
                                .filter(one -> one.name().equalsIgnoreCase(name))
                                .findFirst())
                .orElse(BookingSection.UPCOMING);
    }

    /** The page that was asked for, from 0; the first for anything that is no page. */
    static int page(Optional<String> asked) {
        return asked.filter(number -> number.matches("[1-9]\\d{0,4}"))
                .map(number -> Integer.parseInt(number) - 1)
                .orElse(0);
    }
}
