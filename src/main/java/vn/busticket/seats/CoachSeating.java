package vn.busticket.seats;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.SeatLayout;

/**
 * Seats the people of a trip in another coach. Who finds a seat of the same label, class and deck
 * stays. The others move party by party, paid ones and large ones first, as near to each other and
 * to their old places as can be; a seat of a lower class is the last resort. A party for which
 * there is not enough room gets none and is listed, so that nobody loses a seat unseen.
 */
public final class CoachSeating {

    private static final int TOGETHER = 3;
    private static final int OTHER_LABEL = 1;
    private static final int HIGHER_CLASS = 1_000;
    private static final int LOWER_CLASS = 100_000;

    private final Map<String, Spot> oldSpots;
    private final Map<String, Spot> newSpots;
    private final BiFunction<Stretch, String, Optional<Vnd>> fares;
    private final Map<String, List<Stretch>> taken = new HashMap<>();

    private CoachSeating(
            SeatLayout before, SeatLayout after, BiFunction<Stretch, String, Optional<Vnd>> fares) {
        this.oldSpots = Spot.in(before);
        this.newSpots = Spot.in(after);
        this.fares = fares;
    }

    private record Gathering(int cost, Map<String, Spot> spots) {}

    /**
     * A seating for each party, in the order in which they were seated.
     *
     * @param fares what a class of seat costs on a stretch in the other coach, if it is sold
     */
    public static List<Seating> of(
            SeatLayout before,
            SeatLayout after,
            List<Party> parties,
            BiFunction<Stretch, String, Optional<Vnd>> fares) {
        return new CoachSeating(before, after, fares).seat(parties);
    }

    /**
     * A seating for one party in a coach where others have seats already.
     *
     * @param occupied their seats, as of now
     * @param fares as above
     */
    static Seating of(
            SeatLayout before,
            SeatLayout after,
            Party party,
            List<OccupiedSeat> occupied,
            BiFunction<Stretch, String, Optional<Vnd>> fares) {
        var coach = new CoachSeating(before, after, fares);
        occupied.forEach(seat ->
                coach.taken
                        .computeIfAbsent(seat.label(), unused -> new ArrayList<>())
                        .add(seat.stretch()));
        return coach.seat(List.of(party)).getFirst();
    }

    private List<Seating> seat(List<Party> parties) {
        var seated = new LinkedHashMap<HoldId, Seating>();
        for (var isPaid : List.of(true, false)) {
            var turn =
                    parties.stream()
                            .filter(party -> party.isPaid() == isPaid)
                            .sorted(largestFirst())
                            .toList();
            for (var party : turn) {
                if (canStay(party)) {
                    seated.put(party.hold(), taking(party, inPlace(party)));
                }
            }
            for (var party : turn) {
                if (!seated.containsKey(party.hold())) {
                    seated.put(party.hold(), taking(party, gathered(party)));
                }
            }
        }
        return List.copyOf(seated.values());
    }

    private static Comparator<Party> largestFirst() {
        return comparingInt((Party party) -> -party.seats().size())
                .thenComparing(party -> party.hold().value());
    }

    private boolean canStay(Party party) {
        return party.seats().stream()
                .allMatch(seat -> {
                    var before = oldSpots.get(seat.label());
                    var after = newSpots.get(seat.label());
                    return before != null
                            && after != null
                            && before.deck() == after.deck()
                            && after.seatClass().equals(seat.seatClass())
                            && isFree(after, party.stretch());
                });
    }

    private Map<String, Spot> inPlace(Party party) {
        var spots = new HashMap<String, Spot>();
        party.seats().forEach(seat -> spots.put(seat.label(), spot(seat.label())));
        return spots;
    }

    private Spot spot(String label) {
        return Optional.ofNullable(newSpots.get(label)).orElseThrow();
    }

    private Seating taking(Party party, Map<String, Spot> spots) {
        var places = new HashMap<String, Seating.Place>();
        for (var seat : party.seats()) {
            var spot = spots.get(seat.label());
            if (spot != null) {
                taken.computeIfAbsent(spot.label(), unused -> new ArrayList<>())
                        .add(party.stretch());
                var isLower = penalty(seat, spot, party.stretch()) == LOWER_CLASS;
                places.put(
                        seat.label(), new Seating.Place(spot.label(), spot.seatClass(), isLower));
            }
        }
        return new Seating(party, places);
    }

    /** The cheapest of the ways to sit around each free seat; nothing if there is no room. */
    private Map<String, Spot> gathered(Party party) {
        var free =
                newSpots.values().stream()
                        .filter(spot -> isFree(spot, party.stretch()))
                        .sorted(comparing(Spot::label))
                        .toList();
        if (free.size() < party.seats().size()) {
            return Map.of();
        }
        return free.stream()
                .map(anchor -> around(anchor, party, free))
                .min(comparingInt(Gathering::cost))
                .map(Gathering::spots)
                .orElse(Map.of());
    }

    private Gathering around(Spot anchor, Party party, List<Spot> free) {
        var left = new ArrayList<>(free);
        var spots = new HashMap<String, Spot>();
        var cost = 0;
        for (var seat : dearestFirst(party)) {
            var next =
                    left.stream()
                            .min(comparingInt(spot -> cost(seat, spot, anchor, party.stretch())))
                            .orElseThrow();
            cost += cost(seat, next, anchor, party.stretch());
            left.remove(next);
            spots.put(seat.label(), next);
        }
        return new Gathering(cost, spots);
    }

    /** Whoever paid most for a seat chooses first. */
    private List<HeldSeat> dearestFirst(Party party) {
        return party.seats().stream()
                .sorted(
                        comparing((HeldSeat seat) -> worth(seat, party.stretch()))
                                .reversed()
                                .thenComparing(HeldSeat::label))
                .toList();
    }

    private int cost(HeldSeat seat, Spot spot, Spot anchor, Stretch stretch) {
        var before = oldSpots.get(seat.label());
        var way = before == null ? 0 : before.distance(spot);
        var label = spot.label().equals(seat.label()) ? 0 : OTHER_LABEL;
        return TOGETHER * anchor.distance(spot) + way + label + penalty(seat, spot, stretch);
    }

    /** A class that is not sold on this stretch is worth nothing. */
    private int penalty(HeldSeat seat, Spot spot, Stretch stretch) {
        if (spot.seatClass().equals(seat.seatClass())) {
            return 0;
        }
        var isLower =
                fares.apply(stretch, spot.seatClass())
                                .orElse(Vnd.ZERO)
                                .compareTo(worth(seat, stretch))
                        < 0;
        return isLower ? LOWER_CLASS : HIGHER_CLASS;
    }

    /** What its class costs there; where that is not sold, what was paid for it. */
    private Vnd worth(HeldSeat seat, Stretch stretch) {
        return fares.apply(stretch, seat.seatClass()).orElse(seat.price());
    }

    private boolean isFree(Spot spot, Stretch stretch) {
        return taken.getOrDefault(spot.label(), List.of()).stream().noneMatch(stretch::overlaps);
    }
}
