package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.TestStaff;
import vn.busticket.tickets.TicketService;
import vn.busticket.trips.DisruptionKind;

@Tag("P4.7")
class MoveTripTest extends BookingTest {

    private static final String REASON = "mưa lớn";
    private static final Duration LATER = Duration.ofMinutes(75);

    @Autowired private TripMove move;
    @Autowired private Disruptions disruptions;
    @Autowired private Cancellation cancellation;
    @Autowired private TicketService tickets;

    private AccountId staff;
    private Instant before;

    @BeforeEach
    void somebodyOfTheCompany() {
        staff = new TestStaff(database).ofCompany(trip);
        before = departure();
    }

    @AfterEach
    void nothingIsBroken() {
        Invariants.check(database);
    }

    @Test
    void theBookingsFollowAndWhoPaidIsToldOncePerMove() {
        var paid = confirmed("A01");
        var unpaid = place(binh, "A02");
        move.move(staff, trip, before, before.plus(LATER), REASON);

        assertThat(read(paid).departsAt()).isEqualTo(before.plus(LATER));
        assertThat(read(paid).arrivesAt()).isEqualTo(before.plus(LATER).plusSeconds(420 * 60));
        assertThat(read(paid).trip().departsAt(0)).isEqualTo(before.plus(LATER));
        assertThat(read(unpaid).departsAt()).isEqualTo(before.plus(LATER));
        assertThat(tickets.validOf(paid.id())).hasSize(1);
        assertThat(moves(paid)).isEqualTo(1);
        assertThat(moves(unpaid)).isZero();

        move.move(staff, trip, before.plus(LATER), before.plusSeconds(60), REASON);
        assertThat(moves(paid)).isEqualTo(2);
        assertThat(disruptions.look(staff, trip).done())
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(DisruptionKind.MOVED);
                    assertThat(one.reason()).isEqualTo(REASON);
                    assertThat(one.bookings()).isEqualTo(2);
                    assertThat(one.passengers()).isEqualTo(2);
                    assertThat(one.paid()).isEqualTo(new Vnd(300_000));
                });
    }

    @Test
    void theHistoryTellsBothTimesAndWhatIsConsiderable() {
        var paid = confirmed("A01");
        move.move(staff, trip, before, before.plus(Duration.ofMinutes(59)), REASON);
        assertThat(change(paid).departsBefore()).contains(before);
        assertThat(change(paid).departsAfter()).contains(before.plus(Duration.ofMinutes(59)));
        assertThat(change(paid).isConsiderable()).isFalse();

        move.move(
                staff,
                trip,
                before.plus(Duration.ofMinutes(59)),
                before.plus(Duration.ofMinutes(60)),
                REASON);
        assertThat(change(paid).departsBefore()).contains(before);
        assertThat(change(paid).isConsiderable()).isTrue();

        move.move(staff, trip, before.plus(Duration.ofMinutes(60)), before, REASON);
        assertThat(change(paid).isConsiderable()).isFalse();
        assertThat(change(paid).isMoved()).isFalse();
    }

    @Test
    void whoDoesNotLikeTheNewTimeGetsAllTheMoneyBack() {
        var paid = confirmed("A01");
        move.move(staff, trip, before, before.plus(LATER), REASON);
        clock.set(before.plusSeconds(60));
        Cancelling.whole(cancellation, paid.id(), "");
        assertThat(money(paid, DUE_FOR_REFUND)).isEqualTo(new Vnd(300_000));
    }

    @Test
    void nobodyCanPayLongerThanUntilTheCoachLeaves() {
        trip = trips.leavingAt(clock.instant().plus(Duration.ofHours(2)), 4);
        staff = new TestStaff(database).ofCompany(trip);
        var unpaid = place(anna, "A01");
        var soon = clock.instant().plus(Duration.ofMinutes(5));
        move.move(staff, trip, departure(), soon, REASON);
        assertThat(read(unpaid).paymentDeadline()).isEqualTo(soon);
    }

    @Test
    @Tag("P3.7")
    void lateMoneyKnowsTheNewTime() {
        trip = trips.leavingAt(clock.instant().plus(Duration.ofHours(2)), 4);
        staff = new TestStaff(database).ofCompany(trip);
        var expired = place(anna, "A01");
        var order = startPaying(expired, anna);
        expire(expired);
        move.move(staff, trip, departure(), departure().plus(Duration.ofDays(1)), REASON);
        clock.advance(Duration.ofHours(3));
        pay(order, 300_000);
        assertThat(stateOf(expired)).isEqualTo(BookingState.CONFIRMED);
        assertThat(read(expired).departsAt()).isEqualTo(departure());
    }

    @Test
    @Tag("P1.4")
    void isSoldAtItsNewTimeAtOnce() {
        assertThat(hold(anna, "A01")).isNotNull();
        var sold = place(anna, "A01");
        move.move(staff, trip, before, before.plus(LATER), REASON);
        assertThat(read(place(binh, "A02")).departsAt()).isEqualTo(before.plus(LATER));
        assertThat(read(sold).departsAt()).isEqualTo(before.plus(LATER));
    }

    @Test
    void isRefusedIntoThePastToTheSameTimeAndOnceTheCoachHasLeft() {
        refused("into-past", before, clock.instant());
        refused("same-time", before, before);
        clock.set(before);
        refused("has-left", before, before.plus(LATER));
        assertThat(disruptions.look(staff, trip).done()).isEmpty();
    }

    @Test
    @Tag("P7.2")
    void ofTwoStaffAtOnceTheSecondHasToLookAgain() throws Exception {
        var paid = confirmed("A01");
        var refused = new AtomicInteger();
        together(
                moving(Duration.ofMinutes(30), refused),
                moving(Duration.ofMinutes(90), refused),
                moving(Duration.ofMinutes(120), refused));
        assertThat(refused.get()).isEqualTo(2);
        assertThat(moves(paid)).isEqualTo(1);
        assertThat(read(paid).departsAt()).isEqualTo(departure());
    }

    @Test
    void whoBooksInTheVeryMomentFollowsToo() throws Exception {
        var visitors = List.of(VisitorId.random(), VisitorId.random(), VisitorId.random());
        var refused = new AtomicInteger();
        together(
                moving(Duration.ofMinutes(30), refused),
                () -> place(visitors.get(0), "A01"),
                () -> place(visitors.get(1), "A02"),
                () -> pay(startPaying(place(visitors.get(2), "A03"), visitors.get(2)), 300_000));
        var apart =
                database.sql(
                                """
                                select count(*) from booking b join trip t on t.id = b.trip_id
                                where t.id = :trip and b.departs_at <> t.departs_at
                                """)
                        .param("trip", trip.value())
                        .query(Integer.class)
                        .single();
        assertThat(apart).isZero();
    }

    @Test
    @Tag("P7.2")
    void onlyTheOwnCompanyMayDoIt() {
        staff = new TestStaff(database).ofCompany(trips.tomorrow(4));
        refused("not-yours", before, before.plus(LATER));
    }

    private Runnable moving(Duration later, AtomicInteger refused) {
        return () -> {
            try {
                move.move(staff, trip, before, before.plus(later), REASON);
            } catch (DisruptionRefused meanwhile) {
                refused.incrementAndGet();
            }
        };
    }

    private void refused(String why, Instant seen, Instant wanted) {
        assertThatThrownBy(() -> move.move(staff, trip, seen, wanted, REASON))
                .isInstanceOf(DisruptionRefused.class)
                .extracting(it -> ((BusinessRuleViolation) it).messageKey())
                .isEqualTo("bookings.disruption-refused." + why);
    }

    private OperatorChange change(PlacedBooking booking) {
        return OperatorChange.of(bookings.history(booking.id())).orElseThrow();
    }

    private PlacedBooking confirmed(String... labels) {
        var placed = place(anna, labels);
        pay(startPaying(placed, anna), 300_000L * labels.length);
        return placed;
    }

    private int moves(PlacedBooking booking) {
        return database.sql(
                        "select count(*) from notification where booking_id = :id and kind = 'TRIP_MOVED'")
                .param("id", booking.id().value())
                .query(Integer.class)
                .single();
    }

    private Instant departure() {
        return database.sql("select departs_at from trip where id = :trip")
                .param("trip", trip.value())
                .query((row, number) -> row.getTimestamp("departs_at").toInstant())
                .single();
    }
}
