package vn.busticket.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.Buyer;
import vn.busticket.bookings.Checkout;
import vn.busticket.bookings.CheckoutDetails;
import vn.busticket.bookings.PaymentStart;
import vn.busticket.payments.GatewayTransaction;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.payments.PaymentService;
import vn.busticket.seats.HoldRequest;
import vn.busticket.seats.SeatService;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.TestTrips;
import vn.busticket.trips.TripId;

/** Buys as a passenger does: hold, place, start to pay; the money then comes from the bank. */
class Purchases {

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private final TestTrips trips;
    private final SeatService seats;
    private final Checkout checkout;
    private final PaymentStart paymentStart;
    private final Money money;
    private final BookingQueries bookings;

    Purchases(
            JdbcClient database,
            SeatService seats,
            Checkout checkout,
            PaymentStart paymentStart,
            Money money,
            BookingQueries bookings) {
        this.trips = new TestTrips(database);
        this.seats = seats;
        this.checkout = checkout;
        this.paymentStart = paymentStart;
        this.money = money;
        this.bookings = bookings;
    }

    /** A booking that waits for its money, with an address of its own. */
    BookingDetails place(Language language, String... names) {
        return placeOn(trips.tomorrow(10), language, names);
    }

    /** The same on a trip that is there already. */
    BookingDetails placeOn(TripId trip, Language language, String... names) {
        return placeOn(trip, Reader.somebody(language), names);
    }

    private BookingDetails placeOn(TripId trip, Reader reader, String... names) {
        var passengers = new LinkedHashMap<String, String>();
        for (var name : names) {
            passengers.put("A0" + (passengers.size() + 1), name);
        }
        var visitor = new VisitorId(UUID.randomUUID());
        var address = "address-" + NUMBER.incrementAndGet();
        Set<String> labels = new TreeSet<>(passengers.keySet());
        var hold =
                seats.hold(
                        new HoldRequest(trip, TestTrips.WHOLE, labels, visitor.value(), address));
        var placed =
                checkout.place(
                        hold.token(),
                        new CheckoutDetails(
                                names[0],
                                new PhoneNumber(reader.phone()),
                                reader.email(),
                                passengers),
                        new Buyer(visitor, Optional.empty(), reader.language()));
        paymentStart.payFor(placed.id(), visitor, address);
        return details(placed.id());
    }

    /** The same, paid in full. */
    BookingDetails buy(Language language, String... names) {
        var placed = place(language, names);
        money.arriveFor(placed);
        return details(placed.id());
    }

    /** The same on a trip that leaves then. */
    BookingDetails buyLeaving(Instant departure, String name) {
        return buyLeaving(departure, Reader.somebody(Language.VI), name);
    }

    /** The same, told to somebody known. */
    BookingDetails buyLeaving(Instant departure, Reader reader, String name) {
        var placed = placeOn(trips.leavingAt(departure, 10), reader, name);
        money.arriveFor(placed);
        return details(placed.id());
    }

    BookingDetails details(BookingId id) {
        return bookings.byId(id).orElseThrow();
    }

    /**
     * Whom messages go to.
     *
     * @param phone in E.164 form
     */
    record Reader(Language language, String email, String phone) {

        /** With an address of their own. */
        static Reader somebody(Language language) {
            return reachedAt(language, "+84901234567");
        }

        /** With an address of their own and a number. */
        static Reader reachedAt(Language language, String phone) {
            return new Reader(language, "buyer" + NUMBER.incrementAndGet() + "@example.com", phone);
        }

        /** With an address and a number of their own. */
        static Reader withPhone(Language language) {
            return reachedAt(
                    language, "+8491%07d".formatted(NUMBER.incrementAndGet() % 10_000_000));
        }
    }

    /** The bank. */
    static class Money {

        private static final GatewayTransaction.Payer NOBODY_KNOWN =
                new GatewayTransaction.Payer(null, "MB Bank", null, null);

        private final PaymentQueries attempts;
        private final PaymentService payments;
        private final Clock clock;

        Money(PaymentQueries attempts, PaymentService payments, Clock clock) {
            this.attempts = attempts;
            this.payments = payments;
            this.clock = clock;
        }

        /** Transfers the whole price. */
        void arriveFor(BookingDetails booking) {
            arrive(booking, booking.total(), NOBODY_KNOWN);
        }

        /** Transfers some amount from an account that the bank tells, or does not. */
        void arrive(BookingDetails booking, Vnd amount, GatewayTransaction.Payer payer) {
            var attempt = attempts.ofPayable(booking.payable()).getFirst();
            var recorded =
                    payments.record(
                            new GatewayTransaction(
                                    "payos",
                                    "FT" + NUMBER.incrementAndGet(),
                                    attempt.orderCode(),
                                    amount,
                                    clock.instant(),
                                    null,
                                    null,
                                    payer,
                                    GatewayTransaction.Source.WEBHOOK));
            payments.settle(recorded.transaction());
        }
    }
}
