package vn.busticket.seats;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.Trip;

/**
 * Seats people whose trip does not run on another trip, as near to their old places and to each
 * other as can be; a better class costs nothing more, a lower one what it costs there.
 */
@Service
public class OtherCoach {

    private final ExchangeRepository exchanges;
    private final HoldRepository holds;
    private final SeatQueries queries;
    private final ClusterNotices notices;
    private final Clock clock;

    OtherCoach(
            ExchangeRepository exchanges,
            HoldRepository holds,
            SeatQueries queries,
            ClusterNotices notices,
            Clock clock) {
        this.exchanges = exchanges;
        this.holds = holds;
        this.queries = queries;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Sells seats of the other trip to an owner for good, all or none, instead of all that it has.
     *
     * @param stretch of the other trip
     * @return the new seat for each old label, at what is paid for it; nothing if there is not
     *     enough room, then nothing is changed
     * @throws HoldExpired there is no such owner
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Map<String, HeldSeat>> seat(
            HoldId owner, Trip before, Trip other, Stretch stretch) {
        var now = clock.instant();
        var has = holds.find(owner, now).orElseThrow(HoldExpired::new);
        exchanges.lock(List.of(before.id(), other.id()));
        var occupied =
                queries.occupied(other.id()).stream().filter(seat -> seat.isTaken(now)).toList();
        var party = new Party(owner, stretch, true, has.seats());
        var seating =
                CoachSeating.of(before.layout(), other.layout(), party, occupied, other::fare);
        if (!seating.hasSeats()) {
            return Optional.empty();
        }
        var seats =
                has.seats().stream()
                        .collect(toMap(HeldSeat::label, seat -> seatOf(seat, seating, other)));
        var wish =
                new SeatWish(
                        other.id(), stretch, has.seatLabels().stream().map(seats::get).toList());
        exchanges.makeRoom(wish, owner, null, now);
        exchanges.sell(wish, owner, now);
        notices.publish(HoldTaking.TOPIC, Long.toString(before.id().value()));
        notices.publish(HoldTaking.TOPIC, Long.toString(other.id().value()));
        return Optional.of(seats);
    }

    private static HeldSeat seatOf(HeldSeat seat, Seating seating, Trip other) {
        var place = seating.place(seat.label());
        var price =
                place.isLower()
                        ? other.fare(seating.party().stretch(), place.seatClass())
                                .map(fare -> fare.atMost(seat.price()))
                                .orElse(seat.price())
                        : seat.price();
        return new HeldSeat(place.label(), place.seatClass(), price);
    }
}
