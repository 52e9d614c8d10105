package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.VisitorId;
import vn.busticket.seats.HoldExpired;
import vn.busticket.seats.SeatMap;
import vn.busticket.seats.TripNotOnSale;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.TestStaff;
import vn.busticket.tickets.TicketService;

@Tag("P4.7")
class CancelTripTest extends BookingTest {

    private static final String REASON = "sạt lở đèo";
    private static final Vnd PRICE = new Vnd(300_000);

    @Autowired private TripCancellation cancellation;
    @Autowired private CalledOffBookings calledOff;
    @Autowired private Disruptions disruptions;
    @Autowired private TicketService tickets;

    private TestStaff people;
    private AccountId staff;

    @BeforeEach
    void somebodyOfTheCompany() {
        people = new TestStaff(database);
        staff = people.ofCompany(trip);
    }

    @AfterEach
    void nothingIsBroken() {
        Invariants.check(database);
    }

    @Test
    @Tag("P1.4")
    void nothingIsSoldAnyMoreWhicheverDoorIsTried() {
        var unplaced = hold(anna, "A01");
        cancellation.callOff(staff, trip, REASON);

        assertThatThrownBy(() -> hold(binh, "A02")).isInstanceOf(TripNotOnSale.class);
        assertThatThrownBy(() -> checkout.place(unplaced.token(), details(unplaced), buyer(anna)))
                .isInstanceOfAny(TripNotOnSale.class, HoldExpired.class);
        assertThatThrownBy(() -> seats.renew(unplaced.id(), anna.value()))
                .isInstanceOf(HoldExpired.class);
        assertThat(seatQueries.occupied(trip)).isEmpty();
    }

    @Test
    @Tag("P1.4")
    void aNodeThatHasNotHeardOfItYetSellsNothingEither() {
        assertThat(seat("A01")).isEqualTo(SeatMap.State.FREE);
        var unplaced = hold(anna, "A01");
        trips.cancel(trip);

        assertThatThrownBy(() -> hold(binh, "A02")).isInstanceOf(TripNotOnSale.class);
        assertThatThrownBy(() -> checkout.place(unplaced.token(), details(unplaced), buyer(anna)))
                .isInstanceOf(TripNotOnSale.class);
    }

    @Test
    @Tag("P3.7")
    void whoPaidGetsAllOfItBackAndIsToldOnce() {
        var paid = confirmed("A01", "A02");
        cancellation.callOff(staff, trip, REASON);
        run(CallOffBookingsJob.class);
        run(CallOffBookingsJob.class);

        assertThat(stateOf(paid)).isEqualTo(BookingState.CANCELLED);
        assertThat(money(paid, ALLOCATED)).isEqualTo(Vnd.ZERO);
        assertThat(money(paid, DUE_FOR_REFUND)).isEqualTo(new Vnd(600_000));
        assertThat(tickets.validOf(paid.id())).isEmpty();
        assertThat(seatQueries.occupied(trip)).isEmpty();
        assertThat(messages(paid))
                .containsOnlyOnce("TRIP_CANCELLED")
                .doesNotContain("CANCELLATION");
        var line = bookings.history(paid.id()).getLast();
        assertThat(line.actor()).isEqualTo(Actor.OPERATOR);
        assertThat(line.detail())
                .containsEntry("reason", REASON)
                .containsEntry("amountVnd", "600000");
        assertThat(LossCause.of(bookings.history(paid.id()))).contains(LossCause.CALLED_OFF);
    }

    @Test
    void whatIsNotPaidEndsWithItsLinkAndWhatWasPaidOfItGoesBack() {
        var unpaid = place(anna, "A01");
        var order = startPaying(unpaid, anna);
        var part = place(binh, "A02");
        pay(startPaying(part, binh), 100_000);
        cancellation.callOff(staff, trip, REASON);
        run(CallOffBookingsJob.class);

        assertThat(List.of(stateOf(unpaid), stateOf(part))).containsOnly(BookingState.CANCELLED);
        assertThat(money(part, DUE_FOR_REFUND)).isEqualTo(new Vnd(100_000));
        assertThat(closing(order)).isTrue();
        assertThat(messages(unpaid)).containsExactly("TRIP_CANCELLED");
    }

    @Test
    @Tag("P3.7")
    void moneyThatComesAfterwardsGoesBackFromWhateverStateItFinds() {
        var unpaid = place(anna, "A01");
        var late = startPaying(unpaid, anna);
        var expired = place(binh, "A02");
        var tooLate = startPaying(expired, binh);
        expire(expired);
        cancellation.callOff(staff, trip, REASON);
        run(CallOffBookingsJob.class);

        pay(late, PRICE.dong());
        pay(tooLate, PRICE.dong());

        assertThat(money(unpaid, DUE_FOR_REFUND)).isEqualTo(PRICE);
        assertThat(money(expired, DUE_FOR_REFUND)).isEqualTo(PRICE);
        assertThat(outcomesOf(expired))
                .containsExactly(MoneyOutcome.Outcome.REFUND_TRIP_CALLED_OFF);
    }

