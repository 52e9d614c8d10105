package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.TestCoaches;
import vn.busticket.testing.TestStaff;
import vn.busticket.trips.TripId;

/** What operators and crews do while passengers change or cancel. */
@Tag("P4.5")
@Tag("P4.6")
@Tag("P4.7")
class DisruptedChangeTest extends ChangeTest {

    private static final String REASON = "mưa lớn";

    @Autowired private TripMove move;
    @Autowired private TripCancellation tripCancellation;
    @Autowired private CoachSwap swap;
    @Autowired private Attendance attendance;
    @Autowired private TransactionTemplate transaction;

    @Test
    void aConsiderableMoveLetsPassengersLeaveWithAllTheirMoneyWhateverTheirPolicyKeeps() {
        trips.setPolicy(trip, 240, 2, "60:50");
        var placed = confirmed("A01");
        assertThat(cancellation.quote(placed.id()).fee()).isEqualTo(new Vnd(PRICE / 2));
        moveBy(Duration.ofMinutes(59));
        assertThat(cancellation.quote(placed.id()).fee()).isEqualTo(new Vnd(PRICE / 2));
        moveBy(Duration.ofMinutes(1));
        assertThat(cancellation.quote(placed.id()).fee()).isEqualTo(Vnd.ZERO);

        clock.set(read(placed).departsAt().minus(Duration.ofMinutes(5)));
        assertThat(cancellation.obstacle(read(placed))).isEmpty();
        Cancelling.whole(cancellation, placed.id(), "");
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(PRICE));
    }

    @Test
    void whoChoseAnotherTripSinceHasThePolicyAgain() {
        trips.setPolicy(trip, 240, 2, "60:50");
        var placed = confirmed("A01");
        moveBy(Duration.ofMinutes(90));
        save(placed, wish(placed).on(cheaper));
        assertThat(read(placed).trip().id()).isEqualTo(cheaper);
        assertThat(cancellation.quote(placed.id()).fee()).isEqualTo(new Vnd((PRICE - MORE) / 2));
    }

    @Test
    void aConsiderableMoveLetsPassengersTakeAnotherTripWithoutFeeAndLimitsUntilTheDeparture() {
        trips.setPolicy(trip, 240, 0, "60:50");
        setChangeFee(20_000);
        var placed = confirmed("A01");
        assertThat(changes.obstacle(read(placed))).get().isInstanceOf(TooManyChanges.class);
        moveBy(Duration.ofMinutes(59));
        assertThat(changes.obstacle(read(placed))).get().isInstanceOf(TooManyChanges.class);
        moveBy(Duration.ofMinutes(1));
        clock.set(read(placed).departsAt().minus(Duration.ofMinutes(5)));
        assertThat(changes.obstacle(read(placed))).isEmpty();
        assertThat(changes.endsAt(read(placed))).isEqualTo(read(placed).departsAt());
        assertThatThrownBy(() -> save(placed, wish(placed).named("A01", "Lê Thị Hồng")))
                .isInstanceOf(ChangeTooLate.class);

        var plan = changes.quote(placed.id(), wish(placed).on(cheaper).made());
        assertThat(plan.fee()).isEqualTo(Vnd.ZERO);
        assertThat(plan.isFree()).isTrue();
        var saved = save(placed, wish(placed).on(cheaper));
        assertThat(changeOf(saved).state()).isEqualTo(State.APPLIED);
        assertThat(read(placed).trip().id()).isEqualTo(cheaper);
    }

    @Test
    void whatTheOperatorCausedUsesUpNoChangeButTheNextOneHasItsFeeAgain() {
        trips.setPolicy(trip, 240, 1, "60:50");
        setChangeFee(20_000);
        var placed = confirmed("A01");
        moveBy(Duration.ofMinutes(90));
        save(placed, wish(placed).on(cheaper));
        assertThat(changes.obstacle(read(placed))).isEmpty();

        var plan = changes.quote(placed.id(), wish(placed).on(dearer).made());
        assertThat(plan.isFree()).isFalse();
        assertThat(plan.fee()).isEqualTo(new Vnd(20_000));
        pay(payFor(placed, wish(placed).on(dearer)), plan.due().dong());
        assertThat(read(placed).trip().id()).isEqualTo(dearer);
        assertThat(changes.obstacle(read(placed))).get().isInstanceOf(TooManyChanges.class);
    }

    private long payFor(PlacedBooking placed, Wish wish) {
        save(placed, wish);
        return startPaying(placed, anna);
    }

    private void setChangeFee(long fee) {
        database.sql(
                        """
                        update policy set change_fee_vnd = :fee
                         where operator_id = (select operator_id from trip where id = :trip)
                        """)
                .param("fee", fee)
                .param("trip", trip.value())
                .update();
    }

    @Test
    void aTripThatIsCalledOffTakesTheWaitingChangeAlongAndAllMoneyGoesBack() {
        trips.setPolicy(trip, 240, 2, "60:50");
        var placed = confirmed("A01", "A02");
        var saved = save(placed, wish(placed).on(dearer));
        pay(startPaying(placed, anna), MORE);
        callOff(trip);

        assertThat(stateOf(placed)).isEqualTo(BookingState.CANCELLED);
        assertThat(changeOf(saved).state()).isEqualTo(State.WITHDRAWN);
        assertThat(seat(dearer, "A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(money(placed, ALLOCATED)).isEqualTo(Vnd.ZERO);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(2 * PRICE + MORE));
    }

    @Test
    void moneyForATripThatWasCalledOffMeanwhileGoesBackAndTheBookingStays() {
        var placed = confirmed("A01");
        save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        callOff(dearer);
        pay(order, MORE);

        assertThat(read(placed).trip().id()).isEqualTo(trip);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.SOLD);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(PRICE));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(MORE));
    }

    @Test
    void moneyForASeatThatTheOtherCoachDoesNotHaveGoesBackAndTheBookingStays() {
        var placed = confirmed("A01");
        save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        var bus = new TestCoaches(database).with(dearer, TestCoaches.seats("B", 4, "VIP"));
        var staff = staffOf(dearer);
        swap.swap(staff, dearer, swap.plan(staff, dearer, bus), Set.of(), REASON);
        pay(order, MORE);

        assertThat(read(placed).trip().id()).isEqualTo(trip);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(PRICE));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(MORE));
    }

    @Test
    @Tag("P5.3")
    void whoGotOnIsNeitherCancelledNorChanged() {
        var placed = confirmed("A01", "A02");
        var shown = cancellation.quote(placed.id());
        var boarded = read(placed).passengers().getFirst().id();
        clock.set(read(placed).departsAt().minus(Duration.ofMinutes(10)));
        transaction.executeWithoutResult(
                status -> attendance.mark(boarded, Mark.BOARD, staffOf(trip), clock.instant()));

        assertThatThrownBy(() -> cancellation.quote(placed.id(), Set.of(boarded)))
                .isInstanceOf(PassengerOnBoard.class);
        assertThatThrownBy(() -> cancellation.cancelByPassenger(placed.id(), shown, ""))
                .isInstanceOf(PassengerOnBoard.class);
        assertThat(changes.obstacle(read(placed))).get().isInstanceOf(BookingNotChangeable.class);
        var other = read(placed).passengers().getLast().id();
        assertThat(cancellation.quote(placed.id(), Set.of(other)).isWhole()).isFalse();
    }

    private void callOff(TripId called) {
        tripCancellation.callOff(staffOf(called), called, REASON);
        run(CallOffBookingsJob.class);
    }

    private void moveBy(Duration later) {
        var before = departure();
        move.move(staffOf(trip), trip, before, before.plus(later), REASON);
    }

    private Instant departure() {
        return database.sql("select departs_at from trip where id = :trip")
                .param("trip", trip.value())
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    private AccountId staffOf(TripId one) {
        return new TestStaff(database).ofCompany(one);
    }
}
