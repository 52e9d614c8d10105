package vn.busticket.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.BusType;
import vn.busticket.trips.FareKey;
import vn.busticket.trips.Operator;
import vn.busticket.trips.OperatorId;
import vn.busticket.trips.OperatorPolicies;
import vn.busticket.trips.SeatLayout;
import vn.busticket.trips.Stop;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.TripStop;

/** Two stops in Sài Gòn, one in Bảo Lộc, two in Đà Lạt: which stretch does an address mean? */
@Tag("P1.2")
class StretchChoiceTest {

    private static final List<String> STOPS =
            List.of("SG_OLD", "SG_NEW", "BL", "DL_BUS", "DL_CENTRE");
    private static final List<String> PLACES =
            List.of("SAI_GON", "SAI_GON", "BAO_LOC", "DA_LAT", "DA_LAT");

    private final Trip trip = trip();

    @Test
    void offersTheWholeWayBetweenThePlacesFirst() {
        var choice = choice("from=SAI_GON&to=DA_LAT").orElseThrow();
        assertThat(choice.stretch()).isEqualTo(new Stretch(0, 4));
        assertThat(codes(choice.boardings())).containsExactly("SG_OLD", "SG_NEW");
        assertThat(codes(choice.dropOffs())).containsExactly("DL_BUS", "DL_CENTRE");
    }

    @Test
    void takesTheNamedStops() {
        assertThat(
                        choice("from=SAI_GON&to=DA_LAT&boarding=SG_NEW&dropoff=DL_BUS")
                                .orElseThrow()
                                .stretch())
                .isEqualTo(new Stretch(1, 3));
        assertThat(choice("from=SG_NEW&to=DL_BUS").orElseThrow().stretch())
                .isEqualTo(new Stretch(1, 3));
    }

    @Test
    void ignoresStopsElsewhere() {
        assertThat(choice("from=SAI_GON&to=DA_LAT&boarding=BL&dropoff=xyz").orElseThrow().stretch())
                .isEqualTo(new Stretch(0, 4));
    }

    @Test
    void meansTheWholeTripIfNothingIsSaid() {
        assertThat(choice("").orElseThrow().stretch()).isEqualTo(new Stretch(0, 4));
    }

    @Test
    void refusesTheWrongOrderAndUnknownPlaces() {
        assertThat(choice("from=DA_LAT&to=SAI_GON")).isEmpty();
        assertThat(choice("from=DL_BUS&to=SG_OLD")).isEmpty();
        assertThat(choice("from=SAI_GON&to=HA_NOI")).isEmpty();
        assertThat(choice("from=BAO_LOC&to=BAO_LOC")).isEmpty();
    }

    @Test
    void believesNoNumberOfATrip() {
        for (var written : List.of("abc", "-1", "0", "1;drop", "99999999999999999999")) {
            assertThat(TripAddress.read(written, Map.of()).id()).isEmpty();
        }
        assertThat(TripAddress.read("42", Map.of()).id()).contains(new TripId(42));
    }

    private Optional<StretchChoice> choice(String query) {
        var parameters = QueryParameters.fromString(query).getParameters();
        return StretchChoice.of(
                trip,
                TripAddress.read("1", parameters),
                written ->
                        Optional.of(written)
                                .filter(code -> PLACES.contains(code) || code.equals("HA_NOI")));
    }

    private static List<String> codes(List<TripStop> stops) {
        return stops.stream().map(stop -> stop.stop().code()).toList();
    }

    private static Trip trip() {
        var start = Instant.parse("2026-11-27T15:30:00Z");
        var stops =
                IntStream.range(0, STOPS.size())
                        .mapToObj(number ->
                                new TripStop(
                                        number,
                                        stop(STOPS.get(number), PLACES.get(number)),
                                        start.plus(Duration.ofHours(number))))
                        .toList();
        var fares = new HashMap<FareKey, Vnd>();
        for (var from = 0; from < STOPS.size(); from++) {
            for (var to = from + 1; to < STOPS.size(); to++) {
                if (!PLACES.get(from).equals(PLACES.get(to))) {
                    fares.put(new FareKey(new Stretch(from, to), "LOWER"), new Vnd(100_000));
                }
            }
        }
        return new Trip(
                new TripId(1),
                new Operator(
                        new OperatorId(1), "SAO_DEM", "Sao Đêm", "", "", Duration.ofMinutes(30)),
                new BusType("S", BusType.Kind.SLEEPER, "Giường", "Sleeper", Set.of(), 0),
                new SeatLayout(1, List.of()),
                "SG_DL",
                stops,
                Trip.State.SCHEDULED,
                fares,
                OperatorPolicies.NONE);
    }

    private static Stop stop(String code, String place) {
        return new Stop(code, place, List.of(place), Stop.Kind.STATION, code, code, "", 0, 0);
    }
}
