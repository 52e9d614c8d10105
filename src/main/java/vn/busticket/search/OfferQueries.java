package vn.busticket.search;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Catalogue;
import vn.busticket.trips.RoutePath;
import vn.busticket.trips.TripId;

/** Reads from the database which trips are on sale, at what price, with how many seats left. */
@Component
class OfferQueries {

    /**
     * A trip may be reached by several pairs of stops in the two places; of those with a fare that
     * are still on sale, the first in the order of {@link RoutePath#stretchesBetween} is offered on
     * each day. The bounds that hold for all lines say nothing new, but let the planner see how few
     * days are meant.
     */
    private static final String ON_SALE =
            """
            select distinct on (t.id, boarding.day)
                   t.id, t.path_id, t.operator_id, t.bus_type_id, t.layout_id, t.departs_at,
                   line.from_sequence, line.to_sequence, price.lowest_vnd, boarding.day
            from unnest(cast(:paths as bigint[]), cast(:froms as integer[]),
                        cast(:tos as integer[]), cast(:minutes as integer[]))
                     with ordinality
                     as line (path_id, from_sequence, to_sequence, minutes, rank)
            join trip t on t.path_id = line.path_id
                       and t.departs_at >= :first and t.departs_at < :last
                       and t.departs_at >= :earliest - make_interval(mins => line.minutes)
                       and t.departs_at < :latest - make_interval(mins => line.minutes)
            join operator op on op.id = t.operator_id
            cross join lateral (select min(f.price_vnd) as lowest_vnd
                                from fare f
                                where f.tariff_id = t.tariff_id
                                  and f.from_sequence = line.from_sequence
                                  and f.to_sequence = line.to_sequence) price
            cross join lateral (select cast((t.departs_at + make_interval(mins => line.minutes))
                                            at time zone 'Asia/Ho_Chi_Minh' as date) as day) boarding
            where t.state = 'SCHEDULED'
              and price.lowest_vnd is not null
              and t.departs_at > :now - make_interval(mins => line.minutes - op.sales_cutoff_minutes)
            order by t.id, boarding.day, line.rank
            """;

    /** How many seats of {@code offer} are taken somewhere on its stretch. */
    private static final String SEATS_TAKEN =
            """
            select count(distinct o.seat_label)
            from seat_occupancy o
            where o.trip_id = offer.id
              and o.stretch && int4range(offer.from_sequence, offer.to_sequence)
              and o.held_until > :now
            """;

    static final String OFFERS =
            """
            select offer.*, (%s) as seats_taken
            from (%s) offer
            """
                    .formatted(SEATS_TAKEN, ON_SALE);

    /**
     * Seats are counted from the cheapest trip of a day on and only until one has room: {@code
     * offset 0} keeps the order of looking.
     */
    static final String LOWEST_PRICES =
            """
            with on_sale as materialized (%s)
            select sold.day, cheapest.lowest_vnd
            from (select distinct day from on_sale) sold
            cross join lateral (
                select offer.lowest_vnd
                from (select id, layout_id, from_sequence, to_sequence, lowest_vnd
                      from on_sale where on_sale.day = sold.day
                      order by lowest_vnd, id offset 0) offer
                where (select count(*) from seat_layout_cell c
                       where c.layout_id = offer.layout_id and c.kind = 'SEAT') - (%s) >= :passengers
                limit 1) cheapest
            """
                    .formatted(ON_SALE, SEATS_TAKEN);

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    OfferQueries(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /**
     * Trips on sale that leave their boarding stop from {@code earliest} on, before {@code latest}.
     */
    List<TripOffer> offers(TripQuery query, Instant earliest, Instant latest, Instant now) {
        return statement(OFFERS, query, earliest, latest, now)
                .query((row, _) -> offer(row, query.passengers()))
                .list();
    }

    /** The lowest price of a trip with room for all, by the day on which it leaves. */
    Map<LocalDate, Vnd> lowestPrices(
            TripQuery query, Instant earliest, Instant latest, Instant now) {
        var prices = new HashMap<LocalDate, Vnd>();
        statement(LOWEST_PRICES, query, earliest, latest, now)
                .param("passengers", query.passengers())
                .query(row -> {
                    prices.put(
                            row.getObject("day", LocalDate.class),
                            new Vnd(row.getLong("lowest_vnd")));
                });
        return prices;
    }

    JdbcClient.StatementSpec statement(
            String sql, TripQuery query, Instant earliest, Instant latest, Instant now) {
        var lines = linesBetween(query.fromPlace(), query.toPlace());
        var toBoarding = lines.stream().mapToInt(Line::minutesToBoarding).summaryStatistics();
        var first = lines.isEmpty() ? earliest : earliest.minus(toBoarding.getMax(), MINUTES);
        var last = lines.isEmpty() ? latest : latest.minus(toBoarding.getMin(), MINUTES);
        return jdbc.sql(sql)
                .param("paths", lines.stream().map(line -> line.path().id()).toArray(Long[]::new))
                .param("froms", integers(lines, line -> line.stretch().from()))
                .param("tos", integers(lines, line -> line.stretch().to()))
                .param("minutes", integers(lines, Line::minutesToBoarding))
                .param("first", SqlTime.of(first))
                .param("last", SqlTime.of(last))
                .param("earliest", SqlTime.of(earliest))
                .param("latest", SqlTime.of(latest))
                .param("now", SqlTime.of(now));
    }

    private List<Line> linesBetween(String fromPlace, String toPlace) {
        return fromPlace.equals(toPlace)
                ? List.of()
                : catalogue.paths().stream()
                        .flatMap(path ->
                                path.stretchesBetween(fromPlace, toPlace).stream()
                                        .map(stretch -> new Line(path, stretch)))
                        .toList();
    }

    private TripOffer offer(ResultSet row, int passengers) throws SQLException {
        var stops = catalogue.path(row.getLong("path_id")).stops();
        var boarding = stops.get(row.getInt("from_sequence"));
        var dropOff = stops.get(row.getInt("to_sequence"));
        var start = SqlTime.instant(row, "departs_at");
        int seats = catalogue.layout(row.getLong("layout_id")).seatCount();
        return new TripOffer(
                new TripId(row.getLong("id")),
                new Stretch(boarding.sequence(), dropOff.sequence()),
                catalogue.operator(row.getLong("operator_id")),
                catalogue.busType(row.getLong("bus_type_id")),
                boarding.stop(),
                dropOff.stop(),
                start.plus(boarding.fromStart()),
                start.plus(dropOff.fromStart()),
                new Vnd(row.getLong("lowest_vnd")),
                Math.max(0, seats - row.getInt("seats_taken")),
                passengers);
    }

    private static Integer[] integers(List<Line> lines, ToIntFunction<Line> value) {
        return lines.stream().mapToInt(value).boxed().toArray(Integer[]::new);
    }

    /** A path and a stretch of it that leads from one place to the other. */
    private record Line(RoutePath path, Stretch stretch) {

        int minutesToBoarding() {
            return Math.toIntExact(path.stops().get(stretch.from()).fromStart().toMinutes());
        }
    }
}
