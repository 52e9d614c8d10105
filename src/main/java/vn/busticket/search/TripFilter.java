package vn.busticket.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.BusType;

/**
 * Which offers somebody wants to see; an empty set asks for nothing in particular.
 *
 * @param hours parts of the day of the departure
 * @param operators codes of coach companies
 * @param busKinds kinds of bus
 * @param priceAtMost the highest price
 * @param boardingStops codes of stops to get on at
 * @param dropOffStops codes of stops to get off at
 */
public record TripFilter(
        Set<DepartureHours> hours,
        Set<String> operators,
        Set<BusType.Kind> busKinds,
        Optional<Vnd> priceAtMost,
        Set<String> boardingStops,
        Set<String> dropOffStops) {

    /** Every offer passes. */
    public static final TripFilter NONE =
            new TripFilter(Set.of(), Set.of(), Set.of(), Optional.empty(), Set.of(), Set.of());

    public TripFilter {
        hours = Set.copyOf(hours);
        operators = Set.copyOf(operators);
        busKinds = Set.copyOf(busKinds);
        boardingStops = Set.copyOf(boardingStops);
        dropOffStops = Set.copyOf(dropOffStops);
    }

    /** The offers that pass, in their order. */
    public List<TripOffer> apply(List<TripOffer> offers) {
        return offers.stream().filter(this::accepts).toList();
    }

    /** True if that offer passes. */
    public boolean accepts(TripOffer offer) {
        return wanted(hours, DepartureHours.of(offer.departsAt()))
                && wanted(operators, offer.operator().code())
                && wanted(busKinds, offer.busType().kind())
                && priceAtMost.map(most -> offer.priceFrom().compareTo(most) <= 0).orElse(true)
                && wanted(boardingStops, offer.boarding().code())
                && wanted(dropOffStops, offer.dropOff().code());
    }

    /** How many conditions are set. */
    public int size() {
        return hours.size()
                + operators.size()
                + busKinds.size()
                + (priceAtMost.isPresent() ? 1 : 0)
                + boardingStops.size()
                + dropOffStops.size();
    }

    private static <T> boolean wanted(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
