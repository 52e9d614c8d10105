package vn.busticket.tickets;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.shared.Language;
import vn.busticket.trips.Places;
import vn.busticket.trips.Stop;
import vn.busticket.trips.TripStop;

/** Tells a booking's way as documents and messages need it, in the booking's language. */
@Component
public class Journeys {

    private static final Duration EARLY = Duration.ofMinutes(30);

    /**
     * Opens the map of the phone or of the browser (developers.google.com/maps/documentation/urls,
     * "Search").
     */
    private static final String MAP = "https://www.google.com/maps/search/?api=1&query=%s,%s";

    private final Places places;

    Journeys(Places places) {
        this.places = places;
    }

    /** The way from the boarding stop to the drop-off stop. */
    public Journey of(BookingDetails booking) {
        var language = booking.language();
        var trip = booking.trip();
        return new Journey(
                place(booking.boardingStop().stop(), language),
                place(booking.dropOffStop().stop(), language),
                trip.operator().name(),
                trip.operator().hotline(),
                trip.busType().name(language),
                booking.plate().orElse(null),
                stop(booking.boardingStop(), language),
                stop(booking.dropOffStop(), language),
                booking.departsAt().minus(EARLY));
    }

    private String place(Stop stop, Language language) {
        return places.byCode(stop.placeCode())
                .map(place -> place.name(language))
                .orElseGet(() -> stop.name(language));
    }

    private static JourneyStop stop(TripStop at, Language language) {
        var stop = at.stop();
        var map = MAP.formatted(stop.latitude(), stop.longitude());
        return new JourneyStop(stop.name(language), stop.addressVi(), at.time(), map);
    }
}
