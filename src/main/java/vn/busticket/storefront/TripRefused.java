package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Optional;
import vn.busticket.shared.VietnamTime;
import vn.busticket.trips.Place;
import vn.busticket.trips.Trip;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Scene;

/**
 * Why seats of a trip cannot be picked, and where to go on: other trips between the same places.
 */
final class TripRefused extends Div {

    private final String headline;

    private TripRefused(String headlineKey, String wordsKey, Optional<String> otherTrips) {
        headline = getTranslation(headlineKey);
        var actions = new ArrayList<Component>();
        otherTrips.ifPresent(link ->
                actions.add(new ActionLink(Look.PRIMARY, getTranslation("trip.others"), link)));
        actions.add(
                new ActionLink(
                        otherTrips.isPresent() ? Look.PLAIN : Look.PRIMARY,
                        getTranslation("ui.goSearch"),
                        "./"));
        add(
                Markup.div(
                        "page",
                        EmptyState.ofPage(
                                Scene.NO_TRIPS,
                                headline,
                                getTranslation(wordsKey),
                                actions.toArray(Component[]::new))));
    }

    /** There is no such trip. */
    static TripRefused unknown(SearchReader reader, TripAddress address) {
        var link = link(reader, address.from(), address.to(), Optional.empty(), address);
        return new TripRefused("trip.unknown", "trip.unknown.words", link);
    }

    /** The trip does not go there, or not in that order. */
    static TripRefused wrongStops(SearchReader reader, Trip trip, TripAddress address) {
        var link = link(reader, address.from(), address.to(), Optional.of(trip), address);
        return new TripRefused("trip.wrongStops", "trip.wrongStops.words", link);
    }

    /** The trip has left, is cancelled, or its sale is over. */
    static TripRefused notOnSale(
            SearchReader reader, Trip trip, StretchChoice choice, TripAddress address) {
        var link = link(reader, choice.fromPlace(), choice.toPlace(), Optional.of(trip), address);
        return trip.state() == Trip.State.CANCELLED
                ? new TripRefused("trip.cancelled", "trip.cancelled.words", link)
                : new TripRefused("trip.gone", "trip.gone.words", link);
    }

    String title() {
        return headline;
    }

    private static Optional<String> link(
            SearchReader reader, String from, String to, Optional<Trip> trip, TripAddress address) {
        var day =
                trip.map(found -> VietnamTime.dayOf(found.departsAt(0)))
                        .filter(departure -> !departure.isBefore(reader.today()))
                        .orElse(reader.today());
        return reader.place(from)
                .map(Place::code)
                .flatMap(start ->
                        reader.place(to)
                                .map(Place::code)
                                .filter(end -> !end.equals(start))
                                .map(end ->
                                        SearchAddress.of(start, end, day, address.passengers())
                                                .link()));
    }
}
