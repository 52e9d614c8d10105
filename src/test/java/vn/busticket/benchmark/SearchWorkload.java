package vn.busticket.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.search.TripOffer;
import vn.busticket.search.TripQuery;
import vn.busticket.search.TripSearch;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.VietnamTime;

/** The same searches again and again: ours, and the bare query over the index that they need. */
final class SearchWorkload {

    private static final int SEARCHES = 400;

    private final JdbcClient database;
    private final TripSearch search;

    private final List<Asked> asked = new ArrayList<>();

    /** A pair of places with a path that connects them. */
    private record Asked(TripQuery query, long pathId) {}

    SearchWorkload(JdbcClient database, TripSearch search, LocalDate firstDay, int days) {
        this.database = database;
        this.search = search;

        var lines = lines();
        var random = new Random(7);
        for (int i = 0; i < SEARCHES; i++) {
            var line = lines.get(random.nextInt(lines.size()));
            var day = firstDay.plusDays(random.nextInt(days));
            asked.add(new Asked(new TripQuery(line.from(), line.to(), day, 1), line.pathId()));
        }
    }

    /** Milliseconds below which 95 of 100 searches of ours stay. */
    double oursP95() {
        return Benchmark.percentile(times(this::searchOurs), 0.95);
    }

    /** Milliseconds of the median search of ours. */
    double oursMedian() {
        return Benchmark.percentile(times(this::searchOurs), 0.5);
    }

    /** Milliseconds of a search together with its date strip of seven days. */
    double oursWithStripP95() {
        return Benchmark.percentile(
                times(one -> {
                    searchOurs(one);
                    search.lowestPrices(
                            one.query().fromPlace(),
                            one.query().toPlace(),
                            one.query().day(),
                            3,
                            1);
                }),
                0.95);
    }

    double bareP95() {
        return Benchmark.percentile(times(this::searchBare), 0.95);
    }

    double bareMedian() {
        return Benchmark.percentile(times(this::searchBare), 0.5);
    }

    /** What must be true of every answer, checked against plain counting. */
    void checkAnswers() {
        for (var one : asked.subList(0, 40)) {
            var offers = search.search(one.query()).offers();
            assertThat(offers).hasSizeGreaterThanOrEqualTo(LargeDataset.TRIPS_PER_PATH);
            assertThat(offers)
                    .isSortedAccordingTo((a, b) -> a.departsAt().compareTo(b.departsAt()));
            for (var offer : offers.subList(0, 2)) {
                assertThat(offer.seatsLeft()).isEqualTo(seatsLeftByCounting(offer));
            }
        }
    }

    /** One search between each pair of places, for its plan. */
    Collection<TripQuery> onePerPair() {
        var pairs = new LinkedHashMap<String, TripQuery>();
        for (var one : asked) {
            var query = one.query();
            pairs.putIfAbsent(query.fromPlace() + " " + query.toPlace(), query);
        }
        return pairs.values();
    }

    private int seatsLeftByCounting(TripOffer offer) {
        var taken = new TreeSet<String>();
        database.sql(
                        "select seat_label, lower(stretch), upper(stretch) from seat_occupancy where trip_id = :id")
                .param("id", offer.tripId().value())
                .query(row -> {
                    if (row.getInt(2) < offer.stretch().to()
                            && row.getInt(3) > offer.stretch().from()) {
                        taken.add(row.getString(1));
                    }
                });
        return offer.busType().seatCount() - taken.size();
    }

    private double[] times(Consumer<Asked> action) {
        return asked.stream()
                .mapToDouble(one -> {
                    long begin = System.nanoTime();
                    action.accept(one);
                    return (System.nanoTime() - begin) / 1e6;
                })
                .toArray();
    }

    private void searchOurs(Asked one) {
        search.search(one.query());
    }

    private void searchBare(Asked one) {
        database.sql(
                        """
                        select t.id, t.departs_at,
                               (select count(distinct o.seat_label) from seat_occupancy o where o.trip_id = t.id)
                        from trip t
                        where t.path_id = :path and t.departs_at >= :from and t.departs_at < :until
                        order by t.departs_at
                        """)
                .param("path", one.pathId())
                .param("from", SqlTime.of(VietnamTime.startOf(one.query().day())))
                .param("until", SqlTime.of(VietnamTime.startOf(one.query().day().plusDays(1))))
                .query((row, _) -> row.getLong(1) + row.getLong(3))
                .list();
    }

    private record LineOfPath(long pathId, String from, String to) {}

    private List<LineOfPath> lines() {
        return database.sql(
                        """
                        select l.path_id, pf.code as from_place, pt.code as to_place
                        from large_line l
                        join route_stop f on f.path_id = l.path_id and f.sequence = 0
                        join stop sf on sf.id = f.stop_id
                        join place pf on pf.id = sf.place_id
                        join route_stop t on t.path_id = l.path_id and t.sequence = l.last_sequence
                        join stop st on st.id = t.stop_id
                        join place pt on pt.id = st.place_id
                        order by l.path_id
                        """)
                .query((row, _) ->
                        new LineOfPath(
                                row.getLong("path_id"),
                                row.getString("from_place"),
                                row.getString("to_place")))
                .list();
    }
}
