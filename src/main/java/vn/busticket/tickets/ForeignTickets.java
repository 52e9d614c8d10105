package vn.busticket.tickets;

import org.springframework.stereotype.Component;
import vn.busticket.shared.VietnamTime;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/** Says what is wrong with a genuine ticket that is not for this coach. */
@Component
class ForeignTickets {

    private final Trips trips;

    ForeignTickets(Trips trips) {
        this.trips = trips;
    }

    /** The most telling difference: company, then day, then trip. */
    Verdict judge(Trip here, TripId stated) {
        return trips.find(stated)
                .map(other -> judge(here, other))
                .orElseGet(() -> Verdict.of(BoardingOutcome.NOT_FOUND));
    }

    private static Verdict judge(Trip here, Trip other) {
        if (!here.operator().id().equals(other.operator().id())) {
            return Verdict.of(BoardingOutcome.OTHER_COMPANY);
        }
        var leaves = other.departsAt(0);
        var isSameDay = VietnamTime.dayOf(leaves).equals(VietnamTime.dayOf(here.departsAt(0)));
        return new Verdict(
                isSameDay ? BoardingOutcome.OTHER_TRIP : BoardingOutcome.OTHER_DATE, null, leaves);
    }
}
