package vn.busticket.storefront;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.Trip;

/** The way back to the seats of a trip. */
final class SeatsAgain {

    private SeatsAgain() {}

    /** The address of the seat map of the same trip and stretch, relative to the application. */
    static String address(Trip trip, Stretch stretch, int passengers) {
        var boarding = trip.stopAt(stretch.from()).stop();
        var dropOff = trip.stopAt(stretch.to()).stop();
        var parameters =
                QueryParameters.simple(
                        Map.of(
                                "from", boarding.placeCode(),
                                "to", dropOff.placeCode(),
                                "boarding", boarding.code(),
                                "dropoff", dropOff.code(),
                                "passengers", Integer.toString(passengers)));
        return "trips/" + trip.id().value() + "?" + parameters.getQueryString();
    }
}
