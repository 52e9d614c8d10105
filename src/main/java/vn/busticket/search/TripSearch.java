package vn.busticket.search;

import static java.util.Comparator.comparingInt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;

/** Finds trips between two places; only what may be sold at this moment. */
@Service
public class TripSearch {

    private final OfferQueries offers;
    private final PopularRoutes popularRoutes;
    private final Clock clock;

    TripSearch(OfferQueries offers, PopularRoutes popularRoutes, Clock clock) {
        this.offers = offers;
        this.popularRoutes = popularRoutes;
        this.clock = clock;
    }

    /** The trips of a day, earliest first; sold-out ones stay among them. */
    public TripResults search(TripQuery query) {
        var found =
                offers.offers(
                        query,
                        VietnamTime.startOf(query.day()),
                        VietnamTime.startOf(query.day().plusDays(1)),
                        clock.instant());
        return new TripResults(query, TripSort.EARLIEST.sort(found));
    }

    /**
     * The lowest price of each day around one, of trips with room for that many; empty for a day
     * without any.
     */
    public SortedMap<LocalDate, Optional<Vnd>> lowestPrices(
            String fromPlace, String toPlace, LocalDate middle, int daysEachSide, int passengers) {
        var first = middle.minusDays(daysEachSide);
        var afterLast = middle.plusDays(daysEachSide + 1L);
        var found =
                offers.lowestPrices(
                        new TripQuery(fromPlace, toPlace, middle, passengers),
                        VietnamTime.startOf(first),
                        VietnamTime.startOf(afterLast),
                        clock.instant());
        var prices = new TreeMap<LocalDate, Optional<Vnd>>();
        first.datesUntil(afterLast)
                .forEach(day -> prices.put(day, Optional.ofNullable(found.get(day))));
        return prices;
    }

    /** The pairs of places with the most trips in the coming week; a few minutes old at most. */
    public List<PopularRoute> popularRoutes(int limit) {
        return popularRoutes.all().stream()
                .sorted(comparingInt(PopularRoute::tripsPerDay).reversed())
                .limit(limit)
                .toList();
    }
}
