package vn.busticket.trips;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.trips.CatalogueLines.by;
import static vn.busticket.trips.CatalogueLines.codes;
import static vn.busticket.trips.CatalogueLines.known;
import static vn.busticket.trips.CatalogueLines.number;
import static vn.busticket.trips.CatalogueLines.read;
import static vn.busticket.trips.CatalogueLines.stopsByRoute;
import static vn.busticket.trips.CatalogueLines.values;
import static vn.busticket.trips.CatalogueLines.where;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.PlainText;

/** The catalogue's files fit together: what one line names, another line defines. */
@Tag("P1.1")
@DisplayName("P1.1 the catalogue's files")
class CatalogueFilesTest {

    /** The provinces that ceased on 2025-07-01 (Resolution 202/2025/QH15), by their heirs. */
    private static final String MERGED_PROVINCES =
            """
            TUYEN_QUANG: Hà Giang
            LAO_CAI: Yên Bái
            THAI_NGUYEN: Bắc Kạn
            PHU_THO: Vĩnh Phúc, Hòa Bình
            BAC_NINH: Bắc Giang
            HUNG_YEN: Thái Bình
            HAI_PHONG: Hải Dương
            NINH_BINH: Hà Nam, Nam Định
            QUANG_TRI: Quảng Bình
            DA_NANG: Quảng Nam
            QUANG_NGAI: Kon Tum
            GIA_LAI: Bình Định
            KHANH_HOA: Ninh Thuận
            LAM_DONG: Đắk Nông, Bình Thuận
            DAK_LAK: Phú Yên
            TP_HO_CHI_MINH: Bình Dương, Bà Rịa - Vũng Tàu
            DONG_NAI: Bình Phước
            TAY_NINH: Long An
            CAN_THO: Sóc Trăng, Hậu Giang
            VINH_LONG: Bến Tre, Trà Vinh
            DONG_THAP: Tiền Giang
            CA_MAU: Bạc Liêu
            AN_GIANG: Kiên Giang
            """;

    private final List<CSVRecord> places = read("/catalogue/places.csv");
    private final List<CSVRecord> stops = read("/catalogue/stops.csv");
    private final List<CSVRecord> busTypes = read("/catalogue/bus_types.csv");
    private final List<CSVRecord> layouts = read("/catalogue/layouts.csv");
    private final List<CSVRecord> routes = read("/catalogue/routes.csv");
    private final List<CSVRecord> routeStops = read("/catalogue/route_stops.csv");

    @Test
    void nameTheThirtyFourProvincesAndTheFormerSixtyThree() {
        var provinces = where(places, "kind", "PROVINCE");
        assertThat(provinces).hasSize(34);
        var former = 34;
        for (var line : MERGED_PROVINCES.lines().toList()) {
            var parts = line.split(": ", 2);
            var names = parts[1].split(", ");
            var province = where(provinces, "code", parts[0]).getFirst();
            assertThat(namesOf(province)).contains(names);
            former += names.length;
        }
        assertThat(former).isEqualTo(63);
    }

    @Test
    void giveEveryTownItsProvinceAndEveryStopItsPlace() {
        var provinces = values(where(places, "kind", "PROVINCE"), "code");
        for (var place : places) {
            if (place.get("kind").equals("PROVINCE")) {
                assertThat(place.get("parent_code")).isEmpty();
            } else {
                assertThat(provinces).contains(place.get("parent_code"));
            }
        }
        assertThat(values(places, "code")).containsAll(values(stops, "place_code"));
        assertThat(values(places, "code")).hasSameSizeAs(places);
        assertThat(values(stops, "code")).hasSameSizeAs(stops).hasSizeGreaterThanOrEqualTo(80);
        assertThat(values(stops, "kind")).isSubsetOf("STATION", "OFFICE", "PICKUP", "REST");
    }

    @Test
    void letANameMeanOnePlaceOrATownAndItsOwnProvince() {
        var parents = new HashMap<String, String>();
        places.forEach(place -> parents.put(place.get("code"), place.get("parent_code")));
        var bearers = new HashMap<String, Set<String>>();
        for (var place : places) {
            for (var name : namesOf(place)) {
                bearers.computeIfAbsent(PlainText.searchKey(name), key -> new HashSet<>())
                        .add(place.get("code"));
            }
        }
        bearers.forEach((name, codes) -> {
            var families = codes.stream().map(code -> family(code, parents));
            assertThat(families.distinct()).as(name).hasSize(1);
            var inside = codes.stream().filter(code -> !"".equals(parents.get(code)));
            assertThat(inside).as(name).hasSizeLessThanOrEqualTo(1);
        });
    }

