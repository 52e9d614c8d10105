package vn.busticket.trips;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.VietnamTime;

/**
 * Makes trips from the schedules for all days on sale; may be repeated and run on several nodes at
 * once. A trip that was made stays as it is: a changed schedule, layout or fare applies to trips
 * made afterwards.
 */
@Component
class TripGenerator {

    /** Of the bus type {@code b}. */
    static final String NEWEST_LAYOUT =
            """
            select seat_layout.id from seat_layout
            where seat_layout.bus_type_id = b.id order by seat_layout.version desc limit 1\
            """;

    /** Of path {@code p} and bus type {@code b}; to be completed with the operator and the day. */
    static final String TARIFF_OF_DAY =
            """
            select tariff.id from tariff
            where tariff.operator_id = %1$s and tariff.path_id = p.id and tariff.bus_type_id = b.id
              and tariff.superseded_at is null and %2$s between tariff.valid_from and tariff.valid_to
            order by tariff.valid_from desc limit 1\
            """;

    private static final String DEPARTURES =
            """
            with departure as (
                select s.id as schedule_id, s.operator_id, s.route_id, s.bus_type_id, d.day,
                       (d.day + coalesce(e.departure_time, s.departure_time))
                           at time zone 'Asia/Ho_Chi_Minh' as departs_at
                from (select cast(:today as date) + n as day
                      from generate_series(0, :days - 1) as n) d
                join schedule s on d.day between s.valid_from and s.valid_to
                left join schedule_exception e on e.schedule_id = s.id and e.day = d.day
                where case coalesce(e.kind, 'NONE')
                          when 'CANCELLED' then false
                          when 'EXTRA' then true
                          else strpos(s.weekdays, extract(isodow from d.day)::text) > 0
                      end)
            """;

    private static final String GENERATE =
            DEPARTURES
                    + """
                    insert into trip
                        (operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id, schedule_id,
                         departs_at, service_day, state, created_at)
                    select d.operator_id, d.route_id, p.id, d.bus_type_id, l.id, t.id, d.schedule_id,
                           d.departs_at, d.day, 'SCHEDULED', :now
                    from departure d
                    join bus_type b on b.id = d.bus_type_id
                    join route_path p on p.route_id = d.route_id and p.superseded_at is null
                    cross join lateral (%s) l
                    cross join lateral (%s) t
                    where d.departs_at > :now
                      and not exists (select 1 from trip known
                                      where known.schedule_id = d.schedule_id and known.service_day = d.day)
                    order by d.departs_at
                    on conflict do nothing
                    """
                            .formatted(
                                    NEWEST_LAYOUT,
                                    TARIFF_OF_DAY.formatted("d.operator_id", "d.day"));

    private static final String DEPARTURES_WITHOUT_TRIP =
            DEPARTURES
                    + """
                    select count(*)
                    from departure d
                    where d.departs_at > :now
                      and not exists (select 1 from trip known
                                      where known.schedule_id = d.schedule_id and known.service_day = d.day)
                    """;

    private static final Logger log = LoggerFactory.getLogger(TripGenerator.class);

    private final JdbcClient jdbc;
    private final ClusterNotices notices;
    private final CatalogueProperties properties;
    private final Clock clock;

    TripGenerator(
            JdbcClient jdbc, ClusterNotices notices, CatalogueProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
    }

    /** Makes the trips that are missing and says how many they were. */
    int generate() {
        var now = clock.instant();
        int made = statement(GENERATE, now).update();
        long impossible = statement(DEPARTURES_WITHOUT_TRIP, now).query(Long.class).single();
        if (impossible > 0) {
            log.warn("departures without fares or layout are not sold departures={}", impossible);
        }
        if (made > 0) {
            log.info("trips generated trips={} daysOnSale={}", made, properties.daysOnSale());
            notices.publish(Catalogue.TOPIC, ClusterNotices.ALL);
        }
        return made;
    }

    private JdbcClient.StatementSpec statement(String sql, Instant now) {
        LocalDate today = VietnamTime.dayOf(now);
        return jdbc.sql(sql)
                .param("today", today)
                .param("days", properties.daysOnSale())
                .param("now", SqlTime.of(now));
    }
}
