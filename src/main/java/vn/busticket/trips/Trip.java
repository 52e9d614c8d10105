package vn.busticket.trips;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;

/**
 * One departure with all that a buyer must know; does not change while it is held.
 *
 * @param stops in the order of travel, each at the index of its sequence
 * @param fares by stretch and class of seat; a stretch without a fare is not sold
 * @param policies of its operator; {@link #policyFor} says which one counts
 */
public record Trip(
        TripId id,
        Operator operator,
        BusType busType,
        SeatLayout layout,
        String routeCode,
        List<TripStop> stops,
        State state,
        Map<FareKey, Vnd> fares,
        OperatorPolicies policies) {

    /** Whether it runs. */
    public enum State {
        /** It runs. */
        SCHEDULED,
        /** Its operator called it off. */
        CANCELLED
    }

    public Trip {
        stops = List.copyOf(stops);
        fares = Map.copyOf(fares);
    }

    /**
     * The stop of that sequence.
     *
     * @throws IndexOutOfBoundsException if there is none; ask {@link #covers} first for what comes
     *     from outside
     */
    public TripStop stopAt(int sequence) {
        return stops.get(sequence);
    }

    /** When the coach leaves that stop. */
    public Instant departsAt(int sequence) {
        return stopAt(sequence).time();
    }

    /** When the coach reaches that stop. */
    public Instant arrivesAt(int sequence) {
        return stopAt(sequence).time();
    }

    /** True if both ends of that stretch are stops of this trip. */
    public boolean covers(Stretch stretch) {
        return stretch.to() < stops.size();
    }

    /** The fare of a class of seat; empty if it is not sold on that stretch. */
    public Optional<Vnd> fare(Stretch stretch, String seatClass) {
        return Optional.ofNullable(fares.get(new FareKey(stretch, seatClass)));
    }

    /**
     * The fare of one seat.
     *
     * @throws IllegalArgumentException if there is no such seat, or it is not sold on that stretch
     */
    public Vnd fareOf(String seatLabel, Stretch stretch) {
        return layout.seat(seatLabel)
                .flatMap(seat -> fare(stretch, seat.classOfSeat()))
                .orElseThrow(() -> notSold("seat " + seatLabel, stretch));
    }

    /**
     * The lowest fare of any class of seat.
     *
     * @throws IllegalArgumentException if that stretch is not sold
     */
    public Vnd lowestFare(Stretch stretch) {
        return fares.entrySet().stream()
                .filter(fare -> fare.getKey().stretch().equals(stretch))
                .map(Map.Entry::getValue)
                .min(Vnd::compareTo)
                .orElseThrow(() -> notSold("any seat", stretch));
    }

    /** True if that stretch has a fare. */
    public boolean isPriced(Stretch stretch) {
        return fares.keySet().stream().anyMatch(fare -> fare.stretch().equals(stretch));
    }

    /**
     * True if seats may be sold: the trip runs, the stretch has a fare, and the operator's sales
     * cut-off before the departure from the boarding stop is not reached.
     */
    public boolean isOnSale(Stretch stretch, Instant now) {
        return state == State.SCHEDULED
                && covers(stretch)
                && isPriced(stretch)
                && departsAt(stretch.from()).isAfter(now.plus(operator.salesCutoff()));
    }

    /**
     * What changing and cancelling cost those who buy seats of these classes together.
     *
     * @param seatClasses of each seat, at least one
     */
    public TicketPolicy policyFor(Stretch stretch, Collection<String> seatClasses) {
        return policies.on(VietnamTime.dayOf(departsAt(stretch.from())), seatClasses);
    }

    /** All that could count for who buys up to so many seats, the usual one first. */
    public List<TicketPolicy> policiesFor(Stretch stretch, int mostSeats) {
        var classes =
                fares.keySet().stream()
                        .filter(fare -> fare.stretch().equals(stretch))
                        .map(FareKey::seatClass)
                        .sorted()
                        .toList();
        return policies.offered(VietnamTime.dayOf(departsAt(stretch.from())), classes, mostSeats);
    }

    /**
     * The stretch between two places that is offered first: from the first stop of one to the last
     * stop of the other between which a fare exists.
     */
    public Optional<Stretch> stretchBetween(String fromPlace, String toPlace) {
        return stretchesBetween(fromPlace, toPlace).stream().findFirst();
    }

    /**
     * All stretches with a fare between the stops of two places: the places' own stops first, then
     * the earliest boarding, then the latest drop-off.
     */
    public List<Stretch> stretchesBetween(String fromPlace, String toPlace) {
        return Stretches.between(stops, TripStop::stop, fromPlace, toPlace).stream()
                .filter(this::isPriced)
                .toList();
    }

    private IllegalArgumentException notSold(String what, Stretch stretch) {
        return new IllegalArgumentException(
                "Trip %s does not sell %s from stop %d to %d"
                        .formatted(id, what, stretch.from(), stretch.to()));
    }
}
