package vn.busticket.search;

import static java.util.stream.Collectors.groupingBy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Catalogue;
import vn.busticket.trips.PathStop;

/** Which pairs of places have the most trips from end to end; read once in five minutes. */
@Component
class PopularRoutes {

    private static final int DAYS = 7;
    private static final String ALL = "all";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Cache<String, List<PopularRoute>> held =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build();

    PopularRoutes(JdbcClient jdbc, Catalogue catalogue, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    List<PopularRoute> all() {
        return held.get(ALL, _ -> read(clock.instant()));
    }

    private List<PopularRoute> read(Instant now) {
        return drivenFrom(now).stream().collect(groupingBy(Driven::ends)).entrySet().stream()
                .map(PopularRoutes::popularRoute)
                .toList();
    }

    private List<Driven> drivenFrom(Instant now) {
        return jdbc.sql(
                        """
                        select driven.path_id, sum(driven.trips) as trips, min(price.lowest_vnd) as lowest_vnd
                        from (select t.path_id, t.tariff_id, count(*) as trips
                              from trip t
                              where t.departs_at >= :now and t.departs_at < :until and t.state = 'SCHEDULED'
                              group by t.path_id, t.tariff_id) driven
                        join (select path_id, max(sequence) as last from route_stop group by path_id) line
                            on line.path_id = driven.path_id
                        cross join lateral (select min(f.price_vnd) as lowest_vnd
                                            from fare f
                                            where f.tariff_id = driven.tariff_id
                                              and f.from_sequence = 0
                                              and f.to_sequence = line.last) price
                        where price.lowest_vnd is not null
                        group by driven.path_id
                        """)
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(now.plus(Duration.ofDays(DAYS))))
                .query((row, _) ->
                        new Driven(
                                catalogue.path(row.getLong("path_id")).stops(),
                                row.getLong("trips"),
                                new Vnd(row.getLong("lowest_vnd"))))
                .list();
    }

    private static PopularRoute popularRoute(Map.Entry<Ends, List<Driven>> entry) {
        var driven = entry.getValue();
        return new PopularRoute(
                entry.getKey().fromPlace(),
                entry.getKey().toPlace(),
                driven.stream().map(Driven::duration).min(Duration::compareTo).orElseThrow(),
                Math.ceilDiv(Math.toIntExact(driven.stream().mapToLong(Driven::trips).sum()), DAYS),
                driven.stream().map(Driven::priceFrom).min(Vnd::compareTo).orElseThrow());
    }

    private record Ends(String fromPlace, String toPlace) {}

    private record Driven(List<PathStop> stops, long trips, Vnd priceFrom) {

        Ends ends() {
            return new Ends(
                    stops.getFirst().stop().placeCode(), stops.getLast().stop().placeCode());
        }

        Duration duration() {
            return stops.getLast().fromStart();
        }
    }
}
