package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.trips.TripId;

/** Changes that cost more: nothing is different until the difference is paid. */
@Tag("P4.5")
@Tag("P3.7")
class PaidChangeTest extends ChangeTest {

    @Test
    void nothingChangesUntilTheDifferenceIsPaid() {
        var placed = confirmed("A01", "A02");
        var ticketsBefore = tickets.validOf(placed.id());
        var saved = save(placed, wish(placed).on(dearer));
        assertThat(saved.isToBePaid()).isTrue();
        assertThat(read(placed).trip().id()).isEqualTo(trip);
        assertThat(tickets.validOf(placed.id())).isEqualTo(ticketsBefore);
        assertThat(seat(dearer, "A01")).isEqualTo(SeatMap.State.HELD);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.SOLD);

        pay(startPaying(placed, anna), 2 * MORE);
        var changed = read(placed);
        assertThat(changeOf(saved).state()).isEqualTo(State.APPLIED);
        assertThat(changed.trip().id()).isEqualTo(dearer);
        assertThat(changed.total()).isEqualTo(new Vnd(2 * (PRICE + MORE)));
        assertThat(money(placed, ALLOCATED)).isEqualTo(changed.total());
        assertThat(seat("A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(seat(dearer, "A02")).isEqualTo(SeatMap.State.SOLD);
        assertThat(tickets.validOf(placed.id())).hasSize(2).isNotEqualTo(ticketsBefore);
        assertThat(eventsOf(placed)).endsWith(HistoryEvent.CHANGE_REQUESTED, HistoryEvent.CHANGED);
    }

    @Test
    @Tag("P4.6")
    void aPassengerWhoLeavesEndsTheChangeThatWaitsAndItsMoneyGoesBack() {
        var placed = confirmed("A01", "A02");
        var saved = save(placed, wish(placed).on(dearer));
        pay(startPaying(placed, anna), MORE);
        var leaving = Set.of(read(placed).passengers().getFirst().id());
        cancellation.cancelByPassenger(placed.id(), cancellation.quote(placed.id(), leaving), "");

        assertThat(changeOf(saved).state()).isEqualTo(State.WITHDRAWN);
        assertThat(seat(dearer, "A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(read(placed).total()).isEqualTo(new Vnd(PRICE));
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(PRICE));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(PRICE + MORE));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.REFUND_CHANGE_NOT_MADE);
    }

    @Test
    void anotherChangeWaitsForTheFirst() {
        var placed = confirmed("A01");
        save(placed, wish(placed).on(dearer));
        assertThatThrownBy(() -> save(placed, wish(placed).seat("A01", "A02")))
                .isInstanceOf(ChangeAwaitsPayment.class);
    }

