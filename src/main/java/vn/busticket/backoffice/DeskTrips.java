package vn.busticket.backoffice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.Departures;
import vn.busticket.trips.Places;
import vn.busticket.trips.Stop;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;
import vn.busticket.ui.Formats;

/** Trips as staff screens name them, in the language of the screen. */
@Component
class DeskTrips {

    private final Departures departures;
    private final Trips trips;
    private final Places places;

    DeskTrips(Departures departures, Trips trips, Places places) {
        this.departures = departures;
        this.trips = trips;
        this.places = places;
    }

    List<TripId> leaving(Instant from, Instant until, int most) {
        return departures.between(from, until, most);
    }

    /** A trip with how many passengers it has. */
    Optional<LeavingSoon> show(TripId id, int passengers) {
        return trips.find(id)
                .map(trip ->
                        new LeavingSoon(
                                trip.departsAt(0),
                                way(trip, new Stretch(0, trip.stops().size() - 1)),
                                trip.operator().name(),
                                passengers,
                                trip.layout().seatCount()));
    }

    /** A stretch of a trip by the places at its ends: {@code Sài Gòn → Đà Lạt}. */
    String way(Trip trip, Stretch stretch) {
        return name(trip.stopAt(stretch.from()).stop())
                + " → "
                + name(trip.stopAt(stretch.to()).stop());
    }

    private String name(Stop stop) {
        var language = Formats.current().language();
        return places.byCode(stop.placeCode())
                .map(place -> place.name(language))
                .orElseGet(() -> stop.name(language));
    }
}
