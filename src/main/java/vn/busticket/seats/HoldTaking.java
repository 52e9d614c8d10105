package vn.busticket.seats;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.trips.Trip;
import vn.busticket.trips.Trips;

/** Takes the seats of one wish, all or none, in one transaction with few round trips. */
@Component
class HoldTaking {

    static final String TOPIC = "trip";

    private final SeatLocks locks;
    private final OccupancyRepository occupancy;
    private final Trips trips;
    private final ClusterNotices notices;
    private final SeatProperties properties;
    private final Clock clock;

    HoldTaking(
            SeatLocks locks,
            OccupancyRepository occupancy,
            Trips trips,
            ClusterNotices notices,
            SeatProperties properties,
            Clock clock) {
        this.locks = locks;
        this.occupancy = occupancy;
        this.trips = trips;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    Hold take(HoldRequest request) {
        if (request.seatLabels().size() > properties.maxSeatsPerHold()) {
            throw new TooManySeats(properties.maxSeatsPerHold());
        }
        var trip = trips.find(request.tripId()).orElseThrow(TripNotOnSale::new);
        if (!trip.isOnSale(request.stretch(), clock.instant())) {
            throw new TripNotOnSale();
        }
        var seats = seatsOf(request, trip);
        lock(request, trip);
        var now = clock.instant();
        if (!refuseWhatStandsAgainst(request, trip, now)) {
            seats = seatsOf(request, onSaleAnew(request, now));
        }
        occupancy.makeRoom(request, now);
        var heldUntil = now.plus(properties.holdTime());
        var token = OpaqueToken.random();
        var id = insert(request, token, seats, heldUntil, now);
        notices.publish(TOPIC, Long.toString(request.tripId().value()));
        return new Hold(
                id,
                token,
                request.tripId(),
                request.stretch(),
                seats,
                request.visitorId(),
                heldUntil,
                0,
                false,
                Hold.State.LIVE);
    }

    /** Between the memory of this node and the lock somebody has changed the trip. */
    private Trip onSaleAnew(HoldRequest request, Instant now) {
        var trip = trips.findAnew(request.tripId()).orElseThrow(TripNotOnSale::new);
        if (!trip.isOnSale(request.stretch(), now)) {
            throw new TripNotOnSale();
        }
        return trip;
    }

    private static List<HeldSeat> seatsOf(HoldRequest request, Trip trip) {
        var seats = new ArrayList<HeldSeat>();
        for (var label : request.seatLabels()) {
            var cell = trip.layout().seat(label).orElseThrow(() -> new SeatNotForSale(label));
            var price =
                    trip.fare(request.stretch(), cell.classOfSeat())
                            .orElseThrow(() -> new SeatNotForSale(label));
            seats.add(new HeldSeat(label, cell.classOfSeat(), price));
        }
        return seats;
    }

    /** Who would have to wait looks first whether there is still anything to wait for. */
    private void lock(HoldRequest request, Trip trip) {
        if (locks.tryLockVisitorAndTrip(request.visitorId(), request.tripId())) {
            return;
        }
        refuseTaken(occupancy.situation(request, trip, clock.instant()));
        try {
            locks.lockVisitorAndTrip(request.visitorId(), request.tripId());
        } catch (PessimisticLockingFailureException waitedTooLong) {
            throw new TripBusy();
        }
    }

    /**
     * Refuses what is taken or too much.
     *
     * @return false if the trip is not any more what it was known to be
     */
    private boolean refuseWhatStandsAgainst(HoldRequest request, Trip trip, Instant now) {
        var situation = occupancy.situation(request, trip, now);
        refuseTaken(situation);
        refuseTooMany(request, situation);
        return situation.isTripAsKnown();
    }

    /** Refuses more unpaid seats than one visitor or address may keep, whoever has them. */
    void refuseTooMany(HoldRequest request, Trip trip, Instant now) {
        refuseTooMany(request, occupancy.situation(request, trip, now));
    }

    private void refuseTooMany(HoldRequest request, OccupancyRepository.Situation situation) {
        var wished = request.seatLabels().size();
        refuseAbove(properties.visitorSeatsPerTrip(), situation.visitorOnTrip() + wished);
        refuseAbove(properties.visitorSeats(), situation.visitor() + wished);
        refuseAbove(properties.addressSeatsPerTrip(), situation.addressOnTrip() + wished);
        refuseAbove(properties.addressSeats(), situation.address() + wished);
    }

    private static void refuseTaken(OccupancyRepository.Situation situation) {
        if (!situation.taken().isEmpty()) {
            throw new SeatsTaken(situation.taken());
        }
    }

    private static void refuseAbove(int limit, int seats) {
        if (seats > limit) {
            throw new HoldLimitReached(limit);
        }
    }

    private HoldId insert(
            HoldRequest request,
            String token,
            List<HeldSeat> seats,
            Instant heldUntil,
            Instant now) {
        try {
            return occupancy.insert(request, token, seats, heldUntil, now);
        } catch (DataIntegrityViolationException takenByWhoeverDidNotLock) {
            throw new SeatsTaken(List.copyOf(request.seatLabels()));
        }
    }
}
