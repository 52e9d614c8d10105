package vn.busticket.seats;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.CheckReturnValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/**
 * Gives a booking other seats for those that it has, all of them or none; seats that it keeps never
 * have another owner in between, so that this works on a full coach too.
 */
@Service
public class SeatExchange {

    private final ExchangeRepository exchanges;
    private final HoldRepository holds;
    private final HoldTaking taking;
    private final Trips trips;
    private final ClusterNotices notices;
    private final Clock clock;

    SeatExchange(
            ExchangeRepository exchanges,
            HoldRepository holds,
            HoldTaking taking,
            Trips trips,
            ClusterNotices notices,
            Clock clock) {
        this.exchanges = exchanges;
        this.holds = holds;
        this.taking = taking;
        this.trips = trips;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Keeps those of the wished seats that the owner does not have yet, while the difference is
     * paid.
     *
     * @param visitor for whom they count as unpaid seats, and
     * @param addressKey likewise
     * @return the hold that keeps them; nothing if the owner has all of them
     * @throws SeatsTaken some have another owner; names them
     * @throws HoldLimitReached the visitor or the address keeps too many unpaid seats
     * @throws HoldExpired there is no such owner
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<HoldId> reserve(
            HoldId owner, SeatWish wish, UUID visitor, String addressKey, Instant heldUntil) {
        var now = clock.instant();
        var has = lock(owner, wish, now);
        var trip = trips.findAnew(wish.tripId()).orElseThrow(TripNotOnSale::new);
        refuseTaken(notSold(wish, trip));
        refuseTaken(exchanges.taken(wish, owner, null, now));
        var missing = new ArrayList<>(wish.seats());
        if (has.tripId().equals(wish.tripId())) {
            missing.removeIf(seat -> has.seatLabels().contains(seat.label()));
        }
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        taking.refuseTooMany(request(wish, missing, visitor, addressKey), trip, now);
        var hold = exchanges.reserve(wish, missing, visitor, addressKey, heldUntil, now);
        exchanges.occupy(hold);
        tell(wish.tripId());
        return Optional.of(hold);
    }

    /**
     * Sells the wished seats to the owner for good instead of all that it has; what was reserved
     * for it is used up. The owner's hold is about that trip from then on.
     *
     * @param reserved what {@link #reserve} has kept for it, even if its time is over
     * @return the wished seats that somebody else has or that the trip does not sell any more;
     *     empty if it is done, else nothing is changed
     * @throws HoldExpired there is no such owner
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @CheckReturnValue
    public List<String> exchange(HoldId owner, SeatWish wish, Optional<HoldId> reserved) {
        var now = clock.instant();
        var has = lock(owner, wish, now);
        @Nullable HoldId kept = reserved.orElse(null);
        var trip = trips.findAnew(wish.tripId()).orElseThrow(TripNotOnSale::new);
        var gone = notSold(wish, trip);
        var taken = gone.isEmpty() ? exchanges.taken(wish, owner, kept, now) : gone;
        if (taken.isEmpty()) {
            exchanges.makeRoom(wish, owner, kept, now);
            exchanges.sell(wish, owner, now);
            tell(has.tripId());
            if (!has.tripId().equals(wish.tripId())) {
                tell(wish.tripId());
            }
        }
        return taken;
    }

    /**
     * Sells the wished seats to a new owner for good, instead of some that an owner has on another
     * trip; what was reserved for that is used up.
     *
     * @param leaving the seats that the owner has no more
     * @param reserved what {@link #reserve} has kept, even if its time is over
     * @return the wished seats that somebody else has or that the trip does not sell any more, then
     *     nothing is changed; else the new owner
     * @throws HoldExpired there is no such owner
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @CheckReturnValue
    public Parting part(
            HoldId owner, List<String> leaving, SeatWish wish, Optional<HoldId> reserved) {
        var now = clock.instant();
        var has = lock(owner, wish, now);
        if (has.tripId().equals(wish.tripId())) {
            throw new IllegalArgumentException("Nobody parts on trip " + wish.tripId().value());
        }
        @Nullable HoldId kept = reserved.orElse(null);
        var trip = trips.findAnew(wish.tripId()).orElseThrow(TripNotOnSale::new);
        var gone = notSold(wish, trip);
        var taken = gone.isEmpty() ? exchanges.taken(wish, owner, kept, now) : gone;
        if (!taken.isEmpty()) {
            return new Parting(taken, Optional.empty());
        }
        holds.takeBack(owner, leaving);
        var party = exchanges.insertBeside(owner, wish, now);
        exchanges.makeRoom(wish, party, kept, now);
        exchanges.sell(wish, party, now);
        tell(has.tripId());
        tell(wish.tripId());
        return new Parting(List.of(), Optional.of(party));
    }

    /** Whoever changes an owner has locked its booking, so that its trip stays what it is. */
    private Hold lock(HoldId owner, SeatWish wish, Instant now) {
        var has = holds.find(owner, now).orElseThrow(HoldExpired::new);
        exchanges.lock(List.of(has.tripId(), wish.tripId()));
        return has;
    }

    /**
     * The operator may have called the trip off or given it another coach since it was looked at.
     */
    private static List<String> notSold(SeatWish wish, Trip trip) {
        return wish.seats().stream()
                .filter(seat ->
                        trip.state() == Trip.State.CANCELLED
                                || trip.layout()
                                        .seat(seat.label())
                                        .filter(cell -> cell.classOfSeat().equals(seat.seatClass()))
                                        .isEmpty())
                .map(HeldSeat::label)
                .toList();
    }

    private static HoldRequest request(
            SeatWish wish, List<HeldSeat> missing, UUID visitor, String addressKey) {
        return new HoldRequest(
                wish.tripId(),
                wish.stretch(),
                missing.stream().map(HeldSeat::label).collect(toUnmodifiableSet()),
                visitor,
                addressKey);
    }

    private static void refuseTaken(List<String> taken) {
        if (!taken.isEmpty()) {
            throw new SeatsTaken(taken);
        }
    }

    private void tell(TripId trip) {
        notices.publish(HoldTaking.TOPIC, Long.toString(trip.value()));
    }
}
