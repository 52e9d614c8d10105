package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.busticket.testing.TestTrips.WHOLE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.VisitorId;
import vn.busticket.payments.BankTransactionId;
import vn.busticket.payments.GatewayTransaction;
import vn.busticket.payments.GatewayTransaction.Payer;
import vn.busticket.payments.GatewayTransaction.Source;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.payments.PaymentService;
import vn.busticket.seats.Hold;
import vn.busticket.seats.HoldRequest;
import vn.busticket.seats.SeatMap;
import vn.busticket.seats.SeatQueries;
import vn.busticket.seats.SeatService;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.TestTrips;
import vn.busticket.trips.TripId;

/**
 * A test about bookings, on a trip of its own. The gateway cannot be reached here, so attempts stay
 * open with an unknown answer; bank transfers are handed in as the webhook would.
 */
public abstract class BookingTest extends ApplicationTest {

    @Autowired protected SeatService seats;
    @Autowired protected SeatQueries seatQueries;
    @Autowired protected Checkout checkout;
    @Autowired protected PaymentStart paymentStart;
    @Autowired protected BookingQueries bookings;
    @Autowired protected PaymentService payments;
    @Autowired protected PaymentQueries paymentQueries;
    @Autowired protected Ledger ledger;

    protected TestTrips trips;
    protected TripId trip;
    protected final VisitorId anna = VisitorId.random();
    protected final VisitorId binh = VisitorId.random();

    @BeforeEach
    void aTripTomorrow() {
        trips = new TestTrips(database);
        trip = trips.tomorrow(40);
    }

    protected Hold hold(VisitorId visitor, String... labels) {
        return seats.hold(
                new HoldRequest(
                        trip,
                        WHOLE,
                        new TreeSet<>(List.of(labels)),
                        visitor.value(),
                        visitor.value().toString()));
    }

    protected PlacedBooking place(VisitorId visitor, String... labels) {
        var hold = hold(visitor, labels);
        return checkout.place(hold.token(), details(hold), buyer(visitor));
    }

    protected static Buyer buyer(VisitorId visitor) {
        return new Buyer(visitor, Optional.empty(), Language.VI);
    }

    protected static CheckoutDetails details(Hold hold) {
        return CheckoutCheck.of(draft(hold), hold.seatLabels()).details().orElseThrow();
    }

    protected static CheckoutDraft draft(Hold hold) {
        Map<String, String> names =
                hold.seatLabels().stream()
                        .collect(Collectors.toMap(label -> label, label -> "Trần Thị Ánh"));
        return new CheckoutDraft("Nguyễn Văn Đức", "0901 234 567", "Duc@Example.com", names);
    }

    /** Starts a payment; its order code. */
    protected long startPaying(PlacedBooking booking, VisitorId visitor) {
        return orderCode(paymentStart.payFor(booking.id(), visitor, visitor.value().toString()));
    }

    protected long orderCode(String token) {
        return paymentQueries.byToken(token).orElseThrow().orderCode();
    }

    /** A transfer that was recorded; nothing is decided about it yet. */
    protected BankTransactionId transfer(long orderCode, long amountVnd) {
        return payments.record(
                        new GatewayTransaction(
                                "payos",
                                UUID.randomUUID().toString(),
                                orderCode,
                                new Vnd(amountVnd),
                                clock.instant(),
                                null,
                                null,
                                new Payer(null, null, null, null),
                                Source.WEBHOOK))
                .transaction();
    }

    /** A transfer that was recorded and settled. */
    protected BankTransactionId pay(long orderCode, long amountVnd) {
        var transaction = transfer(orderCode, amountVnd);
        payments.settle(transaction);
        return transaction;
    }

    protected BookingDetails read(PlacedBooking booking) {
        return bookings.byId(booking.id()).orElseThrow();
    }

    protected BookingState stateOf(PlacedBooking booking) {
        return read(booking).state();
    }

    protected List<HistoryEvent> eventsOf(PlacedBooking booking) {
        return bookings.history(booking.id()).stream().map(HistoryLine::event).toList();
    }

    /** Lets the time to pay pass without paying. */
    protected void expire(PlacedBooking booking) {
        clock.advance(Duration.ofHours(1));
        run(ExpireBookingsJob.class);
        assertThat(stateOf(booking)).isEqualTo(BookingState.EXPIRED);
    }

    /** Ends the travel of all whose coach has arrived. */
    protected void arrive() {
        run(CompleteBookingsJob.class);
    }

    /** What became of odd payments, the last first. */
    protected List<MoneyOutcome.Outcome> outcomesOf(PlacedBooking booking) {
        return bookings.moneyOutcomes(booking.id()).stream().map(MoneyLine::outcome).toList();
    }

    /** What is kept for a booking, neither used nor on its way back. */
    protected Vnd kept(PlacedBooking booking) {
        return Vnd.sum(
                ledger.unallocated(read(booking).payable()).stream()
                        .map(Ledger.Part::amount)
                        .toList());
    }

    protected SeatMap.State seat(String label) {
        return seatQueries.seatMap(trip, WHOLE, null).seat(label).state();
    }

    protected Vnd money(PlacedBooking booking, Ledger.Place place) {
        return ledger.balance(read(booking).payable(), place);
    }

    /** Does all of it at the same instant, each on a thread of its own. */
    protected static void together(Runnable... deeds) throws Exception {
        var start = new CyclicBarrier(deeds.length);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    List.of(deeds).stream()
                            .map(deed ->
                                    executor.submit(() -> {
                                        start.await();
                                        deed.run();
                                        return true;
                                    }))
                            .toList();
            for (var one : running) {
                one.get();
            }
        }
    }
}
