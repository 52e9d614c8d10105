package vn.busticket.storefront;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.busticket.search.TripQuery;
import vn.busticket.search.TripSearch;
import vn.busticket.trips.Places;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Banner;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Scene;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Skeleton;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Tone;

/** The trips between two places on a day; the whole state stands in the address. */
@Route(value = "trips", layout = PassengerLayout.class)
@AnonymousAllowed
public class ResultsView extends Div implements BeforeEnterObserver, Titled {

    private static final Logger LOG = LoggerFactory.getLogger(ResultsView.class);
    private static final int DAYS_EACH_SIDE = 3;

    /** A search that takes longer shows the shape of what comes. */
    private static final long PATIENCE_MILLIS = 300;

    private static final Executor THREADS = Thread::startVirtualThread;

    private final TripSearch search;
    private final Places places;
    private final SearchReader reader;
    private final SaleDays saleDays;
    private final VisitorSteps steps;
    private String title = getTranslation("results.title");
    private @Nullable FoundTrips found;
    private @Nullable String touched;

    /** Built by Vaadin. */
    public ResultsView(
            TripSearch search,
            Places places,
            SearchReader reader,
            SaleDays saleDays,
            VisitorSteps steps) {
        this.search = search;
        this.places = places;
        this.reader = reader;
        this.saleDays = saleDays;
        this.steps = steps;
        addClassName("with-bar");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var read = reader.read(event.getLocation().getQueryParameters().getParameters());
        removeAll();
        read.address().ifPresentOrElse(address -> open(read, address), () -> askAgain(read));
    }

    private void open(ReadSearch read, SearchAddress address) {
        var formats = Formats.current();
        var from = read.from().orElseThrow().name(formats.language());
        var to = read.to().orElseThrow().name(formats.language());
        title = getTranslation("results.titleOf", from, to, formats.shortDate(address.day()));
        var facts =
                formats.date(address.day())
                        + " · "
                        + getTranslation("search.passengerCount", address.passengers());
        var edit =
                new ActionLink(Look.PLAIN, getTranslation("results.edit"), address.formLink())
                        .with(Sign.EDIT);
        var page = Markup.div("page");
        add(new TripBar(from, to, facts, edit), page);
        for (var problem : read.problems()) {
            page.add(
                    new Banner(
                            Tone.INFO,
                            getTranslation(problem.messageKey()),
                            " " + getTranslation(problem.messageKey() + ".shown")));
        }
        find(address, page);
    }

    private void find(SearchAddress address, Div page) {
        var place = new Div();
        page.add(place);
        if (found != null && found.query().equals(address.query())) {
            show(found, address, place);
            return;
        }
        var searching = CompletableFuture.supplyAsync(() -> search(address.query()), THREADS);
        try {
            show(searching.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS), address, place);
        } catch (TimeoutException slow) {
            place.add(new Skeleton(4, getTranslation("results.searching")));
            var ui = UI.getCurrent();
            searching.whenComplete((trips, failure) ->
                    ui.access(() -> {
                        if (failure == null) {
                            show(trips, address, place);
                        } else {
                            fail(failure, place);
                        }
                    }));
        } catch (ExecutionException failed) {
            fail(failed, place);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            fail(stopped, place);
        }
    }

    private FoundTrips search(TripQuery query) {
        var prices =
                search.lowestPrices(
                        query.fromPlace(),
                        query.toPlace(),
                        query.day(),
                        DAYS_EACH_SIDE,
                        query.passengers());
        return new FoundTrips(query, search.search(query).offers(), prices);
    }

    private void show(FoundTrips trips, SearchAddress address, Div place) {
        if (!trips.equals(found)) {
            steps.searched(trips);
        }
        found = trips;
        place.removeAll();
        place.add(new ResultList(address, trips, saleDays, touched, changed -> touched = changed));
        touched = null;
    }

    private void fail(Throwable failure, Div place) {
        LOG.error("Search failed", failure);
        place.removeAll();
        place.add(
                EmptyState.ofPart(
                        Scene.STOPPED,
                        getTranslation("results.failed"),
                        getTranslation("results.failed.words"),
                        new ActionButton(
                                        Look.PRIMARY,
                                        getTranslation("ui.error.retry"),
                                        () -> UI.getCurrent().getPage().reload())
                                .with(Sign.REFRESH)));
    }

    private void askAgain(ReadSearch read) {
        title = getTranslation("results.title");
        var form = new SearchForm(places, reader, saleDays);
        form.fill(read);
        form.explain(read);
        var heading = Markup.div("title", new H1(getTranslation("results.askAgain")));
        var page = Markup.div("page ask-again", heading);
        page.add(form);
        add(page);
    }
}
