package vn.busticket.trips;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.ApplicationTest;

@Tag("P1.1")
class CatalogueImportTest extends ApplicationTest {

    private static final List<String> TABLES =
            List.of(
                    "place",
                    "stop",
                    "bus_type",
                    "seat_layout",
                    "seat_layout_cell",
                    "route",
                    "route_path",
                    "route_stop",
                    "operator",
                    "bus",
                    "tariff",
                    "fare",
                    "schedule",
                    "schedule_exception",
                    "trip",
                    "holiday",
                    "policy",
                    "policy_tier");

    @Autowired private BeanFactory application;
    @Autowired private Catalogue catalogue;
    @Autowired private Places places;
    @Autowired private Trips trips;

    @Test
    void doublesNothingWhenRepeated() {
        var sample = full();
        sample.importInto(application);
        var before = counts();

        // Another line makes the files differ from the last time, so that all of them are read
        // again.
        sample.line("places", "@X,TOWN,,@ X,@ X,").importInto(application);

        var after = counts();
        before.merge("place", 1L, Long::sum);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void skipsFilesThatAreAsTheyWere() {
        var sample = full();
        assertThat(sample.importInto(application)).isTrue();
        assertThat(sample.importInto(application)).isFalse();
    }

    @Test
    void bringsChangedLinesUpToDate() {
        var sample = full();
        sample.importInto(application);

        sample.without("operators")
                .line("operators", "@OP,@ Tên mới,1900 1111,moi@example.vn,5 Đường,45")
                .importInto(application);

        assertThat(
                        database.sql("select sales_cutoff_minutes from operator where code = :code")
                                .param("code", sample.code("@OP"))
                                .query(Integer.class)
                                .single())
                .isEqualTo(45);
    }

    @Test
    void leavesFaresAndStopsOfTripsThatWereMade() {
        var sample = full();
        sample.importInto(application);
        var trip = theTripOf(sample);

        sample.without("tariffs")
                .without("route_stops")
                .line("route_stops", "@R,0,@SG2,0,0")
                .line("route_stops", "@R,1,@DL1,280,390")
                .fare("LOWER", "@SG2", "@DL1", 999_000)
                .departure("2026-11-29T07:30")
                .importInto(application);

        var later = trips.find(trip.id()).orElseThrow();
        assertThat(later.stops()).isEqualTo(trip.stops());
        assertThat(later.fares()).isEqualTo(trip.fares());
        assertThat(
                        count(
                                "trip where tariff_id in (select id from tariff where superseded_at is null)"))
                .isPositive();
    }

    @Test
    void sellsLaterTripsAtChangedFares() {
        var sample = full();
        sample.importInto(application);
        var earlier = theTripOf(sample);

        sample.without("tariffs")
                .without("trips")
                .fare("LOWER", "@SG1", "@DL1", 999_000)
                .departure("2026-11-29T07:30")
                .importInto(application);

        var road = new Stretch(0, 3);
        var later = tripsOf(sample).getLast();
        assertThat(later.fare(road, "LOWER")).contains(new Vnd(999_000));
        assertThat(later.fare(road, "UPPER")).isEmpty();
        assertThat(trips.find(earlier.id()).orElseThrow().fare(road, "LOWER"))
                .contains(new Vnd(320_000));
    }

    @Test
    void namesEveryBadLineAndChangesNothing() {
        var before = counts();
        var sample =
                SampleCatalogue.withRoad()
                        .line("places", "@NO,VILLAGE,@NOWHERE,@ A,,")
                        .line("stops", "@SG1,@SG,STATION,@ again,@ again,1 Đường,10.8,abc")
                        .line("schedules", "@S,@OP,@R,@BUS,25:00,18,2026-01-01,");

        var refused =
                catchThrowableOfType(CatalogueRefused.class, () -> sample.importInto(application));

        assertThat(refused.badLines())
                .extracting(BadLine::file, BadLine::line)
                .contains(
                        tuple("places.csv", 6L),
                        tuple("stops.csv", 6L),
                        tuple("schedules.csv", 2L));
        assertThat(refused)
                .hasMessageContaining("places.csv:6: kind is none of PROVINCE, CITY, TOWN: VILLAGE")
                .hasMessageContaining("places.csv:6: parent_code is not known in places")
                .hasMessageContaining("places.csv:6: name_en is missing")
                .hasMessageContaining("stops.csv:6: longitude is no number of degrees: abc")
                .hasMessageContaining("stops.csv:6: the same code as line 2")
                .hasMessageContaining(
                        "schedules.csv:2: departure_time is no time such as 07:30: 25:00")
                .hasMessageContaining("schedules.csv:2: weekdays");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void namesLinesThatContradictOthers() {
        var before = counts();
        var sample =
                SampleCatalogue.withRoad()
                        .fare("LOWER", "@DL1", "@SG1", 100_000)
                        .fare("GOLD", "@SG1", "@DL1", 100_000)
                        .line("buses", "@OP,51B-1,@BUS,9");

        assertThatThrownBy(() -> sample.importInto(application))
                .hasMessageContaining(
                        "tariffs.csv:9: the route does not lead from that stop to the other")
                .hasMessageContaining(
                        "tariffs.csv:10: no bus of that type has a seat of that seat_class")
                .hasMessageContaining("buses.csv:2: the bus type has no layout of that version");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void refusesAStoredLayoutWithOtherSeats() {
        var sample = full();
        sample.importInto(application);

        sample.line("layouts", "@BUS,1,2,3,1,SEAT,B03,UPPER");

        assertThatThrownBy(() -> sample.importInto(application))
                .hasMessageContaining("layouts.csv:2: this version of the layout is stored");
    }

    @Test
    void namesFilesThatAreNone(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tarifs.csv"), "a,b\n1,2\n", UTF_8);
        Files.writeString(folder.resolve("stops.csv"), "code,name\n1,2\n", UTF_8);

        assertThatThrownBy(() ->
                        application
                                .getBean(CatalogueImport.class)
                                .importAll(
                                        CatalogueSource.shipped(),
                                        Optional.of(CatalogueSource.folder(folder))))
                .hasMessageContaining("tarifs.csv:1: no file of a catalogue")
                .hasMessageContaining(
                        "stops.csv:1: the first line must name the columns code,place_code");
        assertThatThrownBy(() -> CatalogueSource.folder(folder.resolve("missing")))
                .hasMessageContaining("CATALOGUE_IMPORT_DIR names no folder");
    }

    @Test
    void saysAtStartWhichLinesAreBad() {
        var refused =
                new CatalogueRefused("folder x", List.of(new BadLine("stops.csv", 7, "is wrong")));

        var analysis = new CatalogueRefusedAnalyzer().analyze(new IllegalStateException(refused));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("stops.csv:7: is wrong");
    }

    @Test
    void letsTwoNodesStartAtOnce() throws Exception {
        var sample = full();
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> start = () -> sample.importInto(application);
            var first = nodes.submit(start);
            var second = nodes.submit(start);
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void shipsPlacesStopsAndRoutesOfVietnam() {
        assertThat(places.all())
                .filteredOn(place -> place.kind() == Place.Kind.PROVINCE)
                .hasSizeGreaterThanOrEqualTo(34);
        assertThat(count("stop")).isGreaterThanOrEqualTo(60);
        assertThat(count("route")).isGreaterThanOrEqualTo(60);
        assertThat(catalogue.paths()).hasSizeGreaterThanOrEqualTo(60);
    }

    private SampleCatalogue full() {
        return SampleCatalogue.withRoad()
                .line("buses", "@OP,@-51B,@BUS,1")
                .line("schedules", "@S,@OP,@R,@BUS,07:30,1234567,2026-01-01,")
                .line("schedule_exceptions", "@S,2026-11-25,CANCELLED,")
                .line("holidays", "@TET,@ Tết,@ Tết,LUNAR,1,1,7,7")
                .line("policies", "@OP,,@TET,1,1440,1,0,1440:10|240:50")
                .departure("2026-11-28T07:30");
    }

    private Trip theTripOf(SampleCatalogue sample) {
        return tripsOf(sample).getFirst();
    }

    private List<Trip> tripsOf(SampleCatalogue sample) {
        return database
                .sql(
                        """
                        select t.id from trip t join operator o on o.id = t.operator_id
                        where o.code = :code order by t.departs_at
                        """)
                .param("code", sample.code("@OP"))
                .query((row, _) -> new TripId(row.getLong("id")))
                .list()
                .stream()
                .map(id -> trips.find(id).orElseThrow())
                .toList();
    }

    private Map<String, Long> counts() {
        var counts = new HashMap<String, Long>();
        TABLES.forEach(table -> counts.put(table, count(table)));
        return counts;
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
