package vn.busticket.search;

import java.util.List;

/**
 * What was found.
 *
 * @param query what was asked
 * @param offers trips on sale, earliest first, sold-out ones among them
 */
public record TripResults(TripQuery query, List<TripOffer> offers) {

    public TripResults {
        offers = List.copyOf(offers);
    }
}
