package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.VisitorId;
import vn.busticket.payments.BankTransactionId;
import vn.busticket.payments.PaymentExceptions;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Rows;
import vn.busticket.testing.SettableClock;

/**
 * Many buyers on a small coach do what buyers do in random order, while time passes and jobs run;
 * after each life the invariants hold and no đồng is missing. A failure names its seed.
 */
@Tag("P4.1")
@Tag("P3.7")
class BookingLivesTest extends BookingTest {

    private static final int SEATS = 4;
    private static final int STEPS = 40;
    private static final AccountId STAFF = new AccountId(71);

    @Autowired private Cancellation cancellation;
    @Autowired private PaymentExceptions exceptions;

    private Random random = new Random(0);
    private final List<PlacedBooking> placed = new ArrayList<>();
    private final List<Long> orderCodes = new ArrayList<>();
    private final List<BankTransactionId> recorded = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private long paidVnd;

    @Test
    void anyOrderOfEventsKeepsTheInvariants() {
        live(LongStream.range(0, 25));
    }

    @Test
    @Tag("full")
    void anyOrderOfEventsKeepsTheInvariantsInFiveHundredLives() {
        live(LongStream.range(1_000, 1_500));
    }

    private void live(LongStream seeds) {
        seeds.forEach(seed -> {
            try {
                liveOnce(seed);
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + told, broken);
            }
            if (seed % 50 == 0) {
                Rows.count(database);
            }
        });
        Invariants.check(database);
    }

    private void liveOnce(long seed) {
        random = new Random(seed);
        List.of(placed, orderCodes, recorded, told).forEach(List::clear);
        paidVnd = 0;
        clock.set(SettableClock.START);
        trip = trips.leavingAt(clock.instant().plus(Duration.ofHours(3)), SEATS);
        var rows = Rows.madeFromNowOn(database);
        for (int step = 0; step < STEPS; step++) {
            doSomething(random.nextInt(20));
        }
        Invariants.check(database, rows);
        recorded.forEach(payments::settle);
        clock.advance(Duration.ofHours(12));
        run(ExpireBookingsJob.class);
        run(ReturnLatePartsJob.class);
        run(CompleteBookingsJob.class);
        Invariants.check(database, rows);
        assertThat(placed)
                .allSatisfy(booking -> {
                    assertThat(stateOf(booking))
                            .isIn(
                                    BookingState.EXPIRED,
                                    BookingState.COMPLETED,
                                    BookingState.CANCELLED);
                    assertThat(kept(booking)).isEqualTo(Vnd.ZERO);
                });
        assertThat(moneyOfThisLife()).isEqualTo(paidVnd);
    }

    private void doSomething(int what) {
        try {
            switch (what) {
                case 0, 1, 2 -> placeOnRandomSeats();
                case 3 -> startPayingRandom();
                case 4 -> retryRandom();
                case 5, 6, 7 -> payRandom();
                case 8 -> settleRandom();
                case 9 -> pass(Duration.ofMinutes(random.nextInt(1, 9)));
                case 10 -> pass(Duration.ofSeconds(random.nextInt(1, 100)));
                case 11, 12 -> cancelRandom();
                case 13 -> payForNothingWeSold();
                case 14 -> assignRandom();
                case 15 -> returnLateParts();
                case 16 -> passRarely(Duration.ofMinutes(random.nextInt(20, 100)));
                default -> {
                    told.add("expire");
                    run(ExpireBookingsJob.class);
                }
            }
        } catch (BusinessRuleViolation refused) {
            told.add("refused " + refused.messageKey());
        }
    }

    private void placeOnRandomSeats() {
        var first = "A0" + random.nextInt(1, SEATS + 1);
        var second = "A0" + random.nextInt(1, SEATS + 1);
        told.add("place " + first + " " + second);
        var visitor = VisitorId.random();
        var booking = first.equals(second) ? place(visitor, first) : place(visitor, first, second);
        placed.add(booking);
        if (random.nextBoolean()) {
            orderCodes.add(startPaying(booking, visitor));
        }
    }

    private void startPayingRandom() {
        if (!placed.isEmpty()) {
            var booking = any(placed);
            told.add("start " + booking.code());
            orderCodes.add(startPaying(booking, VisitorId.random()));
        }
    }

    private void retryRandom() {
        if (!placed.isEmpty()) {
            var booking = any(placed);
            told.add("retry " + booking.code());
            var visitor = VisitorId.random();
            orderCodes.add(
                    orderCode(
                            paymentStart.retry(booking.id(), visitor, visitor.value().toString())));
        }
    }

    private void payRandom() {
        if (!orderCodes.isEmpty()) {
            var amount = any(List.of(100_000L, 300_000L, 300_000L, 600_000L, 600_000L, 650_000L));
            var orderCode = any(orderCodes);
            told.add("pay " + orderCode + " " + amount);
            recorded.add(transfer(orderCode, amount));
            paidVnd += amount;
            if (random.nextInt(4) > 0) {
                payments.settle(recorded.getLast());
            }
        }
    }

    private void settleRandom() {
        if (!recorded.isEmpty()) {
            told.add("settle");
            payments.settle(any(recorded));
        }
    }

    private void cancelRandom() {
        if (!placed.isEmpty() && random.nextInt(3) == 0) {
            var booking = any(placed);
            told.add("cancel " + booking.code());
            Cancelling.whole(cancellation, booking.id(), "");
        }
    }

    private void payForNothingWeSold() {
        told.add("pay for nothing");
        recorded.add(transfer(88_888_888, 300_000));
        paidVnd += 300_000;
        payments.settle(recorded.getLast());
    }

    /** Staff say what money is for that came with an order code which is not ours. */
    private void assignRandom() {
        if (placed.isEmpty()) {
            return;
        }
        var booking = any(placed);
        exceptions.open(0, 1_000).exceptions().stream()
                .filter(exception -> recorded.contains(exception.transaction()))
                .findFirst()
                .ifPresent(exception -> {
                    told.add("assign to " + booking.code());
                    exceptions.assign(
                            exception.id(), read(booking).payable(), STAFF, "khách gọi điện");
                });
    }

    private void returnLateParts() {
        told.add("return late parts");
        run(ReturnLatePartsJob.class);
    }

    private void passRarely(Duration time) {
        if (random.nextInt(6) == 0) {
            pass(time);
        }
    }

    private void pass(Duration time) {
        told.add("wait " + time);
        clock.advance(time);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** What lies in any place of the ledger for the transfers of this life. */
    private long moneyOfThisLife() {
        return database.sql(
                        """
                        select coalesce(sum(case when from_place = 'PAYER' then amount_vnd else 0 end), 0)
                        from ledger_entry where bank_transaction_id = any(:transactions)
                        """)
                .param(
                        "transactions",
                        recorded.stream().map(BankTransactionId::value).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }
}
