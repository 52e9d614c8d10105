package vn.busticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingTest;
import vn.busticket.bookings.Cancellation;
import vn.busticket.bookings.PassengerState;
import vn.busticket.bookings.PlacedBooking;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Rows;
import vn.busticket.testing.SettableClock;

/**
 * Crews do what crews do in random order, tell it late, twice and in any order, while passengers
 * cancel and the coach leaves. Afterwards the invariants hold, and everybody stands where the last
 * decision about them put them. A failure names its seed.
 */
@Tag("P5.3")
@Tag("P4.1")
class BoardingLivesTest extends BookingTest {

    private static final int STEPS = 40;
    private static final List<String> SEATS = List.of("A01", "A02", "A03");

    @Autowired private Boarding boarding;
    @Autowired private AccountService accounts;
    @Autowired private Cancellation cancellation;

    private Random random = new Random(0);
    private final List<BoardingDesk.Phone> phones = new ArrayList<>();
    private final List<PlacedBooking> bought = new ArrayList<>();
    private final List<Long> passengers = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final List<BoardingEntry> untold = new ArrayList<>();
    private final Map<Long, TreeMap<Instant, PassengerState>> decisions = new HashMap<>();
    private final List<String> deeds = new ArrayList<>();

    @Test
    void everybodyStandsWhereTheLastDecisionPutThem() {
        live(LongStream.range(0, 12));
    }

    @Test
    @Tag("full")
    void everybodyStandsWhereTheLastDecisionPutThemInThreeHundredLives() {
        live(LongStream.range(1_000, 1_300));
    }

    private void live(LongStream seeds) {
        seeds.forEach(seed -> {
            try {
                liveOnce(seed);
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + deeds, broken);
            }
            if (seed % 50 == 0) {
                Rows.count(database);
            }
        });
    }

    private void liveOnce(long seed) {
        begin(seed);
        for (var step = 0; step < STEPS; step++) {
            doSomething(random.nextInt(20));
        }
        tell(untold.size());
        Invariants.check(database, Rows.ofTrip(trip));
        passengers.forEach(this::standsWhereItWasPut);
    }

    private void begin(long seed) {
        random = new Random(seed);
        List.of(phones, bought, passengers, codes, untold, deeds).forEach(List::clear);
        decisions.clear();
        clock.set(SettableClock.START);
        trip = trips.leavingAt(clock.instant().plus(Duration.ofHours(2)), 4);
        var desk = new BoardingDesk(database, accounts, boarding);
        var crew = desk.crewOf(trip);
        phones.add(desk.phone(crew, trip));
        phones.add(desk.phone(crew, trip));
        for (var seat : SEATS) {
            var buyer = VisitorId.random();
            var placed = place(buyer, seat);
            pay(startPaying(placed, buyer), read(placed).total().dong());
            bought.add(placed);
            passengers.add(desk.passenger(placed.id(), seat));
            codes.add(desk.code(placed.id(), seat));
        }
        clock.advance(Duration.ofMinutes(100));
    }

    private void doSomething(int what) {
        clock.advance(Duration.ofSeconds(20 + random.nextInt(90)));
        var who = random.nextInt(SEATS.size());
        if (what < 6) {
            note(BoardingEntry.Kind.SCAN, codes.get(who));
        } else if (what < 10) {
            note(BoardingEntry.Kind.BOARD, passengers.get(who));
        } else if (what < 14) {
            note(BoardingEntry.Kind.UNDO, passengers.get(who));
        } else if (what < 16) {
            note(BoardingEntry.Kind.MISS, passengers.get(who));
        } else if (what < 19) {
            tell(random.nextInt(4));
        } else if (mayCancel(who)) {
            deeds.add("cancel " + who);
            Cancelling.whole(cancellation, bought.get(who).id(), "");
        }
    }

    /** Nobody cancels on the coach or after it has left. */
    private boolean mayCancel(int who) {
        var desk = new BoardingDesk(database, accounts, boarding);
        return untold.isEmpty()
                && read(bought.get(who)).departsAt().isAfter(clock.instant())
                && desk.stateOf(passengers.get(who)) != PassengerState.BOARDED;
    }

    private void note(BoardingEntry.Kind kind, Object what) {
        untold.add(BoardingDesk.Phone.entry(kind, what, clock.instant()));
    }

    /** Tells some entries in any order, each once or twice, by either phone. */
    private void tell(int howMany) {
        for (var number = 0; number < howMany && !untold.isEmpty(); number++) {
            var entry = untold.remove(random.nextInt(untold.size()));
            var phone = phones.get(random.nextInt(phones.size()));
            var answer = phone.tell(clock.instant(), entry).getFirst();
            deeds.add(entry.kind() + " " + entry.at() + " " + answer.outcome());
            if (random.nextBoolean()) {
                var again = phone.tell(clock.instant(), entry).getFirst();
                assertThat(again.outcome()).isEqualTo(answer.outcome());
            }
            remember(entry, answer);
        }
    }

    private void remember(BoardingEntry entry, BoardingAnswer answer) {
        var who = answer.passenger();
        if (who == null || entry.kind() == BoardingEntry.Kind.MISS) {
            return;
        }
        decisions
                .computeIfAbsent(who, unused -> new TreeMap<>())
                .put(
                        entry.at(),
                        entry.kind() == BoardingEntry.Kind.UNDO
                                ? PassengerState.BOOKED
                                : PassengerState.BOARDED);
    }

    private void standsWhereItWasPut(long passenger) {
        var desk = new BoardingDesk(database, accounts, boarding);
        var stands = desk.stateOf(passenger);
        if (stands == PassengerState.CANCELLED) {
            return;
        }
        var decided = decisions.getOrDefault(passenger, new TreeMap<>()).lastEntry();
        if (decided != null && decided.getValue() == PassengerState.BOARDED) {
            assertThat(stands).isEqualTo(PassengerState.BOARDED);
        } else {
            assertThat(stands).isIn(PassengerState.BOOKED, PassengerState.NO_SHOW);
        }
    }
}
