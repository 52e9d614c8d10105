package vn.busticket.seats;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.busticket.trips.SeatLayout;

/**
 * Looks for free seats of the same classes for a party whose own seats are gone: near to each
 * other, which counts most, and near to the old seats, on the same deck while there is room.
 */
final class SeatsAlike {

    private static final int TOGETHER = 3;

    private final Map<String, Spot> spots;
    private final List<HeldSeat> party;
    private final Set<String> taken;

    private SeatsAlike(Map<String, Spot> spots, List<HeldSeat> party, Set<String> taken) {
        this.spots = spots;
        this.party = party;
        this.taken = taken;
    }

    private record Gathering(int spread, int way, Map<String, String> seats) {

        int cost() {
            return TOGETHER * spread + way;
        }
    }

    /**
     * The new seat for each old one, perhaps the same.
     *
     * @param taken seats that somebody else has
     * @return nothing if there are not enough seats of these classes
     */
    static Optional<Map<String, String>> find(
            SeatLayout layout, List<HeldSeat> party, Set<String> taken) {
        var alike = new SeatsAlike(Spot.in(layout), party, taken);
        return alike.free()
                .map(alike::gatherAround)
                .flatMap(Optional::stream)
                .min(comparingInt(Gathering::cost).thenComparingInt(Gathering::way))
                .map(Gathering::seats);
    }

    private Stream<Spot> free() {
        return spots.values().stream()
                .filter(spot -> !taken.contains(spot.label()))
                .sorted(comparing(Spot::label));
    }

    /** For each of the party the free seat of its class that is nearest to the anchor. */
    private Optional<Gathering> gatherAround(Spot anchor) {
        var chosen = new ArrayList<Spot>();
        for (var seat : party) {
            var nearest =
                    free().filter(spot -> spot.seatClass().equals(seat.seatClass()))
                            .filter(spot -> !chosen.contains(spot))
                            .min(comparingInt(anchor::distance));
            if (nearest.isEmpty()) {
                return Optional.empty();
            }
            chosen.add(nearest.get());
        }
        var spread = chosen.stream().mapToInt(anchor::distance).sum();
        return Optional.of(seated(chosen, spread));
    }

    private Gathering seated(List<Spot> chosen, int spread) {
        var left = new ArrayList<>(chosen);
        var seats = new TreeMap<String, String>();
        for (var seat : party) {
            if (left.removeIf(spot -> spot.label().equals(seat.label()))) {
                seats.put(seat.label(), seat.label());
            }
        }
        var way = 0;
        for (var seat : party) {
            if (!seats.containsKey(seat.label())) {
                var next = nearestTo(seat, left);
                left.remove(next);
                seats.put(seat.label(), next.label());
                way += way(seat.label(), next);
            }
        }
        return new Gathering(spread, way, seats);
    }

    private Spot nearestTo(HeldSeat seat, List<Spot> left) {
        return left.stream()
                .filter(spot -> spot.seatClass().equals(seat.seatClass()))
                .min(comparingInt(spot -> way(seat.label(), spot)))
                .orElseThrow();
    }

    /** A seat that the layout does not have any more is equally far from all. */
    private int way(String oldLabel, Spot next) {
        var old = spots.get(oldLabel);
        return old == null ? 0 : old.distance(next);
    }
}
