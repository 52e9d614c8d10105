package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.testing.Cancelling;

/** Many changes at the same instant. */
@Tag("P4.5")
class ChangeRaceTest extends ChangeTest {

    private static final int SWAPS = 200;
    private static final int PARTIES = 20;
    private static final int FREE = 4;

    @Test
    void twoHundredSwapsAtOnceLeaveNoOrphanAndNoDoubleSeat() throws Exception {
        trip = trips.tomorrow(2 * PARTIES + FREE);
        var parties = new ArrayList<PlacedBooking>();
        for (int party = 0; party < PARTIES; party++) {
            var visitor = VisitorId.random();
            var placed =
                    place(
                            visitor,
                            "A%02d".formatted(2 * party + 1),
                            "A%02d".formatted(2 * party + 2));
            pay(startPaying(placed, visitor), 2 * PRICE);
            parties.add(placed);
        }
        var made = new AtomicInteger();
        together(
                IntStream.range(0, SWAPS)
                        .<Runnable>mapToObj(number ->
                                () -> {
                                    if (swap(parties.get(number % PARTIES), new Random(number))) {
                                        made.incrementAndGet();
                                    }
                                })
                        .toArray(Runnable[]::new));
        assertThat(made.get()).isGreaterThanOrEqualTo(PARTIES);
        var seats = parties.stream().flatMap(party -> seatsOf(party).stream()).toList();
        assertThat(seats).doesNotHaveDuplicates().hasSize(2 * PARTIES);
        assertThat(seatQueries.occupied(trip)).hasSize(2 * PARTIES);
    }

    @Test
    void twoSavesAtOnceMakeOneChangeThatWaits() throws Exception {
        for (int round = 1; round <= 10; round++) {
            var placed = confirmed("A%02d".formatted(round));
            var wished = wish(placed).on(dearer).made();
            var agreed = changes.quote(placed.id(), wished);
            var saved = new AtomicInteger();
            Runnable save =
                    () -> {
                        try {
                            changes.save(placed.id(), wished, agreed, VisitorId.random(), "here");
                            saved.incrementAndGet();
                        } catch (ChangeAwaitsPayment second) {
                            assertThat(second.messageKey()).isNotEmpty();
                        }
                    };
            together(save, save);
            assertThat(saved.get()).isEqualTo(1);
        }
    }

    @Test
    void moneyAgainstLapseAndCancellationNeverGetsLost() throws Exception {
        for (int round = 1; round <= 10; round++) {
            var placed = confirmed("A%02d".formatted(round));
            var change = save(placed, wish(placed).on(dearer));
            var order = startPaying(placed, VisitorId.random());
            clock.advance(Duration.ofMinutes(17));
            var transfer = transfer(order, MORE);
            var cancels = round % 2 == 0;
            together(
                    () -> payments.settle(transfer),
                    () -> run(LapseChangesJob.class),
                    () -> {
                        if (cancels) {
                            Cancelling.whole(cancellation, placed.id(), "");
                        }
                    });
            assertThat(stateOf(placed))
                    .isEqualTo(cancels ? BookingState.CANCELLED : BookingState.CONFIRMED);
            if (!cancels) {
                assertThat(changeOf(change).state()).isEqualTo(State.APPLIED);
            }
        }
    }

    /** Inside the party, or to seats that may be free or not. */
    private boolean swap(PlacedBooking party, Random luck) {
        var seats = seatsOf(party);
        var first = seats.getFirst();
        var second = seats.getLast();
        var wish = wish(party);
        if (luck.nextBoolean()) {
            wish.seat(first, second).seat(second, first);
        } else {
            var wished = "A%02d".formatted(luck.nextInt(1, 2 * PARTIES + FREE + 1));
            if (!wished.equals(second)) {
                wish.seat(first, wished);
            }
        }
        try {
            save(party, wish);
            return true;
        } catch (BusinessRuleViolation refused) {
            return false;
        }
    }
}
