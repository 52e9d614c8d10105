package vn.busticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.trips.SampleCatalogue;

@Tag("P1.2")
class SearchPlanTest extends ApplicationTest {

    private static final List<String> MANY_TRIPS_AND_SEATS =
            List.of(
                    """
                    insert into trip (operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id,
                                      departs_at, service_day, state, created_at)
                    select operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id,
                           departs_at + n * interval '1 hour', service_day, state, created_at
                    from trip cross join generate_series(1, 20000) n
                    where operator_id = (select id from operator where code = '@OP')
                    """,
                    """
                    insert into seat_hold (token, trip_id, from_sequence, to_sequence, visitor_id, address_key,
                                           seat_labels, seat_classes, prices_vnd, held_until, created_at)
                    select 'plan' || id, id, 0, 3, gen_random_uuid(), 'plan', '{}', '{}', '{}', created_at, created_at
                    from trip where operator_id = (select id from operator where code = '@OP')
                    """,
                    """
                    insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
                    select trip_id, seat, int4range(0, 3), id, 'infinity'
                    from seat_hold cross join unnest(array['A01', 'A02', 'B01']) seat
                    where address_key = 'plan'
                    """,
                    "analyze trip",
                    "analyze seat_occupancy");

    private static final String TRIPS_THROUGH_ONE_CITY =
            """
            insert into trip (operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id,
                              departs_at, service_day, state, created_at)
            select t.operator_id, p.route_id, p.id, t.bus_type_id, t.layout_id, t.tariff_id,
                   t.departs_at + n * interval '1 hour', t.service_day, t.state, t.created_at
            from trip t cross join route_path p cross join generate_series(1, 3000) n
            where t.operator_id = (select id from operator where code = '@OP')
              and exists (select 1 from route_stop s
                          join stop on stop.id = s.stop_id
                          join place on place.id = stop.place_id
                          where s.path_id = p.id and place.code = 'CAN_THO')
            order by n, p.id
            """;

    @Autowired private BeanFactory application;
    @Autowired private TransactionOperations transactions;

    @Test
    void readsTripsAndSeatsByTheirIndexes() {
        var sample = SampleCatalogue.withRoad().departure("2026-11-30T07:30");
        sample.importInto(application);
        var query =
                new TripQuery(
                        sample.code("@SG"), sample.code("@DL"), LocalDate.parse("2026-12-24"), 1);

        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            MANY_TRIPS_AND_SEATS.forEach(sql -> database.sql(sample.code(sql)).update());

            assertReadsByIndex(query);
        });
    }

    @Test
    void readsByIndexAlsoBetweenPlacesWithManyPairsOfStops() {
        var sample = SampleCatalogue.withRoad().departure("2026-11-30T07:30");
        sample.importInto(application);
        var query = new TripQuery("CAN_THO", "SAI_GON", LocalDate.parse("2026-12-24"), 1);

        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            database.sql(sample.code(TRIPS_THROUGH_ONE_CITY)).update();
            database.sql("analyze trip").update();

            assertReadsByIndex(query);
        });
    }

    private void assertReadsByIndex(TripQuery query) {
        for (var plan :
                List.of(
                        SearchPlan.ofOffers(application, query, clock.instant()),
                        SearchPlan.ofLowestPrices(application, query, clock.instant()))) {
            assertThat(plan)
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("Seq Scan on trip"))
                    .noneMatch(line -> line.contains("Seq Scan on seat_occupancy"));
        }
    }
}
