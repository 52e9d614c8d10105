package vn.busticket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingDetails;
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
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.StaffPeople;
import vn.busticket.testing.TestTrips;

/** A passenger with a paid booking, and all kinds of people who might want to see it. */
public abstract class AccessTest extends ApplicationTest {

    protected static final String NAME = "Trần Bí Mật";
    protected static final String PHONE = "+84912000777";

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private static @Nullable Gathered shared;

    @Autowired protected StaffPeople people;
    @Autowired private SeatService seats;
    @Autowired private Checkout checkout;
    @Autowired private PaymentStart paymentStart;
    @Autowired private PaymentQueries attempts;
    @Autowired private PaymentService payments;
    @Autowired private BookingQueries bookings;

    @SuppressWarnings("NullAway.Init") // set before each test
    Crowd crowd;

    @SuppressWarnings("NullAway.Init") // set before each test
    protected BookingDetails booking;

    @SuppressWarnings("NullAway.Init") // set before each test
    protected StaffPeople.Person owner;

    @BeforeEach
    void buy() {
        owner = people.passenger();
        booking = bought(owner);
    }

    /** Everybody who might want to see it, signed in; one crowd for all tests of a class. */
    void gather() {
        var known = shared;
        if (known == null || known.test() != getClass()) {
            known = new Gathered(getClass(), owner, crowdAround(owner));
            shared = known;
        }
        crowd = known.crowd();
        if (!known.owner().equals(owner)) {
            owner = known.owner();
            booking = bought(owner);
        }
    }

    /** A crowd of its own around one passenger. */
    Crowd crowdAround(StaffPeople.Person passenger) {
        return new Crowd(address(), people, passenger, clock.instant());
    }

    private record Gathered(Class<?> test, StaffPeople.Person owner, Crowd crowd) {}

    String state() {
        return database.sql("select state from booking where id = :id")
                .param("id", booking.id().value())
                .query(String.class)
                .single();
    }

    private BookingDetails bought(StaffPeople.Person owner) {
        var visitor = new VisitorId(UUID.randomUUID());
        var trip = new TestTrips(database).tomorrow(10);
        var hold =
                seats.hold(
                        new HoldRequest(
                                trip,
                                TestTrips.WHOLE,
                                new TreeSet<>(java.util.Set.of("A01")),
                                visitor.value(),
                                "address-" + visitor.value()));
        var details =
                new CheckoutDetails(
                        NAME, new PhoneNumber(PHONE), owner.email().value(), Map.of("A01", NAME));
        var placed =
                checkout.place(
                        hold.token(),
                        details,
                        new Buyer(visitor, Optional.of(owner.id()), Language.EN));
        paymentStart.payFor(placed.id(), visitor, "address-" + visitor.value());
        pay(bookings.byId(placed.id()).orElseThrow());
        var paid = bookings.byId(placed.id()).orElseThrow();
        assertThat(paid.isPaid()).isTrue();
        return paid;
    }

    /** Money for the booking that is too much; the refund of it. */
    long surplus(long amountVnd) {
        pay(booking, new Vnd(amountVnd));
        return database.sql("select id from refund_case where payable_id = :booking")
                .param("booking", booking.id().value())
                .query(Long.class)
                .single();
    }

    private void pay(BookingDetails placed) {
        pay(placed, placed.total());
    }

    private void pay(BookingDetails placed, Vnd amount) {
        var recorded =
                payments.record(
                        new GatewayTransaction(
                                "payos",
                                "FTACCESS" + NUMBER.incrementAndGet(),
                                attempts.ofPayable(placed.payable()).getFirst().orderCode(),
                                amount,
                                clock.instant(),
                                null,
                                null,
                                new GatewayTransaction.Payer(null, "MB Bank", null, null),
                                GatewayTransaction.Source.WEBHOOK));
        payments.settle(recorded.transaction());
    }
}
