package vn.busticket.bookings;

import static vn.busticket.testing.TestTrips.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vn.busticket.accounts.VisitorId;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.seats.HoldRequest;
import vn.busticket.seats.SeatService;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.testing.Cancelling;
import vn.busticket.trips.TripId;

/**
 * Small coaches of one route and what their passengers do with their bookings, in an order that
 * only the seed decides. Remembers its deeds, to tell them when something is broken.
 */
final class ChangeLife {

    static final int SEATS = 5;

    private final Random random;
    private final Doors doors;
    private final List<TripId> trips;
    private final List<BookingId> bookings = new ArrayList<>();
    private final List<Due> dues = new ArrayList<>();
    private final List<String> deeds = new ArrayList<>();

    /**
     * What the passengers use.
     *
     * @param bank sends so many dong to an order code
     * @param parties the bookings that were split off that one
     */
    record Doors(
            SeatService seats,
            Checkout checkout,
            PaymentStart paymentStart,
            PaymentQueries payments,
            BookingChanges changes,
            Cancellation cancellation,
            BookingQueries queries,
            BiConsumer<Long, Long> bank,
            Function<BookingId, List<BookingId>> parties) {}

    private record Due(long orderCode, long amountVnd) {}

    ChangeLife(long seed, Doors doors, List<TripId> trips) {
        this.random = new Random(seed);
        this.doors = doors;
        this.trips = trips;
        deeds.add("seed " + seed);
    }

    /** One more thing happens. */
    void goOn() {
        try {
            happen(random.nextInt(100));
        } catch (BusinessRuleViolation refused) {
            deeds.add("refused: " + refused.messageKey());
        }
        for (var booking : List.copyOf(bookings)) {
            doors.parties().apply(booking).stream()
                    .filter(party -> !bookings.contains(party))
                    .forEach(bookings::add);
        }
    }

    /** How many bookings there are that left another one. */
    long parties() {
        return bookings.stream().mapToLong(one -> doors.parties().apply(one).size()).sum();
    }

    /** What was bought so far; others may add to it. */
    List<BookingId> bookings() {
        return bookings;
    }

    @Override
    public String toString() {
        return String.join(" | ", deeds);
    }

    private void happen(int what) {
        if (bookings.isEmpty() || what < 12) {
            buy();
        } else if (what < 50) {
            change(any(bookings));
        } else if (what < 62) {
            startPaying(any(bookings));
        } else if (what < 86 && !dues.isEmpty()) {
            transfer(any(dues));
        } else if (what < 92) {
            withdraw(any(bookings));
        } else if (what < 96) {
            cancel(any(bookings));
        } else {
            cancelOne(any(bookings));
        }
    }

    private void buy() {
        var labels = new TreeSet<String>();
        labels.add(label());
        labels.add(label());
        deeds.add("buy " + labels);
        var visitor = VisitorId.random();
        var address = visitor.value().toString();
        var hold =
                doors.seats()
                        .hold(
                                new HoldRequest(
                                        trips.getFirst(), WHOLE, labels, visitor.value(), address));
        var placed =
                doors.checkout()
                        .place(hold.token(), BookingTest.details(hold), BookingTest.buyer(visitor));
        bookings.add(placed.id());
        startPaying(placed.id());
        if (random.nextInt(10) > 0) {
            transfer(dues.getLast());
        }
    }

    private void change(BookingId booking) {
        var seats = read(booking).seatLabels();
        // Of those who all cancelled, two may have had one seat after each other.
        if (seats.isEmpty() || new TreeSet<>(seats).size() < seats.size()) {
            return;
        }
        var wish = Wish.of(read(booking));
        if (random.nextInt(3) > 0) {
            wish.on(any(trips));
            if (random.nextInt(2) == 0) {
                wish.only(seats.get(random.nextInt(seats.size())));
            }
        }
        switch (random.nextInt(4)) {
            case 0 -> wish.named(seats.getFirst(), "Lê Thị Hồng");
            case 1 -> wish.move(seats.getFirst(), label());
            case 2 ->
                    wish.move(seats.getFirst(), seats.getLast())
                            .move(seats.getLast(), seats.getFirst());
            default -> {}
        }
        var wished = wish.made();
        deeds.add("change " + code(booking) + " to " + wished.trip() + " " + wished.seats());
        if (new TreeSet<>(wished.seats().values()).size() < wished.seats().size()) {
            return;
        }
        var agreed = doors.changes().quote(booking, wished);
        var visitor = VisitorId.random();
        var saved =
                doors.changes().save(booking, wished, agreed, visitor, visitor.value().toString());
        if (saved.isToBePaid() && random.nextInt(10) > 0) {
            startPaying(booking);
        }
    }

    private void startPaying(BookingId booking) {
        deeds.add("pay " + code(booking));
        var visitor = VisitorId.random();
        var address = visitor.value().toString();
        var token =
                random.nextInt(4) > 0
                        ? doors.paymentStart().payFor(booking, visitor, address)
                        : doors.paymentStart().retry(booking, visitor, address);
        var attempt = doors.payments().byToken(token).orElseThrow();
        dues.add(new Due(attempt.orderCode(), attempt.amount().dong()));
    }

    /** Mostly the amount; sometimes less, more, or for an order that was paid before. */
    private void transfer(Due due) {
        var amount =
                switch (random.nextInt(8)) {
                    case 0 -> 1 + random.nextLong(due.amountVnd());
                    case 1 -> due.amountVnd() + 1 + random.nextInt(50_000);
                    default -> due.amountVnd();
                };
        deeds.add("transfer " + amount + " to " + due.orderCode());
        doors.bank().accept(due.orderCode(), amount);
    }

    private void withdraw(BookingId booking) {
        deeds.add("withdraw " + code(booking));
        doors.changes().withdraw(booking);
    }

    private void cancel(BookingId booking) {
        deeds.add("cancel " + code(booking));
        Cancelling.whole(doors.cancellation(), booking, "");
    }

    private void cancelOne(BookingId booking) {
        var one = Set.of(any(doors.cancellation().quote(booking).lines()).passenger());
        deeds.add("cancel one of " + code(booking));
        doors.cancellation()
                .cancelByPassenger(booking, doors.cancellation().quote(booking, one), "");
    }

    private BookingDetails read(BookingId booking) {
        return doors.queries().byId(booking).orElseThrow();
    }

    private String code(BookingId booking) {
        return read(booking).code();
    }

    private String label() {
        return "A%02d".formatted(random.nextInt(1, SEATS + 1));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
