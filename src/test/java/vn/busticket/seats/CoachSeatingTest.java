package vn.busticket.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.SeatLayout;
import vn.busticket.trips.SeatLayout.Cell;
import vn.busticket.trips.SeatLayout.Deck;

/** Whatever the coaches and the people: nobody loses a seat unseen, and no seat has two owners. */
@Tag("P4.7")
class CoachSeatingTest {

    private static final Map<String, Vnd> FARES =
            Map.of(
                    "VIP", new Vnd(400_000),
                    "STANDARD", new Vnd(300_000),
                    "ECONOMY", new Vnd(200_000));
    private static final List<String> CLASSES = List.of("VIP", "STANDARD", "ECONOMY");
    private static final Stretch WHOLE = new Stretch(0, 2);

    record Coach(int lower, int upper, int width, int firstRowClass, int otherClass) {

        SeatLayout layout(long id) {
            return new SeatLayout(id, List.of(deck(1, "A", lower), deck(2, "B", upper)));
        }

        private Deck deck(int number, String letter, int seats) {
            var cells = new ArrayList<Cell>();
            for (var seat = 0; seat < seats; seat++) {
                var row = seat / width + 1;
                cells.add(
                        new Cell(
                                row,
                                seat % width + 1,
                                Cell.Kind.SEAT,
                                "%s%02d".formatted(letter, seat + 1),
                                CLASSES.get(row == 1 ? firstRowClass : otherClass)));
            }
            return new Deck(number, seats / width + 1, width, cells);
        }
    }

    record Wish(int size, int from, int length, boolean isPaid, int start) {}

    @Property(tries = 300)
    void nobodyLosesASeatUnseenAndNoSeatHasTwoOwners(
            @ForAll("coaches") Coach before,
            @ForAll("coaches") Coach after,
            @ForAll("wishes") List<Wish> wishes) {
        var old = before.layout(1);
        var parties = parties(old, wishes);
        var layout = after.layout(2);

        var seatings = CoachSeating.of(old, layout, parties, CoachSeatingTest::fare);

        assertThat(seatings)
                .extracting(Seating::party)
                .containsExactlyInAnyOrderElementsOf(parties);
        var owners = new HashMap<String, List<Stretch>>();
        for (var seating : seatings) {
            assertThat(seating.places())
                    .satisfiesAnyOf(
                            places -> assertThat(places).isEmpty(),
                            places -> assertThat(places).hasSameSizeAs(seating.party().seats()));
            for (var seat : seating.party().seats()) {
                if (seating.hasSeats()) {
                    var place = seating.place(seat.label());
                    assertThat(layout.seat(place.label()))
                            .get()
                            .extracting(Cell::classOfSeat)
                            .isEqualTo(place.seatClass());
                    assertThat(place.isLower()).isEqualTo(isLower(seat.seatClass(), place));
                    var others = owners.computeIfAbsent(place.label(), it -> new ArrayList<>());
                    assertThat(others).noneMatch(seating.party().stretch()::overlaps);
                    others.add(seating.party().stretch());
                }
            }
        }
        nobodyIsTurnedAwayWhileThereIsRoom(layout, seatings, owners);
    }

    @Property(tries = 100)
    void inTheSameCoachEverybodyStays(
            @ForAll("coaches") Coach coach, @ForAll("wishes") List<Wish> wishes) {
        var old = coach.layout(1);
        assertThat(
                        CoachSeating.of(
                                old, coach.layout(2), parties(old, wishes), CoachSeatingTest::fare))
                .noneMatch(Seating::isElsewhere)
                .allMatch(Seating::hasSeats);
    }

    @Test
    void aPairStaysTogetherAndOnItsDeck() {
        var old = new Coach(12, 12, 4, 1, 1).layout(1);
        var smaller = new Coach(8, 12, 4, 1, 1).layout(2);
        var seatings =
                CoachSeating.of(
                        old,
                        smaller,
                        List.of(party(1, true, old, "A01"), party(2, true, old, "A11", "A12")),
                        CoachSeatingTest::fare);
        var pair = seatings.getLast();
        assertThat(pair.labels()).containsExactly("A07", "A08");
    }

