package vn.busticket.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.Buyer;
import vn.busticket.bookings.Checkout;
import vn.busticket.bookings.CheckoutCheck;
import vn.busticket.bookings.CheckoutDraft;
import vn.busticket.bookings.PaymentStart;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.seats.Hold;
import vn.busticket.seats.HoldRequest;
import vn.busticket.seats.SeatService;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Language;
import vn.busticket.shared.Stretch;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;
import vn.busticket.trips.Trips;

/**
 * Fills some coaches on the first start the way passengers do: hold, place, pay at the sandbox,
 * wait for its webhook.
 */
final class DemoBookings {

    private static final Logger log = LoggerFactory.getLogger(DemoBookings.class);
    private static final List<String> NAMES =
            List.of(
                    "Phạm Thị Mẫu",
                    "Hoàng Văn Mẫu",
                    "Đỗ Thị Mẫu",
                    "Vũ Văn Mẫu",
                    "Bùi Thị Mẫu",
                    "Đặng Văn Mẫu");
    private static final int BOOKINGS_OF_A_TRIP = 6;
    private static final int MOST_SEATS = 3;
    private static final int FAMILY = 3;
    private static final int TRIES = 20;

    private final JdbcClient database;
    private final Trips trips;
    private final SeatService seats;
    private final Checkout checkout;
    private final PaymentStart payments;
    private final PaymentQueries attempts;
    private final Random random = new Random(20261127);

    DemoBookings(
            JdbcClient database,
            Trips trips,
            SeatService seats,
            Checkout checkout,
            PaymentStart payments,
            PaymentQueries attempts) {
        this.database = database;
        this.trips = trips;
        this.seats = seats;
        this.checkout = checkout;
        this.payments = payments;
        this.attempts = attempts;
    }

    /**
     * Does nothing where there are bookings already.
     *
     * @return true if it filled them
     */
    boolean fillSomeCoaches(PayosSandbox sandbox, Optional<AccountId> passenger) {
        if (database.sql("select exists (select from booking)").query(Boolean.class).single()) {
            return false;
        }
        var coaches = eveningTrips();
        for (var id : coaches) {
            trips.find(new TripId(id)).ifPresent(trip -> fill(trip, sandbox));
        }
        if (!coaches.isEmpty()) {
            buyFor(passenger, 1, coaches.getFirst(), sandbox);
            buyFor(passenger, FAMILY, coaches.getLast(), sandbox);
        }
        log.info("demo bookings made coaches={}", coaches.size());
        return true;
    }

    private List<Long> eveningTrips() {
        return database.sql(
                        """
                        select t.id from trip t join schedule s on s.id = t.schedule_id
                        where s.code in ('SAO_DEM-SG_DL-2230', 'SAO_DEM-SG_DL-0630')
                          and t.service_day > current_date
                        order by t.departs_at
                        limit 8
                        """)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private void fill(Trip trip, PayosSandbox sandbox) {
        for (var number = 0; number < BOOKINGS_OF_A_TRIP; number++) {
            var email = "khach%d@busticket.example".formatted(random.nextInt(1, 1_000));
            place(trip, new Party(email, Optional.empty(), someSize()))
                    .ifPresent(order -> sandbox.pay(order.code()));
        }
    }

    private void buyFor(Optional<AccountId> passenger, int seats, long trip, PayosSandbox sandbox) {
        placeSomehow(trip, new Party(DemoPeople.PASSENGER.email(), passenger, seats))
                .ifPresent(order -> sandbox.pay(order.code()));
    }

    /** Who travels together. */
    private record Party(String email, Optional<AccountId> account, int seats) {}

    /**
     * A booking that waits for its money.
     *
     * @param code its order code
     */
    record Order(BookingId booking, long code) {}

    /** Places a booking on some seats of one of the coaches that the demo fills. */
    Optional<Order> place(String email) {
        return eveningTrips().reversed().stream()
                .findFirst()
                .flatMap(
                        trip -> placeSomehow(trip, new Party(email, Optional.empty(), someSize())));
    }

    private Optional<Order> placeSomehow(long id, Party party) {
        return Stream.generate(() -> trips.find(new TripId(id)))
                .limit(TRIES)
                .flatMap(Optional::stream)
                .map(trip -> place(trip, party))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Order> place(Trip trip, Party party) {
        var visitor = VisitorId.random();
        try {
            var hold =
                    seats.hold(
                            new HoldRequest(
                                    trip.id(),
                                    new Stretch(0, trip.stops().size() - 1),
                                    someSeats(trip, party.seats()),
                                    visitor.value(),
                                    visitor.value().toString()));
            var details =
                    CheckoutCheck.of(draft(hold, party.email()), hold.seatLabels())
                            .details()
                            .orElseThrow();
            var booking =
                    checkout.place(
                            hold.token(),
                            details,
                            new Buyer(visitor, party.account(), Language.VI));
            var token = payments.payFor(booking.id(), visitor, visitor.value().toString());
            return attempts.byToken(token)
                    .map(attempt -> new Order(booking.id(), attempt.orderCode()));
        } catch (BusinessRuleViolation taken) {
            log.debug("one demo booking less", taken);
            return Optional.empty();
        }
    }

    private int someSize() {
        return random.nextInt(1, MOST_SEATS + 1);
    }

    private TreeSet<String> someSeats(Trip trip, int count) {
        var all = List.copyOf(trip.layout().seats().keySet());
        var first = random.nextInt(all.size() - count + 1);
        return new TreeSet<>(all.subList(first, first + count));
    }

    private CheckoutDraft draft(Hold hold, String email) {
        Map<String, String> passengers = new HashMap<>();
        hold.seatLabels().forEach(label -> passengers.put(label, someName()));
        return new CheckoutDraft(
                someName(), "090000%04d".formatted(random.nextInt(10_000)), email, passengers);
    }

    private String someName() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }
}
