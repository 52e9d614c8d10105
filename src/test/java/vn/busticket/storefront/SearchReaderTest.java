package vn.busticket.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.search.DepartureHours;
import vn.busticket.search.TripFilter;
import vn.busticket.search.TripSort;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.trips.BusType;

/** Whatever stands in an address, what is sane of it is kept and the rest is told. */
@Tag("P1.3")
class SearchReaderTest extends ApplicationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired private SearchReader reader;

    @Test
    void readsAgainEverythingThatAnAddressSays() {
        var address =
                new SearchAddress(
                        "SAI_GON",
                        "DA_LAT",
                        LocalDate.of(2026, 11, 27),
                        2,
                        new TripFilter(
                                Set.of(DepartureHours.EVENING, DepartureHours.MORNING),
                                Set.of("SAO_DEM", "A & B?"),
                                Set.of(BusType.Kind.SLEEPER),
                                Optional.of(new Vnd(320_000)),
                                Set.of("MIEN_DONG_MOI"),
                                Set.of("BX_DA_LAT")),
                        TripSort.CHEAPEST);
        var read = read(address.link().substring("trips?".length()));
        assertThat(read.problems()).isEmpty();
        assertThat(read.address()).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAI_GON", "sai gon", "Sài Gòn", "sai-gon", "HCMC"})
    void knowsPlacesByCodeAndByName(String written) {
        var read = reader.read(QueryParameters.of("from", written).getParameters());
        assertThat(read.from()).map(place -> place.code()).contains("SAI_GON");
    }

    @Test
    void doesNotGuessAPlaceFromAPartOfItsName() {
        assertThat(read("from=sai&to=DA_LAT").problems())
                .containsExactly(SearchProblem.FROM_UNKNOWN);
    }

    @Test
    void keepsWhatWasWrittenForAnUnknownPlace() {
        var read = read("from=SAI_GON&to=Xyzzy&passengers=3");
        assertThat(read.address()).isEmpty();
        assertThat(read.toWritten()).isEqualTo("Xyzzy");
        assertThat(read.from()).isPresent();
        assertThat(read.passengers()).isEqualTo(3);
    }

    @Test
    void refusesOnePlaceForBothEnds() {
        var read = read("from=DA_LAT&to=da-lat");
        assertThat(read.problems()).containsExactly(SearchProblem.SAME_PLACE);
        assertThat(read.address()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-11-23, DAY_PAST",
        "abc, 2026-11-23, DAY_UNREADABLE",
        "2026-02-30, 2026-11-23, DAY_UNREADABLE",
        "9999-01-01, 2026-12-22, DAY_TOO_FAR"
    })
    void putsDaysRightAndSaysSo(String written, LocalDate day, SearchProblem problem) {
        var read = read("from=SAI_GON&to=DA_LAT&date=" + written);
        assertThat(read.day()).isEqualTo(day);
        assertThat(read.problems()).containsExactly(problem);
        assertThat(read.address()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"7, 6", "0, 1", "-3, 1", "two, 1", "99999999999999999999, 1"})
    void putsTheNumberOfPassengersRightAndSaysSo(String written, int passengers) {
        var read = read("from=SAI_GON&to=DA_LAT&passengers=" + written);
        assertThat(read.passengers()).isEqualTo(passengers);
        assertThat(read.problems()).containsExactly(SearchProblem.PASSENGERS);
    }

    @Test
    void looksForTodayAndOnePassengerIfNothingElseIsSaid() {
        var read = read("from=SAI_GON&to=DA_LAT&hours=NOON&bus=SHIP&price=-1&sort=RANDOM");
        assertThat(read.problems()).isEmpty();
        assertThat(read.address()).contains(SearchAddress.of("SAI_GON", "DA_LAT", TODAY, 1));
    }

    private ReadSearch read(String query) {
        return reader.read(QueryParameters.fromString(query).getParameters());
    }
}