    @Test
    void whoDiesInTheMiddleLeavesTheRestToWhoComesNext() {
        var all = paid(6);
        cancellation.callOff(staff, trip, REASON);
        var left = mine(all);
        calledOff.settle(left.get(0));
        calledOff.settle(left.get(1));

        Invariants.check(database);
        assertThat(disruptions.look(staff, trip).concerned().bookings()).isEqualTo(4);

        run(CallOffBookingsJob.class);
        assertThat(disruptions.look(staff, trip).concerned().bookings()).isZero();
        assertThat(all).allSatisfy(this::isRefundedOnce);
    }

    @Test
    void twoNodesCancelEachBookingOnce() throws Exception {
        var all = paid(12);
        cancellation.callOff(staff, trip, REASON);
        together(
                () -> run(CallOffBookingsJob.class),
                () -> run(CallOffBookingsJob.class),
                () -> mine(all).reversed().forEach(calledOff::settle));
        assertThat(all).allSatisfy(this::isRefundedOnce);
    }

    @Test
    @Tag("P3.7")
    void moneyThatArrivesInTheVeryMomentGoesBackWhoeverWins() throws Exception {
        var orders = new ArrayList<Long>();
        var all = new ArrayList<PlacedBooking>();
        for (int seat = 1; seat <= 12; seat++) {
            var visitor = VisitorId.random();
            var placed = place(visitor, "A%02d".formatted(seat));
            all.add(placed);
            orders.add(startPaying(placed, visitor));
        }
        together(
                () -> orders.forEach(order -> pay(order, PRICE.dong())),
                () -> {
                    cancellation.callOff(staff, trip, REASON);
                    run(CallOffBookingsJob.class);
                });
        run(CallOffBookingsJob.class);

        assertThat(all)
                .allSatisfy(one -> {
                    assertThat(stateOf(one)).isEqualTo(BookingState.CANCELLED);
                    assertThat(money(one, DUE_FOR_REFUND)).isEqualTo(PRICE);
                });
        assertThat(seatQueries.occupied(trip)).isEmpty();
    }

    @Test
    @Tag("P7.2")
    void ofTwoStaffAtOnceOneCallsItOff() throws Exception {
        var refused = new AtomicInteger();
        Runnable callOff =
                () -> {
                    try {
                        cancellation.callOff(staff, trip, REASON);
                    } catch (DisruptionRefused already) {
                        refused.incrementAndGet();
                    }
                };
        together(callOff, callOff, callOff);
        assertThat(refused.get()).isEqualTo(2);
        assertThat(disruptions.look(staff, trip).done()).hasSize(1);
        assertThat(audited()).isEqualTo(1);
    }

    @Test
    @Tag("P7.2")
    void onlyTheOwnCompanyAndAdministratorsMayDoIt() {
        var others = people.ofCompany(trips.tomorrow(4));
        for (var stranger : List.of(others, people.passenger(), new AccountId(987_654_321))) {
            assertThatThrownBy(() -> cancellation.callOff(stranger, trip, REASON))
                    .isInstanceOf(DisruptionRefused.class)
                    .extracting(it -> ((BusinessRuleViolation) it).messageKey())
                    .isEqualTo("bookings.disruption-refused.not-yours");
            assertThatThrownBy(() -> disruptions.look(stranger, trip))
                    .isInstanceOf(DisruptionRefused.class);
        }
        cancellation.callOff(people.administrator(), trip, REASON);
        assertThat(disruptions.look(staff, trip).isAhead()).isFalse();
    }

    @Test
    void aReasonIsGivenAndTheCoachHasNotLeft() {
        assertThatThrownBy(() -> cancellation.callOff(staff, trip, "  "))
                .isInstanceOf(IllegalArgumentException.class);
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> cancellation.callOff(staff, trip, REASON))
                .isInstanceOf(DisruptionRefused.class);
        assertThat(disruptions.look(staff, trip).done()).isEmpty();
    }

    private void isRefundedOnce(PlacedBooking one) {
        assertThat(eventsOf(one))
                .containsExactly(
                        HistoryEvent.PLACED, HistoryEvent.CONFIRMED, HistoryEvent.CANCELLED);
        assertThat(money(one, DUE_FOR_REFUND)).isEqualTo(PRICE);
        assertThat(messages(one)).containsOnlyOnce("TRIP_CANCELLED");
    }

    private List<BookingId> mine(List<PlacedBooking> all) {
        return all.stream().map(PlacedBooking::id).toList();
    }

    private List<PlacedBooking> paid(int count) {
        var all = new ArrayList<PlacedBooking>();
        for (int seat = 1; seat <= count; seat++) {
            all.add(confirmed("A%02d".formatted(seat)));
        }
        return all;
    }

    private PlacedBooking confirmed(String... labels) {
        var visitor = VisitorId.random();
        var placed = place(visitor, labels);
        pay(startPaying(placed, visitor), PRICE.dong() * labels.length);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        return placed;
    }

    private List<String> messages(PlacedBooking booking) {
        return database.sql("select kind from notification where booking_id = :id order by id")
                .param("id", booking.id().value())
                .query((row, number) -> row.getString("kind"))
                .list();
    }

    private boolean closing(long order) {
        return database.sql(
                        "select close_requested_at is not null from payment_attempt where order_code = :order")
                .param("order", order)
                .query(Boolean.class)
                .single();
    }

    private int audited() {
        return database.sql(
                        """
                        select count(*) from audit_log
                        where subject = :subject and action = 'trip.called-off' and reason = :reason
                        """)
                .param("subject", "trip " + trip)
                .param("reason", REASON)
                .query(Integer.class)
                .single();
    }
}