    @Test
    void whoPaidComesBeforeWhoDidNot() {
        var old = new Coach(4, 0, 4, 1, 1).layout(1);
        var tiny = new Coach(1, 0, 4, 1, 1).layout(2);
        var seatings =
                CoachSeating.of(
                        old,
                        tiny,
                        List.of(party(1, false, old, "A01"), party(2, true, old, "A03")),
                        CoachSeatingTest::fare);
        assertThat(seatings.getFirst().party().hold()).isEqualTo(new HoldId(2));
        assertThat(seatings.getFirst().labels()).containsExactly("A01");
        assertThat(seatings.getLast().hasSeats()).isFalse();
    }

    @Test
    void aLowerClassIsTheLastResort() {
        var old = new Coach(4, 0, 4, 1, 1).layout(1);
        var mixed = new Coach(8, 0, 4, 2, 0).layout(2);
        var seating =
                CoachSeating.of(
                                old,
                                mixed,
                                List.of(party(1, true, old, "A01")),
                                CoachSeatingTest::fare)
                        .getFirst();
        assertThat(seating.labels()).containsExactly("A05");
        assertThat(seating.isLower()).isFalse();
    }

    private static void nobodyIsTurnedAwayWhileThereIsRoom(
            SeatLayout layout, List<Seating> seatings, Map<String, List<Stretch>> owners) {
        for (var seating : seatings) {
            if (!seating.hasSeats()) {
                var free =
                        layout.seats().keySet().stream()
                                .filter(label ->
                                        owners.getOrDefault(label, List.of()).stream()
                                                .noneMatch(seating.party().stretch()::overlaps))
                                .count();
                assertThat(free).isLessThan(seating.party().seats().size());
            }
        }
    }

    private static boolean isLower(String seatClass, Seating.Place place) {
        return worth(place.seatClass()).compareTo(worth(seatClass)) < 0;
    }

    private static Vnd worth(String seatClass) {
        return fare(WHOLE, seatClass).orElseThrow();
    }

    private static Optional<Vnd> fare(Stretch stretch, String seatClass) {
        return Optional.ofNullable(FARES.get(seatClass));
    }

    /** As many of the wishes as have free seats in the old coach. */
    private static List<Party> parties(SeatLayout old, List<Wish> wishes) {
        var labels = old.seats().keySet().stream().sorted().toList();
        var owners = new HashMap<String, List<Stretch>>();
        var parties = new ArrayList<Party>();
        for (var wish : wishes) {
            var stretch = new Stretch(wish.from(), wish.from() + wish.length());
            var free =
                    labels.stream()
                            .filter(label ->
                                    owners.getOrDefault(label, List.of()).stream()
                                            .noneMatch(stretch::overlaps))
                            .skip(wish.start() % 3)
                            .limit(wish.size())
                            .toList();
            if (free.size() == wish.size()) {
                free.forEach(label ->
                        owners.computeIfAbsent(label, it -> new ArrayList<>()).add(stretch));
                parties.add(
                        new Party(
                                new HoldId(parties.size() + 1L),
                                stretch,
                                wish.isPaid(),
                                free.stream().map(label -> seat(old, label)).toList()));
            }
        }
        return parties;
    }

    private static Party party(long hold, boolean isPaid, SeatLayout layout, String... labels) {
        return new Party(
                new HoldId(hold),
                WHOLE,
                isPaid,
                List.of(labels).stream().map(label -> seat(layout, label)).toList());
    }

    private static HeldSeat seat(SeatLayout layout, String label) {
        var seatClass = layout.seat(label).orElseThrow().classOfSeat();
        return new HeldSeat(label, seatClass, worth(seatClass));
    }

    @Provide
    Arbitrary<Coach> coaches() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 16),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2))
                .as(Coach::new);
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 5))
                .as(Wish::new)
                .list()
                .ofMaxSize(16);
    }
}
