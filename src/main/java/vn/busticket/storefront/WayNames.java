package vn.busticket.storefront;

import org.springframework.stereotype.Component;
import vn.busticket.shared.Language;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.Places;
import vn.busticket.trips.Stop;
import vn.busticket.trips.Trip;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Way;

/** Names both ends of a journey as people say them, by place and not by stop. */
@Component
class WayNames {

    private final Places places;

    WayNames(Places places) {
        this.places = places;
    }

    /** The way in one line, in the language of the screen that is being built. */
    Way way(Trip trip, Stretch stretch) {
        return new Way(from(trip, stretch), to(trip, stretch));
    }

    /** The place where the journey begins, in the language of the screen. */
    String from(Trip trip, Stretch stretch) {
        return name(trip.stopAt(stretch.from()).stop(), Formats.current().language());
    }

    /** The place where the journey ends, in the language of the screen. */
    String to(Trip trip, Stretch stretch) {
        return name(trip.stopAt(stretch.to()).stop(), Formats.current().language());
    }

    private String name(Stop stop, Language language) {
        return places.byCode(stop.placeCode())
                .map(place -> place.name(language))
                .orElseGet(() -> stop.name(language));
    }
}
