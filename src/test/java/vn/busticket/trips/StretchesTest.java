package vn.busticket.trips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.Stretch;

/** A line through the province of Cần Thơ, whose city is called like it, to Sài Gòn. */
@Tag("P1.2")
class StretchesTest {

    private static final Stop SOC_TRANG = stop("SOC_TRANG", "CAN_THO");
    private static final Stop CAN_THO = stop("CAN_THO");
    private static final Stop MY_THO = stop("MY_THO", "DONG_THAP");
    private static final Stop SAI_GON = stop("SAI_GON", "TP_HO_CHI_MINH");

    private final List<Stop> there = List.of(SOC_TRANG, CAN_THO, MY_THO, SAI_GON);
    private final List<Stop> back = there.reversed();

    @Test
    void aPlacesOwnStopComesBeforeThoseOfPlacesInsideIt() {
        assertThat(between(there, "CAN_THO", "SAI_GON"))
                .containsExactly(new Stretch(1, 3), new Stretch(0, 3));
        assertThat(between(back, "SAI_GON", "CAN_THO"))
                .containsExactly(new Stretch(0, 2), new Stretch(0, 3));
    }

    @Test
    void aPlaceInsideIsStillFoundByItsOwnName() {
        assertThat(between(there, "SOC_TRANG", "SAI_GON")).containsExactly(new Stretch(0, 3));
    }

    @Test
    void withinOnePlaceTheEarliestBoardingAndTheLatestDropOffComeFirst() {
        var line = List.of(SAI_GON, SAI_GON, CAN_THO, CAN_THO);
        assertThat(between(line, "SAI_GON", "CAN_THO"))
                .containsExactly(
                        new Stretch(0, 3), new Stretch(0, 2), new Stretch(1, 3), new Stretch(1, 2));
    }

    private static List<Stretch> between(List<Stop> line, String from, String to) {
        return Stretches.between(line, Function.identity(), from, to);
    }

    private static Stop stop(String place, String... around) {
        var within = Stream.concat(Stream.of(place), Stream.of(around)).toList();
        return new Stop(
                place + "_STOP", place, within, Stop.Kind.STATION, place, place, "", 10, 105);
    }
}