    @Test
    void keepStopsInsideVietnamAndNearTheirPlace() {
        for (var stop : stops) {
            assertThat(Double.parseDouble(stop.get("latitude"))).isBetween(8.3, 23.5);
            assertThat(Double.parseDouble(stop.get("longitude"))).isBetween(102.0, 109.7);
        }
        for (var group : stops.stream().collect(groupingBy(by("place_code"))).values()) {
            for (var stop : group) {
                assertThat(kilometres(group.getFirst(), stop)).as(stop.get("code")).isLessThan(60);
            }
        }
    }

    @Test
    void drawEveryBusTypeWithItsNumberOfSeats() {
        assertThat(values(layouts, "bus_type_code")).isEqualTo(values(busTypes, "code"));
        for (var layout : layouts.stream().collect(groupingBy(by("bus_type_code"))).entrySet()) {
            var seats = where(layout.getValue(), "kind", "SEAT");
            var type = layout.getKey();
            assertThat(type).endsWith("_" + seats.size());
            assertThat(values(seats, "label")).as(type).hasSameSizeAs(seats);
            assertThat(seats).allMatch(seat -> !seat.get("seat_class").isEmpty());
            assertThat(seats)
                    .allMatch(seat ->
                            seat.get("label")
                                    .matches(seat.get("deck").equals("1") ? "A\\d\\d" : "B\\d\\d"));
            var cells = layout.getValue().stream().map(by("deck", "row", "column")).distinct();
            assertThat(cells).as(type).hasSameSizeAs(layout.getValue());
        }
    }

    @Test
    void runEveryRouteForwardAndBack() {
        assertThat(values(routes, "code")).hasSameSizeAs(routes).hasSizeGreaterThanOrEqualTo(124);
        assertThat(values(routeStops, "route_code")).isEqualTo(values(routes, "code"));
        assertThat(values(stops, "code")).containsAll(values(routeStops, "stop_code"));
        var journeys = stopsByRoute();
        for (var journey : journeys.entrySet()) {
            assertThat(journey.getValue()).hasSizeBetween(2, 8);
            assertThat(journey.getValue().getFirst().get("minutes")).isEqualTo("0");
            assertThat(journey.getValue().stream().map(line -> number(line, "sequence")))
                    .containsExactlyElementsOf(
                            IntStream.range(0, journey.getValue().size()).boxed().toList());
            var back = codes(journey.getValue()).reversed();
            assertThat(journeys.values().stream().map(CatalogueLines::codes)).contains(back);
        }
    }

    @Test
    void neverMakeARoadShorterThanTheWayThroughTheAir() {
        var byCode = new HashMap<String, CSVRecord>();
        stops.forEach(stop -> byCode.put(stop.get("code"), stop));
        for (var journey : stopsByRoute().entrySet()) {
            for (var i = 1; i < journey.getValue().size(); i++) {
                var from = journey.getValue().get(i - 1);
                var to = journey.getValue().get(i);
                var air =
                        kilometres(
                                known(byCode, from.get("stop_code")),
                                known(byCode, to.get("stop_code")));
                var road = number(to, "distance_km") - number(from, "distance_km");
                var minutes = number(to, "minutes") - number(from, "minutes");
                assertThat((double) road).as("%s %d", journey, i).isBetween(air, air * 2.2);
                assertThat(road * 60 / minutes).as("%s %d", journey, i).isBetween(15, 80);
            }
        }
    }

    @Test
    void passThroughBaoLocBetweenSaiGonAndDaLat() {
        var journey = known(stopsByRoute(), "SG_DL");
        assertThat(codes(journey)).startsWith("MIEN_DONG_MOI").endsWith("BX_DA_LAT");
        assertThat(codes(journey)).contains("BX_BAO_LOC");
        assertThat(number(journey.getLast(), "minutes")).isEqualTo(420);
    }

    private static String family(String code, Map<String, String> parents) {
        var parent = known(parents, code);
        return parent.isEmpty() ? code : parent;
    }

    private static List<String> namesOf(CSVRecord place) {
        var aliases = Arrays.stream(place.get("aliases").split("\\|"));
        return Stream.concat(Stream.of(place.get("name_vi"), place.get("name_en")), aliases)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static double kilometres(CSVRecord from, CSVRecord to) {
        var fromLatitude = Math.toRadians(Double.parseDouble(from.get("latitude")));
        var toLatitude = Math.toRadians(Double.parseDouble(to.get("latitude")));
        var east =
                Math.toRadians(
                        Double.parseDouble(to.get("longitude"))
                                - Double.parseDouble(from.get("longitude")));
        var haversine =
                Math.pow(Math.sin((toLatitude - fromLatitude) / 2), 2)
                        + Math.cos(fromLatitude)
                                * Math.cos(toLatitude)
                                * Math.pow(Math.sin(east / 2), 2);
        return 2 * 6371 * Math.asin(Math.sqrt(haversine));
    }
}
