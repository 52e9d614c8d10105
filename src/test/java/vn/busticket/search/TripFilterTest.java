package vn.busticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.BusType;
import vn.busticket.trips.Operator;
import vn.busticket.trips.OperatorId;
import vn.busticket.trips.Stop;
import vn.busticket.trips.TripId;

@Tag("P1.3")
class TripFilterTest {

    private static final TripOffer EARLY =
            offer(1, "2026-11-30T11:59", 300, 400_000, 5, "A", BusType.Kind.SLEEPER);
    private static final TripOffer NOON =
            offer(2, "2026-11-30T12:00", 360, 250_000, 0, "B", BusType.Kind.CABIN);
    private static final TripOffer NIGHT =
            offer(3, "2026-11-30T23:30", 270, 300_000, 20, "B", BusType.Kind.SLEEPER);
    private static final List<TripOffer> ALL = List.of(EARLY, NOON, NIGHT);

    @Test
    void passesEverythingWithoutConditions() {
        assertThat(TripFilter.NONE.apply(ALL)).isEqualTo(ALL);
        assertThat(TripFilter.NONE.size()).isZero();
    }

    @Test
    void narrowsByHoursOperatorKindPriceAndStops() {
        assertThat(filter(Set.of(DepartureHours.MORNING), Set.of(), Set.of(), null))
                .containsExactly(EARLY);
        assertThat(
                        filter(
                                Set.of(DepartureHours.AFTERNOON, DepartureHours.EVENING),
                                Set.of(),
                                Set.of(),
                                null))
                .containsExactly(NOON, NIGHT);
        assertThat(filter(Set.of(), Set.of("B"), Set.of(), null)).containsExactly(NOON, NIGHT);
        assertThat(filter(Set.of(), Set.of("B"), Set.of(BusType.Kind.SLEEPER), null))
                .containsExactly(NIGHT);
        assertThat(filter(Set.of(), Set.of(), Set.of(), 300_000L)).containsExactly(NOON, NIGHT);
        assertThat(
                        new TripFilter(
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        Optional.empty(),
                                        Set.of("FROM1"),
                                        Set.of("TO"))
                                .apply(ALL))
                .containsExactly(EARLY);
    }

    @Test
    void sortsByTimePriceDurationAndSeats() {
        var mixed = List.of(NIGHT, NOON, EARLY);
        assertThat(TripSort.EARLIEST.sort(mixed)).containsExactly(EARLY, NOON, NIGHT);
        assertThat(TripSort.CHEAPEST.sort(mixed)).containsExactly(NIGHT, EARLY, NOON);
        assertThat(TripSort.FASTEST.sort(mixed)).containsExactly(NIGHT, EARLY, NOON);
        assertThat(TripSort.MOST_SEATS.sort(mixed)).containsExactly(NIGHT, EARLY, NOON);
    }

    private static List<TripOffer> filter(
            Set<DepartureHours> hours,
            Set<String> operators,
            Set<BusType.Kind> kinds,
            @Nullable Long most) {
        return new TripFilter(
                        hours,
                        operators,
                        kinds,
                        Optional.ofNullable(most).map(Vnd::new),
                        Set.of(),
                        Set.of())
                .apply(ALL);
    }

    private static TripOffer offer(
            long id,
            String departs,
            int minutes,
            long price,
            int seats,
            String operator,
            BusType.Kind kind) {
        Instant departsAt = VietnamTime.instantOf(LocalDateTime.parse(departs));
        return new TripOffer(
                new TripId(id),
                new Stretch(0, 1),
                new Operator(
                        new OperatorId(1), operator, operator, "1900", "a@b.vn", Duration.ZERO),
                new BusType("T", kind, "T", "T", Set.of(), 34),
                stop("FROM" + id),
                stop("TO"),
                departsAt,
                departsAt.plus(Duration.ofMinutes(minutes)),
                new Vnd(price),
                seats,
                1);
    }

    private static Stop stop(String code) {
        return new Stop(code, "P", List.of("P"), Stop.Kind.STATION, code, code, "", 10, 106);
    }
}
