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
        coaches.stream()
                .findFirst()
                .flatMap(id -> trips.find(new TripId(id)))
                .ifPresent(trip -> buy(trip, sandbox, DemoPeople.PASSENGER.email(), passenger));
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
            buy(
                    trip,
                    sandbox,
                    "khach%d@busticket.example".formatted(random.nextInt(1, 1_000)),
                    Optional.empty());
        }
    }

    private void buy(Trip trip, PayosSandbox sandbox, String email, Optional<AccountId> account) {
        place(trip, email, account).ifPresent(order -> sandbox.pay(order.code()));
    }

    /**
     * A booking that waits for its money.
     *
     * @param code its order code
     */
    record Order(BookingId booking, long code) {}

    /** Places a booking on some seats of one of the coaches that the demo fills. */
    Optional<Order> place(String email) {
        var last = eveningTrips().reversed().stream().findFirst().map(TripId::new);
        return Stream.generate(() -> last.flatMap(trips::find))
                .limit(TRIES)
                .flatMap(Optional::stream)
                .map(trip -> place(trip, email, Optional.empty()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Order> place(Trip trip, String email, Optional<AccountId> account) {
        var visitor = VisitorId.random();
        try {
            var hold =
                    seats.hold(
                            new HoldRequest(
                                    trip.id(),
                                    new Stretch(0, trip.stops().size() - 1),
                                    someSeats(trip),
                                    visitor.value(),
                                    visitor.value().toString()));
            var details =
                    CheckoutCheck.of(draft(hold, email), hold.seatLabels()).details().orElseThrow();
            var booking =
                    checkout.place(hold.token(), details, new Buyer(visitor, account, Language.VI));
            var token = payments.payFor(booking.id(), visitor, visitor.value().toString());
            return attempts.byToken(token)
                    .map(attempt -> new Order(booking.id(), attempt.orderCode()));
        } catch (BusinessRuleViolation taken) {
            log.debug("one demo booking less", taken);
            return Optional.empty();
        }
    }

    private TreeSet<String> someSeats(Trip trip) {
        var all = List.copyOf(trip.layout().seats().keySet());
        var first = random.nextInt(all.size());
        var count = random.nextInt(1, MOST_SEATS + 1);
        return new TreeSet<>(all.subList(first, Math.min(all.size(), first + count)));
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
