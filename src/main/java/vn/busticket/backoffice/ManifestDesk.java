package vn.busticket.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountId;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.tickets.Boarding;
import vn.busticket.tickets.BoardingAnswer;
import vn.busticket.tickets.BoardingReport;
import vn.busticket.tickets.Manifest;
import vn.busticket.tickets.Manifests;
import vn.busticket.tickets.PublishedKey;
import vn.busticket.tickets.TicketVerifier;
import vn.busticket.trips.TripCrew;
import vn.busticket.trips.TripCrews;
import vn.busticket.trips.TripId;

/** All that the list of passengers asks of the rooms below, for one member of staff. */
@Component
class ManifestDesk {

    private final Manifests manifests;
    private final Boarding boarding;
    private final TripCrews crews;
    private final TicketVerifier verifier;
    private final ClusterNotices notices;
    private final Clock clock;

    ManifestDesk(
            Manifests manifests,
            Boarding boarding,
            TripCrews crews,
            TicketVerifier verifier,
            ClusterNotices notices,
            Clock clock) {
        this.manifests = manifests;
        this.boarding = boarding;
        this.crews = crews;
        this.verifier = verifier;
        this.notices = notices;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Manifest manifest(AccountId staff, TripId trip) {
        return manifests.of(staff, trip);
    }

    List<PublishedKey> keys() {
        return verifier.published();
    }

    PhoneNumber phone(AccountId staff, TripId trip, long passenger) {
        return manifests.phone(staff, trip, passenger);
    }

    List<BoardingAnswer> report(AccountId staff, TripId trip, BoardingReport report) {
        return boarding.report(staff, trip, report);
    }

    void assign(AccountId staff, TripId trip, TripCrew crew) {
        crews.assign(staff, trip, crew);
    }

    /** Calls the listener, on a thread of its own, whenever the list of that trip may differ. */
    ClusterNotices.Registration watch(TripId trip, Consumer<String> listener) {
        var key = Long.toString(trip.value());
        return notices.subscribe(
                TripCrews.TOPIC,
                changed -> {
                    if (changed.equals(key) || changed.equals(ClusterNotices.ALL)) {
                        listener.accept(changed);
                    }
                });
    }
}
