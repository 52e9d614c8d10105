package vn.busticket.backoffice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDeskQueries;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.VietnamTime;
import vn.busticket.trips.Buses;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripDeskQueries;
import vn.busticket.trips.TripId;
import vn.busticket.trips.TripSearch;
import vn.busticket.trips.Trips;
import vn.busticket.ui.Formats;

/** All that the list of trips asks of the rooms below. */
@Component
class TripWork {

    private final TripDeskQueries queries;
    private final Trips trips;
    private final Buses buses;
    private final BookingDeskQueries bookings;
    private final DeskTrips names;
    private final Clock clock;

    TripWork(
            TripDeskQueries queries,
            Trips trips,
            Buses buses,
            BookingDeskQueries bookings,
            DeskTrips names,
            Clock clock) {
        this.queries = queries;
        this.trips = trips;
        this.buses = buses;
        this.bookings = bookings;
        this.names = names;
        this.clock = clock;
    }

    LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    int count(TripSearch search) {
        return queries.count(search);
    }

    List<TripRow> rows(TripSearch search, int offset, int limit) {
        var ids = queries.page(search, offset, limit);
        var passengers = bookings.passengers(ids);
        return ids.stream()
                .map(trips::findAnew)
                .flatMap(Optional::stream)
                .map(trip -> row(trip, passengers))
                .toList();
    }

    /** The names of all routes by their codes. */
    Map<String, String> routes() {
        return queries.routes(Formats.current().language());
    }

    /** The names of all companies by their codes. */
    Map<String, String> operators() {
        return queries.operators();
    }

    private TripRow row(Trip trip, Map<TripId, Integer> passengers) {
        var type = trip.busType().name(Formats.current().language());
        return new TripRow(
                trip.id(),
                trip.departsAt(0),
                names.way(trip, new Stretch(0, trip.stops().size() - 1)),
                trip.operator().name(),
                buses.plateOf(trip.id()).map(plate -> type + " · " + plate).orElse(type),
                passengers.getOrDefault(trip.id(), 0),
                trip.layout().seatCount(),
                trip.state());
    }
}