    @Test
    void whatIsNotPaidInTimeLeavesTheBookingAsItWas() {
        var placed = confirmed("A01");
        var saved = save(placed, wish(placed).on(dearer));
        clock.advance(Duration.ofMinutes(14));
        run(LapseChangesJob.class);
        assertThat(changeOf(saved).isOpen()).isTrue();
        lapse();
        assertThat(changeOf(saved).state()).isEqualTo(State.LAPSED);
        assertThat(seat(dearer, "A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(read(placed).trip().id()).isEqualTo(trip);
        assertThat(changes.obstacle(read(placed))).isEmpty();
    }

    @Test
    void anOpenAttemptIsWaitedForUntilTheGraceIsOver() {
        var placed = confirmed("A01");
        var saved = save(placed, wish(placed).on(dearer));
        startPaying(placed, anna);
        clock.advance(Duration.ofMinutes(15));
        run(LapseChangesJob.class);
        assertThat(changeOf(saved).isOpen()).isTrue();
        clock.advance(Duration.ofSeconds(90));
        run(LapseChangesJob.class);
        assertThat(changeOf(saved).state()).isEqualTo(State.LAPSED);
    }

    @Test
    void neverLapsesOverMoneyThatIsNotDecidedAbout() {
        var placed = confirmed("A01");
        var saved = save(placed, wish(placed).on(dearer));
        var transfer = transfer(startPaying(placed, anna), MORE);
        lapse();
        assertThat(changeOf(saved).isOpen()).isTrue();
        payments.settle(transfer);
        assertThat(changeOf(saved).state()).isEqualTo(State.APPLIED);
    }

    @Test
    void moneyThatComesLateStillMakesTheChangeWhereItIsPossible() {
        var placed = confirmed("A01");
        var saved = save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        lapse();
        pay(order, MORE);
        assertThat(changeOf(saved).state()).isEqualTo(State.APPLIED);
        assertThat(read(placed).trip().id()).isEqualTo(dearer);
    }

    @Test
    void lateMoneyTakesOtherSeatsOfTheClassOnceTheWishedOnesAreGoneAndTellsSo() {
        var placed = confirmed("A01", "A02");
        var saved = save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        lapse();
        taken(dearer, "A01");
        pay(order, 2 * MORE);

        assertThat(changeOf(saved).state()).isEqualTo(State.APPLIED);
        assertThat(read(placed).trip().id()).isEqualTo(dearer);
        assertThat(seatsOf(placed)).containsExactly("A02", "A03");
        assertThat(changeOf(saved).plan().seats().seats())
                .extracting(HeldSeat::label)
                .containsExactlyInAnyOrder("A02", "A03");
        assertThat(seat(dearer, "A03")).isEqualTo(SeatMap.State.SOLD);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(2 * (PRICE + MORE)));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(Vnd.ZERO);
        assertThat(outcomesOf(placed)).containsExactly(Outcome.CHANGED_ON_OTHER_SEATS);
        assertThat(tickets.validOf(placed.id())).hasSize(2);
        var told = bookings.moneyOutcomes(placed.id()).getFirst();
        assertThat(told.fromSeats()).isEqualTo("A01");
        assertThat(told.toSeats()).isEqualTo("A03");
    }

    @Test
    void lateMoneyForASeatOfTheSameTripAndClassGoesBackBecauseAnyOtherWouldBeNoBetter() {
        database.sql(
                        """
                        insert into policy (operator_id, from_seats, change_until_minutes, changes, change_fee_vnd)
                        select operator_id, 1, 240, 2, 20000 from trip where id = :trip
                        """)
                .param("trip", trip.value())
                .update();
        var placed = confirmed("A01");
        save(placed, wish(placed).seat("A01", "A03"));
        var order = startPaying(placed, anna);
        lapse();
        taken(trip, "A03");
        pay(order, 20_000);
        assertThat(seatsOf(placed)).containsExactly("A01");
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(20_000));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.REFUND_CHANGE_TOO_LATE);
    }

    private void takeAllOf(TripId of) {
        for (var first = 1; first <= 40; first += 5) {
            taken(
                    of,
                    IntStream.range(first, first + 5)
                            .mapToObj("A%02d"::formatted)
                            .toArray(String[]::new));
        }
    }

    private void taken(TripId of, String... labels) {
        var home = trip;
        trip = of;
        hold(VisitorId.random(), labels);
        trip = home;
    }

    @Test
    void lateMoneyGoesBackOnceNoSeatIsLeftAndTheOldOneIsKept() {
        var placed = confirmed("A01");
        var saved = save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        lapse();
        var home = trip;
        takeAllOf(dearer);
        pay(order, MORE);
        assertThat(changeOf(saved).state()).isEqualTo(State.LAPSED);
        assertThat(read(placed).trip().id()).isEqualTo(home);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.SOLD);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(MORE));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.REFUND_CHANGE_TOO_LATE);
    }

    @Test
    void lateMoneyGoesBackOnceTheBookingIsAnotherOne() {
        var placed = confirmed("A01");
        save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        lapse();
        save(placed, wish(placed).seat("A01", "A02"));
        pay(order, MORE);
        assertThat(seatsOf(placed)).containsExactly("A02");
        assertThat(read(placed).trip().id()).isEqualTo(trip);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(MORE));
    }

    @Test
    void aPartIsKeptAndTheRestCanBePaid() {
        var placed = confirmed("A01");
        var saved = save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        clock.advance(Duration.ofMinutes(14));
        pay(order, 20_000);
        assertThat(changeOf(saved).isOpen()).isTrue();
        assertThat(kept(placed)).isEqualTo(new Vnd(20_000));
        clock.advance(Duration.ofMinutes(9));
        run(LapseChangesJob.class);
        var rest = startPaying(placed, anna);
        assertThat(rest).isNotEqualTo(order);
        pay(rest, 30_000);
        assertThat(changeOf(saved).state()).isEqualTo(State.APPLIED);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(PRICE + MORE));
    }

    @Test
    void aPartGoesBackWhenTheRestDoesNotCome() {
        var placed = confirmed("A01");
        var saved = save(placed, wish(placed).on(dearer));
        pay(startPaying(placed, anna), 20_000);
        lapse();
        assertThat(changeOf(saved).state()).isEqualTo(State.LAPSED);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(20_000));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.REFUND_CHANGE_NOT_MADE);
    }

    @Test
    void theSurplusGoesBack() {
        var placed = confirmed("A01");
        save(placed, wish(placed).on(dearer));
        pay(startPaying(placed, anna), MORE + 7_000);
        assertThat(read(placed).trip().id()).isEqualTo(dearer);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(7_000));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.REFUND_SURPLUS);
    }

    @Test
    void moneyForTheBookingItselfDoesNotPayForItsChange() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        pay(order, PRICE);
        clock.advance(Duration.ofMinutes(1));
        var saved = save(placed, wish(placed).on(dearer));
        pay(startPaying(placed, anna), 20_000);
        pay(order, PRICE);
        assertThat(changeOf(saved).isOpen()).isTrue();
        assertThat(kept(placed)).isEqualTo(new Vnd(20_000));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(PRICE));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.REFUND_PAID_TWICE);
    }

    @Test
    void payingTheDifferenceTwiceSendsTheSecondBack() {
        var placed = confirmed("A01");
        save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        pay(order, MORE);
        pay(order, MORE);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(MORE));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.REFUND_PAID_TWICE);
    }

    @Test
    void aRetryLengthensTheTimeWithTheSameSeats() {
        var placed = confirmed("A01");
        var saved = save(placed, wish(placed).on(dearer));
        startPaying(placed, anna);
        clock.advance(Duration.ofMinutes(15));
        assertThatThrownBy(() -> startPaying(placed, anna)).isInstanceOf(PaymentTimeOver.class);
        pay(orderCode(paymentStart.retry(placed.id(), anna, "here")), MORE);
        assertThat(changeOf(saved).state()).isEqualTo(State.APPLIED);
    }

    @Test
    void givingItUpFreesItsSeatsAndMoneyThatComesAllTheSameGoesBack() {
        var placed = confirmed("A01");
        var saved = save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        changes.withdraw(placed.id());
        changes.withdraw(placed.id());
        assertThat(changeOf(saved).state()).isEqualTo(State.WITHDRAWN);
        assertThat(seat(dearer, "A01")).isEqualTo(SeatMap.State.FREE);
        pay(order, MORE);
        assertThat(read(placed).trip().id()).isEqualTo(trip);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(MORE));
    }

    @Test
    void cancellingGivesUpTheChangeTooAndSendsEverythingBack() {
        var placed = confirmed("A01");
        var saved = save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        pay(order, 20_000);
        Cancelling.whole(cancellation, placed.id(), "");
        assertThat(changeOf(saved).state()).isEqualTo(State.WITHDRAWN);
        assertThat(seat(dearer, "A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(PRICE + 20_000));
        pay(order, 30_000);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(PRICE + MORE));
    }

    @Test
    void aTripThatIsCalledOffTakesNobodyIn() {
        var placed = confirmed("A01");
        save(placed, wish(placed).on(dearer));
        var order = startPaying(placed, anna);
        trips.cancel(dearer);
        pay(order, MORE);
        assertThat(read(placed).trip().id()).isEqualTo(trip);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(MORE));
    }
}
