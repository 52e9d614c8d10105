package vn.busticket.trips;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.trips.CatalogueLines.by;
import static vn.busticket.trips.CatalogueLines.codes;
import static vn.busticket.trips.CatalogueLines.known;
import static vn.busticket.trips.CatalogueLines.number;
import static vn.busticket.trips.CatalogueLines.read;
import static vn.busticket.trips.CatalogueLines.stopsByRoute;
import static vn.busticket.trips.CatalogueLines.values;
import static vn.busticket.trips.CatalogueLines.where;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demo's invented operators run on the real catalogue, with a price for whatever they sell. */
@Tag("P1.1")
@DisplayName("P1.1 the demo's catalogue files")
class DemoCatalogueFilesTest {

    private final List<CSVRecord> layouts = read("/catalogue/layouts.csv");
    private final List<CSVRecord> operators = read("/demo-catalogue/operators.csv");
    private final List<CSVRecord> buses = read("/demo-catalogue/buses.csv");
    private final List<CSVRecord> tariffs = read("/demo-catalogue/tariffs.csv");
    private final List<CSVRecord> schedules = read("/demo-catalogue/schedules.csv");
    private final List<CSVRecord> exceptions = read("/demo-catalogue/schedule_exceptions.csv");
    private final List<CSVRecord> extraTrips = read("/demo-catalogue/trips.csv");

    @Test
    void inventOperatorsWithKnownCoaches() {
        assertThat(operators).allMatch(operator -> operator.get("email").endsWith(".example"));
        assertThat(operators).allMatch(operator -> operator.get("hotline").startsWith("1900 00"));
        assertThat(values(operators, "code")).containsAll(values(buses, "operator_code"));
        assertThat(values(buses, "plate")).hasSameSizeAs(buses);
        var owned = buses.stream().map(by("operator_code", "bus_type_code")).collect(toSet());
        assertThat(owned)
                .containsAll(
                        schedules.stream()
                                .map(by("operator_code", "bus_type_code"))
                                .collect(toSet()));
    }

    @Test
    @Tag("P4.6")
    void haveOperatorsThatAreStricterAndMoreGenerousThanTheHouse() {
        var policies = read("/demo-catalogue/policies.csv");
        assertThat(values(operators, "code")).containsAll(values(policies, "operator_code"));
        assertThat(values(read("/catalogue/holidays.csv"), "code"))
                .containsAll(
                        policies.stream()
                                .map(policy -> policy.get("holiday_code"))
                                .filter(code -> !code.isEmpty())
                                .collect(toSet()));
        assertThat(policies).anyMatch(policy -> policy.get("cancellation").isEmpty());
        assertThat(policies).anyMatch(policy -> policy.get("cancellation").equals("0:100"));
        assertThat(policies).anyMatch(policy -> number(policy, "changes") > 2);
    }

    @Test
    void priceEveryPairOfStopsInEverySeatClassOfEveryService() {
        var fares = new HashMap<String, Integer>();
        for (var fare : tariffs) {
            var price = number(fare, "price_vnd");
            assertThat(price % 1000).isZero();
            assertThat(price).isBetween(30_000, 2_000_000);
            assertThat(fares.put(fareKey(fare, fare.get("seat_class")), price)).isNull();
        }
        assertThat(fares.keySet()).isEqualTo(neededFares());
        fares.forEach((key, price) -> {
            var upper = fares.get(key.replace(" LOWER ", " UPPER "));
            if (key.contains(" LOWER ") && upper != null) {
                assertThat(price).as(key).isGreaterThan(upper);
            }
        });
        assertThat(fares)
                .containsEntry("SAO_DEM SG_DL SLEEPER_34 LOWER MIEN_DONG_MOI BX_DA_LAT", 320_000)
                .containsEntry("SAO_DEM SG_DL SLEEPER_34 UPPER MIEN_DONG_MOI BX_DA_LAT", 300_000);
    }

    @Test
    void leaveFiveHundredTimesOnEveryDayOfTheWeek() {
        assertThat(values(schedules, "code")).hasSameSizeAs(schedules);
        for (var day : List.of("1", "2", "3", "4", "5", "6", "7")) {
            var leaving = schedules.stream().filter(line -> line.get("weekdays").contains(day));
            assertThat(leaving.count()).as(day).isGreaterThanOrEqualTo(520);
        }
        assertThat(schedules.stream().map(by("operator_code", "route_code", "departure_time")))
                .contains("SAO_DEM SG_DL 22:30");
        assertThat(values(schedules, "code")).containsAll(values(exceptions, "schedule_code"));
        assertThat(exceptions)
                .allMatch(line ->
                        line.get("kind").equals("MOVED") != line.get("departure_time").isEmpty());
    }

    private Set<String> neededFares() {
        var classes =
                where(layouts, "kind", "SEAT").stream()
                        .collect(
                                groupingBy(
                                        by("bus_type_code"), mapping(by("seat_class"), toSet())));
        var journeys = stopsByRoute();
        var needed = new HashSet<String>();
        for (var service : Stream.concat(schedules.stream(), extraTrips.stream()).toList()) {
            var codes = codes(known(journeys, service.get("route_code")));
            for (var seatClass : known(classes, service.get("bus_type_code"))) {
                for (var pair : pairs(codes)) {
                    needed.add(serviceKey(service) + " " + seatClass + " " + pair);
                }
            }
        }
        return needed;
    }

    private static List<String> pairs(List<String> codes) {
        var pairs = new ArrayList<String>();
        for (var from = 0; from < codes.size(); from++) {
            for (var to = from + 1; to < codes.size(); to++) {
                pairs.add(codes.get(from) + " " + codes.get(to));
            }
        }
        return pairs;
    }

    private static String serviceKey(CSVRecord line) {
        return by("operator_code", "route_code", "bus_type_code").apply(line);
    }

    private static String fareKey(CSVRecord fare, String seatClass) {
        return serviceKey(fare) + " " + seatClass + " " + by("from_stop", "to_stop").apply(fare);
    }
}
