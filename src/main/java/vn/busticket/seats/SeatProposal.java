package vn.busticket.seats;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Trip;

/** Proposes seats on another trip to people who sit somewhere already. */
@Service
public class SeatProposal {

    private final SeatQueries queries;
    private final Clock clock;

    SeatProposal(SeatQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * The same labels where those are free and of the same class; else seats of the same classes
     * near each other; else, on a coach of another kind, the cheapest that are free.
     *
     * @param seats what they have now, on another trip
     * @return the new label for each old one; nothing if there are not enough free seats
     */
    public Optional<Map<String, String>> on(Trip trip, Stretch stretch, List<HeldSeat> seats) {
        var map = SeatMap.of(trip, stretch, queries.occupied(trip.id()), null, clock.instant());
        var taken =
                map.seats().values().stream()
                        .filter(seat -> seat.state() != SeatMap.State.FREE)
                        .map(SeatMap.Seat::label)
                        .collect(toCollection(HashSet::new));
        if (seats.stream().allMatch(seat -> isFree(map, seat, taken))) {
            var same = new TreeMap<String, String>();
            seats.forEach(seat -> same.put(seat.label(), seat.label()));
            return Optional.of(same);
        }
        return SeatsAlike.find(trip.layout(), seats, taken).or(() -> cheapest(map, seats));
    }

    private static boolean isFree(SeatMap map, HeldSeat wished, Set<String> taken) {
        var seat = map.seats().get(wished.label());
        return seat != null
                && !taken.contains(wished.label())
                && seat.seatClass().equals(wished.seatClass());
    }

    private static Optional<Map<String, String>> cheapest(SeatMap map, List<HeldSeat> seats) {
        var free =
                map.seats().values().stream()
                        .filter(seat -> seat.state() == SeatMap.State.FREE)
                        .sorted(
                                comparing((SeatMap.Seat seat) -> seat.price().orElse(Vnd.ZERO))
                                        .thenComparing(SeatMap.Seat::label))
                        .limit(seats.size())
                        .toList();
        if (free.size() < seats.size()) {
            return Optional.empty();
        }
        var proposed = new TreeMap<String, String>();
        for (var number = 0; number < seats.size(); number++) {
            proposed.put(seats.get(number).label(), free.get(number).label());
        }
        return Optional.of(proposed);
    }
}
