package vn.busticket.storefront;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WebBrowser;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.busticket.analytics.Device;
import vn.busticket.analytics.FunnelSteps;
import vn.busticket.search.TripOffer;
import vn.busticket.seats.Hold;
import vn.busticket.trips.TripId;

/**
 * Tells which step towards a booking a visitor takes, without saying who; programs that only look
 * around are not counted. To be asked on a UI's thread.
 */
@Component
class VisitorSteps {

    private static final Pattern PROGRAM =
            Pattern.compile("bot|crawl|spider|slurp|preview|monitor", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE =
            Pattern.compile("Mobi|Android|iPhone|iPad|Tablet", Pattern.CASE_INSENSITIVE);

    private final FunnelSteps steps;

    VisitorSteps(FunnelSteps steps) {
        this.steps = steps;
    }

    void searched(FoundTrips found) {
        device().ifPresent(device ->
                steps.searched(
                        found.offers().stream().findFirst().map(TripOffer::tripId),
                        device,
                        found.offers().stream().anyMatch(TripOffer::hasRoom)));
    }

    void viewed(TripId trip) {
        device().ifPresent(device -> steps.viewed(trip, device));
    }

    void held(Hold hold) {
        device().ifPresent(device -> steps.held(hold.tripId(), hold.id(), device));
    }

    /** Empty for a program. */
    private static Optional<Device> device() {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(VaadinSession::getBrowser)
                .map(WebBrowser::getUserAgent)
                .map(VisitorSteps::deviceOf)
                .orElse(Optional.of(Device.UNKNOWN));
    }

    /** What a browser that calls itself so runs on; empty for a program. */
    static Optional<Device> deviceOf(String userAgent) {
        if (PROGRAM.matcher(userAgent).find()) {
            return Optional.empty();
        }
        return Optional.of(PHONE.matcher(userAgent).find() ? Device.PHONE : Device.COMPUTER);
    }
}
