package vn.busticket.backoffice;

import com.vaadin.flow.router.BeforeEnterEvent;
import vn.busticket.trips.TripId;

/** The trip that an address names. */
final class TripNumber {

    private static final TripId NONE = new TripId(0);

    private TripNumber() {}

    /** That trip; one that does not exist if the address names none. */
    static TripId of(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get("trip")
                .filter(typed -> typed.matches("[1-9]\\d{0,8}"))
                .map(typed -> new TripId(Long.parseLong(typed)))
                .orElse(NONE);
    }
}
