package vn.busticket.search;

import java.util.Comparator;
import java.util.List;

/** An order of offers. */
public enum TripSort {
    /** Earliest departure first. */
    EARLIEST(Comparator.comparing(TripOffer::departsAt)),
    /** Lowest price first, sold-out trips last. */
    CHEAPEST(soldOutLast().thenComparing(TripOffer::priceFrom)),
    /** Shortest travel time first, sold-out trips last. */
    FASTEST(soldOutLast().thenComparing(TripOffer::duration)),
    /** Most seats left first. */
    MOST_SEATS(Comparator.comparingInt(TripOffer::seatsLeft).reversed());

    private final Comparator<TripOffer> order;

    TripSort(Comparator<TripOffer> order) {
        this.order =
                order.thenComparing(TripOffer::departsAt)
                        .thenComparingLong(offer -> offer.tripId().value());
    }

    /** The same offers in this order. */
    public List<TripOffer> sort(List<TripOffer> offers) {
        return offers.stream().sorted(order).toList();
    }

    private static Comparator<TripOffer> soldOutLast() {
        return Comparator.comparing(TripOffer::isSoldOut);
    }
}
