package vn.busticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.trips.SampleCatalogue;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

@Tag("P1.2")
class TripSearchTest extends ApplicationTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-30");

    @Autowired private BeanFactory application;
    @Autowired private TripSearch search;
    @Autowired private Trips trips;

    private final SampleCatalogue sample = SampleCatalogue.withRoad();

    @BeforeEach
    void offerTwoDepartures() {
        sample.departure("2026-11-30T07:30").departure("2026-11-30T23:45").importInto(application);
    }

    @Test
    void sellsAnyTwoStopsInTheirOrder() {
        assertThat(find("@SG", "@DL")).hasSize(2);
        assertThat(find("@SG", "@BL")).hasSize(2);
        assertThat(find("@BL", "@DL")).hasSize(1);
        assertThat(find("@DL", "@SG")).isEmpty();
        assertThat(find("@SG", "@SG")).isEmpty();
    }

    @Test
    void findsCitiesByTheirProvince() {
        var offers = find("@SG", "@LD");
        assertThat(offers).hasSize(2);
        assertThat(offers.getFirst().dropOff().code()).isEqualTo(sample.code("@DL1"));
    }

    @Test
    @Tag("P1.3")
    void tellsTimesStopsAndPriceOfTheChosenStretch() {
        var offer = find("@SG", "@DL").getFirst();
        assertThat(offer.boarding().code()).isEqualTo(sample.code("@SG1"));
        assertThat(offer.stretch()).isEqualTo(new Stretch(0, 3));
        assertThat(offer.departsAt()).isEqualTo(at("2026-11-30T07:30"));
        assertThat(offer.arrivesAt()).isEqualTo(at("2026-11-30T14:30"));
        assertThat(offer.duration()).isEqualTo(Duration.ofHours(7));
        assertThat(offer.priceFrom()).isEqualTo(new Vnd(300_000));
        assertThat(offer.seatsLeft()).isEqualTo(4);

        var shortOffer = find("@BL", "@DL").getFirst();
        assertThat(shortOffer.departsAt()).isEqualTo(at("2026-11-30T11:30"));
        assertThat(shortOffer.priceFrom()).isEqualTo(new Vnd(140_000));
    }

    @Test
    void countsTheDayAtTheBoardingStop() {
        var nextDay = find("@BL", "@DL", DAY.plusDays(1), 1);
        assertThat(nextDay)
                .singleElement()
                .extracting(TripOffer::departsAt)
                .isEqualTo(at("2026-12-01T03:45"));
        // At the second stop of Sài Gòn the night coach leaves after midnight.
        assertThat(find("@SG", "@DL", DAY.plusDays(1), 1))
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.boarding().code()).isEqualTo(sample.code("@SG2"));
                    assertThat(offer.departsAt()).isEqualTo(at("2026-12-01T00:15"));
                });
    }

    @Test
    @Tag("P1.4")
    void endsSalesAtTheCutOffOfTheBoardingStop() {
        clock.set(at("2026-11-30T06:59:59"));
        assertThat(find("@SG", "@BL")).hasSize(2);

        clock.set(at("2026-11-30T07:00"));
        assertThat(find("@SG", "@BL")).hasSize(1);
        assertThat(find("@SG", "@DL").getFirst().boarding().code()).isEqualTo(sample.code("@SG2"));
        assertThat(find("@BL", "@DL")).hasSize(1);
        assertThat(trip().isOnSale(new Stretch(0, 2), clock.instant())).isFalse();
        assertThat(trip().isOnSale(new Stretch(1, 3), clock.instant())).isTrue();

        clock.set(at("2026-11-30T11:00"));
        assertThat(find("@BL", "@DL")).isEmpty();
    }

    @Test
    @Tag("P1.4")
    void doesNotSellCancelledTrips() {
        database.sql("update trip set state = 'CANCELLED' where id = :id")
                .param("id", trip().id().value())
                .update();
        assertThat(find("@SG", "@DL")).hasSize(1);
        assertThat(find("@BL", "@DL")).isEmpty();
    }

    @Test
    @Tag("P1.3")
    void countsSeatsOfTheStretchThatAreTakenNow() {
        take("A01", 0, 2, "infinity");
        take("A02", 0, 3, clock.instant().plusSeconds(60).toString());
        take("B01", 2, 3, clock.instant().toString());

        assertThat(seatsLeft("@SG", "@BL")).isEqualTo(2);
        assertThat(seatsLeft("@SG", "@DL")).isEqualTo(2);
        assertThat(seatsLeft("@BL", "@DL")).isEqualTo(3);

        clock.advance(Duration.ofSeconds(60));
        assertThat(seatsLeft("@SG", "@DL")).isEqualTo(3);
    }

    @Test
    @Tag("P1.3")
    void countsASeatSoldOnTwoStretchesOnce() {
        take("A01", 0, 2, "infinity");
        take("A01", 2, 3, "infinity");
        assertThat(seatsLeft("@SG", "@DL")).isEqualTo(3);
    }

    @Test
    @Tag("P1.3")
    void keepsSoldOutTripsInTheList() {
        List.of("A01", "A02", "B01").forEach(seat -> take(seat, 0, 3, "infinity"));
        assertThat(find("@SG", "@DL", DAY, 2).getFirst().hasRoom()).isFalse();
        assertThat(find("@SG", "@DL").getFirst().hasRoom()).isTrue();
        take("B02", 0, 1, "infinity");

        var offer = find("@SG", "@DL").getFirst();
        assertThat(offer.isSoldOut()).isTrue();
        assertThat(offer.seatsLeft()).isZero();
    }

    @Test
    @Tag("P1.3")
    void showsTheLowestPriceOfEachDayAround() {
        sample.departure("2026-12-02T06:00").departure("2026-12-04T06:00").importInto(application);

        var prices =
                search.lowestPrices(sample.code("@SG"), sample.code("@DL"), DAY.plusDays(1), 3, 1);

        assertThat(prices).hasSize(7);
        assertThat(prices.get(DAY)).contains(new Vnd(300_000));
        assertThat(prices.get(DAY.plusDays(1))).contains(new Vnd(290_000));
        assertThat(prices.get(DAY.plusDays(2))).contains(new Vnd(300_000));
        assertThat(prices.get(DAY.minusDays(1))).isEmpty();
        assertThat(prices.get(DAY.plusDays(4))).contains(new Vnd(300_000));
        assertThat(search.lowestPrices(sample.code("@SG"), sample.code("@DL"), DAY, 3, 5).values())
                .containsOnly(Optional.empty());
    }

    @Test
    void findsStretchesOfATripBetweenPlaces() {
        var trip = trip();
        assertThat(trip.stretchBetween(sample.code("@SG"), sample.code("@DL")))
                .contains(new Stretch(0, 3));
        assertThat(trip.stretchesBetween(sample.code("@SG"), sample.code("@DL")))
                .containsExactly(new Stretch(0, 3), new Stretch(1, 3));
        assertThat(trip.stretchBetween(sample.code("@DL"), sample.code("@SG"))).isEmpty();
        assertThat(trip.fareOf("B01", new Stretch(0, 3))).isEqualTo(new Vnd(300_000));
        assertThat(trip.lowestFare(new Stretch(2, 3))).isEqualTo(new Vnd(140_000));
        assertThat(trips.find(new TripId(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void namesTheRoutesWithTheMostTrips() {
        var popular = search.popularRoutes(1000);
        assertThat(popular)
                .isSortedAccordingTo(Comparator.comparingInt(PopularRoute::tripsPerDay).reversed());
        assertThat(popular).allMatch(route -> route.priceFrom().isPositive());
    }

    private Trip trip() {
        return trips.find(find("@SG", "@DL", DAY, 1).getFirst().tripId()).orElseThrow();
    }

    private int seatsLeft(String from, String to) {
        return find(from, to).getFirst().seatsLeft();
    }

    private List<TripOffer> find(String from, String to) {
        return find(from, to, DAY, 1);
    }

    private List<TripOffer> find(String from, String to, LocalDate day, int passengers) {
        return search.search(new TripQuery(sample.code(from), sample.code(to), day, passengers))
                .offers();
    }

    private void take(String seat, int from, int to, String until) {
        long tripId = trip().id().value();
        long hold =
                database.sql(
                                """
                                insert into seat_hold
                                    (token, trip_id, from_sequence, to_sequence, visitor_id, address_key,
                                     seat_labels, seat_classes, prices_vnd, held_until, created_at)
                                values (:token, :trip, :from, :to, :visitor, 'test',
                                        array[:seat], array['LOWER'], array[1::bigint], cast(:until as timestamptz), :now)
                                returning id
                                """)
                        .param("token", UUID.randomUUID().toString())
                        .param("trip", tripId)
                        .param("from", from)
                        .param("to", to)
                        .param("visitor", UUID.randomUUID())
                        .param("seat", seat)
                        .param("until", until)
                        .param("now", SqlTime.of(clock.instant()))
                        .query(Long.class)
                        .single();
        database.sql(
                        """
                        insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
                        values (:trip, :seat, int4range(:from, :to), :hold, cast(:until as timestamptz))
                        """)
                .param("trip", tripId)
                .param("seat", seat)
                .param("from", from)
                .param("to", to)
                .param("hold", hold)
                .param("until", until)
                .update();
    }

    private static Instant at(String local) {
        return VietnamTime.instantOf(LocalDateTime.parse(local));
    }
}
