package vn.busticket.seats;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.lang.CheckReturnValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/** Finds other seats on the same trip for people whose own seats have another owner by now. */
@Service
public class Reseating {

    private static final String SOLD_FOR_EVER = "infinity";

    private final OccupancyRepository occupancy;
    private final HoldRepository holds;
    private final SeatQueries queries;
    private final Trips trips;
    private final ClusterNotices notices;
    private final Clock clock;

    Reseating(
            OccupancyRepository occupancy,
            HoldRepository holds,
            SeatQueries queries,
            Trips trips,
            ClusterNotices notices,
            Clock clock) {
        this.occupancy = occupancy;
        this.holds = holds;
        this.queries = queries;
        this.trips = trips;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Sells free seats of the same classes instead of those of an unsold hold, all or none: next to
     * each other where there are such, else as near as can be. The hold then has these seats at its
     * old prices.
     *
     * @return the new label for each old one, perhaps the same; nothing if there are not enough
     *     free seats, then nothing is changed
     * @throws HoldExpired there is no such hold
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @CheckReturnValue
    public Optional<Map<String, String>> sellElsewhere(HoldId id) {
        holds.lockTripOf(id);
        var now = clock.instant();
        var hold = holds.find(id, now).orElseThrow(HoldExpired::new);
        if (hold.state() == Hold.State.SOLD) {
            throw new IllegalStateException("Hold %d is sold already".formatted(id.value()));
        }
        var layout = trips.findAnew(hold.tripId()).orElseThrow(TripNotOnSale::new).layout();
        var found = SeatsAlike.find(layout, hold.seats(), takenFrom(hold, now));
        found.ifPresent(seats -> sell(hold, seats, now));
        return found;
    }

    /**
     * Free seats of the same classes instead of wished ones that are gone, as near to each other as
     * can be; changes nothing. To be asked under the lock of the trip.
     *
     * @param own the holds whose seats are free for whoever asks
     * @return a label for each wished one, perhaps the same; nothing if there are not enough
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Map<String, String>> alike(SeatWish wish, Set<HoldId> own) {
        var trip = trips.findAnew(wish.tripId()).orElseThrow(TripNotOnSale::new);
        if (trip.state() == Trip.State.CANCELLED) {
            return Optional.empty();
        }
        var taken = taken(wish.tripId(), wish.stretch(), own, clock.instant());
        return SeatsAlike.find(trip.layout(), wish.seats(), taken);
    }

    private Set<String> takenFrom(Hold hold, Instant now) {
        return taken(hold.tripId(), hold.stretch(), Set.of(hold.id()), now);
    }

    private Set<String> taken(TripId trip, Stretch stretch, Set<HoldId> own, Instant now) {
        return queries.occupied(trip).stream()
                .filter(seat -> seat.stretch().overlaps(stretch))
                .filter(seat -> seat.isTaken(now) && !own.contains(seat.holdId()))
                .map(OccupiedSeat::label)
                .collect(toUnmodifiableSet());
    }

    private void sell(Hold hold, Map<String, String> seats, Instant now) {
        holds.moveTo(hold.id(), hold.seatLabels().stream().map(seats::get).toList());
        var moved = holds.find(hold.id(), now).orElseThrow();
        occupancy.takeAgain(moved, SOLD_FOR_EVER, now);
        holds.sell(hold.id(), now);
        notices.publish(HoldTaking.TOPIC, Long.toString(hold.tripId().value()));
    }
}
