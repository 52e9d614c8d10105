package vn.busticket.storefront;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.busticket.search.PopularRoute;
import vn.busticket.search.TripSearch;
import vn.busticket.seats.SeatProperties;
import vn.busticket.trips.Places;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Markup;
import vn.busticket.ui.NightRoad;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.PriceTag;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Way;

/** The first screen: where to, the routes that most people take, and what one can rely on. */
@Route(value = "", layout = PassengerLayout.class)
@AnonymousAllowed
public class HomeView extends Div implements BeforeEnterObserver, Titled {

    private static final int POPULAR_ROUTES = 6;

    private final Places places;
    private final SearchReader reader;
    private final SaleDays saleDays;
    private final SearchForm form;

    /** Built by Vaadin. */
    public HomeView(
            TripSearch search,
            Places places,
            SearchReader reader,
            SaleDays saleDays,
            SeatProperties seats) {
        this.places = places;
        this.reader = reader;
        this.saleDays = saleDays;
        this.form = new SearchForm(places, reader, saleDays);
        addClassName("home");
        add(hero(), Markup.div("page search-wrap", form));
        var page = Markup.div("page");
        var routes = new UnorderedList();
        routes.addClassName("routes");
        oneWay(search.popularRoutes(2 * POPULAR_ROUTES))
                .forEach(route -> card(route).ifPresent(routes::add));
        if (routes.getComponentCount() > 0) {
            page.add(section("home.popular", routes));
        }
        page.add(section("home.promises", promises(seats.holdTime().toMinutes())));
        add(page);
    }

    @Override
    public String title() {
        return getTranslation("home.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters().getParameters();
        if (parameters.containsKey("from") || parameters.containsKey("to")) {
            form.fill(reader.read(parameters));
        } else {
            form.recall();
        }
    }

    /** Of there and back, the direction that more coaches drive. */
    private static List<PopularRoute> oneWay(List<PopularRoute> routes) {
        var pairs = new HashSet<Set<String>>();
        return routes.stream()
                .filter(route -> pairs.add(Set.copyOf(List.of(route.fromPlace(), route.toPlace()))))
                .limit(POPULAR_ROUTES)
                .toList();
    }

    private Div hero() {
        var heading = new H1();
        heading.add(
                new Text(getTranslation("home.hero.evening")),
                Markup.element("br"),
                new Text(getTranslation("home.hero.morning")));
        var words = Markup.div("page", heading, new Paragraph(getTranslation("home.hero.words")));
        return Markup.div("hero", new NightRoad(), words);
    }

    private Div section(String headingKey, UnorderedList list) {
        return Markup.div("section", new H2(getTranslation(headingKey)), list);
    }

    private Optional<ListItem> card(PopularRoute route) {
        var formats = Formats.current();
        return places.byCode(route.fromPlace())
                .flatMap(from ->
                        places.byCode(route.toPlace())
                                .map(to ->
                                        new Way(
                                                from.name(formats.language()),
                                                to.name(formats.language()))))
                .map(way -> new ListItem(link(route, way, formats)));
    }

    private Anchor link(PopularRoute route, Way way, Formats formats) {
        var facts =
                getTranslation(
                        "home.route.facts",
                        formats.duration(route.duration()),
                        route.tripsPerDay());
        var from = Markup.span("from", "");
        from.add(
                Markup.element("small", getTranslation("home.route.from")),
                new PriceTag(route.priceFrom()));
        var tomorrow = saleDays.first().plusDays(1);
        var address = SearchAddress.of(route.fromPlace(), route.toPlace(), tomorrow, 1);
        var link = new Anchor(address.link());
        link.add(way, Markup.span("muted", facts), from);
        return link;
    }

    private UnorderedList promises(long holdMinutes) {
        var list = new UnorderedList();
        list.addClassName("promises");
        list.add(
                promise(Sign.RECEIPT, "price", holdMinutes),
                promise(Sign.CLOCK, "hold", holdMinutes),
                promise(Sign.TICKET, "ticket", holdMinutes));
        return list;
    }

    private ListItem promise(Sign sign, String name, long holdMinutes) {
        var heading = Markup.element("b", getTranslation("home.promise." + name, holdMinutes));
        var words = new Paragraph(getTranslation("home.promise." + name + ".words"));
        return new ListItem(new Icon(sign), new Div(heading, words));
    }
}
