package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;
import static vn.busticket.testing.TestTrips.WHOLE;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.accounts.VisitorId;
import vn.busticket.seats.SeatMap;
import vn.busticket.seats.SeatsTaken;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.SettableClock;

/** Changes that cost nothing more: they are made at once, or not at all. */
@Tag("P4.5")
class ChangeBookingTest extends ChangeTest {

    @Test
    @Tag("P5.2")
    void somebodyElseTravelsWithANewTicketAndTheOldCodeIsVoid() {
        var placed = confirmed("A01", "A02");
        var before = tickets.validOf(placed.id());
        var saved = save(placed, wish(placed).named("A01", "Lê Thị Hồng"));
        assertThat(saved.isToBePaid()).isFalse();
        var passengers = read(placed).passengers();
        assertThat(passengers.getFirst().fullName()).isEqualTo("Lê Thị Hồng");
        var after = tickets.validOf(placed.id());
        var renamed = passengers.getFirst().id();
        var other = passengers.getLast().id();
        assertThat(after.get(renamed)).isNotEqualTo(before.get(renamed));
        assertThat(after.get(other)).isEqualTo(before.get(other));
        assertThat(eventsOf(placed)).endsWith(HistoryEvent.CHANGED);
    }

    @Test
    void twoOfABookingSwapTheirSeatsOnAFullCoach() {
        var two = confirmed("A01", "A02");
        for (int first = 3; first <= 40; first += 6) {
            var labels =
                    IntStream.range(first, Math.min(first + 6, 41)).mapToObj("A%02d"::formatted);
            hold(VisitorId.random(), labels.toArray(String[]::new));
        }
        assertThat(seatQueries.seatMap(trip, WHOLE, null).freeCount()).isZero();
        var before = read(two).passengers();
        save(two, wish(two).named("A02", "Lê Thị Hồng"));
        save(two, wish(two).seat("A01", "A02").seat("A02", "A01"));
        var after = read(two).passengers();
        assertThat(after.getFirst().seatLabel()).isEqualTo("A01");
        assertThat(after.getFirst().fullName()).isEqualTo("Lê Thị Hồng");
        assertThat(after.getFirst().id()).isEqualTo(before.getLast().id());
        assertThat(after.getLast().id()).isEqualTo(before.getFirst().id());
    }

    @Test
    void movesToAFreeSeatAndFreesItsOwn() {
        var placed = confirmed("A01", "A02");
        save(placed, wish(placed).seat("A02", "A09"));
        assertThat(seatsOf(placed)).containsExactly("A01", "A09");
        assertThat(seat("A02")).isEqualTo(SeatMap.State.FREE);
        assertThat(seat("A09")).isEqualTo(SeatMap.State.SOLD);
        assertThat(bookings.history(placed.id()).getLast().detail())
                .containsEntry("fromSeats", "A02")
                .containsEntry("toSeats", "A09");
    }

    @Test
    @Tag("P3.8")
    void theDifferenceToACheaperTripGoesBack() {
        var placed = confirmed("A01", "A02");
        var plan = changes.quote(placed.id(), wish(placed).on(cheaper).made());
        assertThat(plan.back()).isEqualTo(new Vnd(2 * MORE));
        assertThat(plan.due()).isEqualTo(Vnd.ZERO);
        save(placed, wish(placed).on(cheaper));
        var changed = read(placed);
        assertThat(changed.trip().id()).isEqualTo(cheaper);
        assertThat(changed.departsAt()).isAfter(clock.instant().plus(Duration.ofDays(2)));
        assertThat(changed.total()).isEqualTo(new Vnd(2 * (PRICE - MORE)));
        assertThat(money(placed, ALLOCATED)).isEqualTo(changed.total());
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(2 * MORE));
        assertThat(seat("A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(seat(cheaper, "A01")).isEqualTo(SeatMap.State.SOLD);
    }

    @Test
    void aSeatThatWasTakenMeanwhileIsNamedAndNothingIsChanged() {
        var placed = confirmed("A01", "A02");
        var wished = wish(placed).seat("A01", "A05").seat("A02", "A06").made();
        var agreed = changes.quote(placed.id(), wished);
        hold(binh, "A06");
        assertThatThrownBy(() -> changes.save(placed.id(), wished, agreed, anna, "here"))
                .isInstanceOf(SeatsTaken.class)
                .extracting(thrown -> ((SeatsTaken) thrown).labels())
                .isEqualTo(List.of("A06"));
        assertThat(seatsOf(placed)).containsExactly("A01", "A02");
        assertThat(seat("A05")).isEqualTo(SeatMap.State.FREE);
        assertThat(eventsOf(placed)).doesNotContain(HistoryEvent.CHANGED);
    }

    @Test
    void whatCostsSomethingElseThanWasAgreedIsNotDone() {
        var placed = confirmed("A01");
        var wished = wish(placed).on(cheaper).made();
        var agreed = changes.quote(placed.id(), wished);
        database.sql(
                        """
                        update trip set tariff_id = (select tariff_id from trip where id = :dearer)
                        where id = :cheaper
                        """)
                .param("dearer", dearer.value())
                .param("cheaper", cheaper.value())
                .update();
        assertThatThrownBy(() -> changes.save(placed.id(), wished, agreed, anna, "here"))
                .isInstanceOf(ChangeOutdated.class);
        assertThat(read(placed).trip().id()).isEqualTo(trip);
    }

    @Test
    void aTripOfAnotherRouteIsRefused() {
        var placed = confirmed("A01");
        var elsewhere = wish(placed).on(trips.tomorrow(4)).made();
        assertThatThrownBy(() -> changes.quote(placed.id(), elsewhere))
                .isInstanceOf(TripOfAnotherRoute.class);
    }

    @Test
    void isRefusedShortlyBeforeTheCoachLeaves() {
        var placed = confirmed("A01");
        var wished = wish(placed).seat("A01", "A02").made();
        var agreed = changes.quote(placed.id(), wished);
        clock.set(read(placed).departsAt().minus(Duration.ofHours(4)).minusMillis(1));
        assertThat(changes.obstacle(read(placed))).isEmpty();
        clock.set(read(placed).departsAt().minus(Duration.ofHours(4)));
        assertThat(changes.obstacle(read(placed))).get().isInstanceOf(ChangeTooLate.class);
        assertThatThrownBy(() -> changes.save(placed.id(), wished, agreed, anna, "here"))
                .isInstanceOf(ChangeTooLate.class);
        assertThat(seatsOf(placed)).containsExactly("A01");
    }

    @Test
    void isRefusedTheThirdTimeButWhoIsToldMayStillChange() {
        var placed = confirmed("A01");
        save(placed, wish(placed).told("moi@example.com"));
        save(placed, wish(placed).seat("A01", "A02"));
        save(placed, wish(placed).named("A02", "Lê Thị Hồng"));
        assertThat(changes.obstacle(read(placed))).get().isInstanceOf(TooManyChanges.class);
        assertThatThrownBy(() -> save(placed, wish(placed).seat("A02", "A03")))
                .isInstanceOf(TooManyChanges.class);
        assertThat(read(placed).contact().email()).isEqualTo("moi@example.com");
        assertThat(seatsOf(placed)).containsExactly("A02");
    }

    @Test
    void whatIsNotPaidOrCancelledCannotBeChanged() {
        var unpaid = place(anna, "A01");
        assertThatThrownBy(() -> save(unpaid, wish(unpaid).seat("A01", "A02")))
                .isInstanceOf(BookingNotChangeable.class);
        var cancelled = confirmed("A03");
        var wished = wish(cancelled).seat("A03", "A04").made();
        var agreed = changes.quote(cancelled.id(), wished);
        Cancelling.whole(cancellation, cancelled.id(), "");
        assertThatThrownBy(() -> changes.save(cancelled.id(), wished, agreed, anna, "here"))
                .isInstanceOf(BookingNotChangeable.class);
    }

    @Test
    void nothingIsSavedWhereNothingIsDifferent() {
        var placed = confirmed("A01");
        assertThatThrownBy(() -> save(placed, wish(placed))).isInstanceOf(NothingToChange.class);
        assertThat(clock.instant()).isEqualTo(SettableClock.START);
    }

    @Test
    @Tag("P6.3")
    void eachChangeIsToldOnce() {
        var placed = confirmed("A01");
        save(placed, wish(placed).seat("A01", "A02"));
        save(placed, wish(placed).seat("A02", "A03"));
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from notification
                                        where booking_id = :booking and kind = 'CHANGE' and channel = 'EMAIL'
                                        """)
                                .param("booking", placed.id().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void theRulesAreThoseOfThePurchase() {
        trips.setPolicy(trip, 60, 1, "0:0");
        var placed = confirmed("A01");
        trips.setPolicy(trip, 2_000, 0, "10:0");
        clock.set(read(placed).departsAt().minus(Duration.ofMinutes(61)));
        save(placed, wish(placed).named("A01", "Lê Thị Hồng"));
        assertThat(changes.obstacle(read(placed))).get().isInstanceOf(TooManyChanges.class);
    }

    @Test
    void aFeeIsPaidBeforeAnythingIsChanged() {
        trips.setPolicy(trip, 240, 2, "0:0");
        database.sql(
                        """
                        update policy set change_fee_vnd = 20000
                        where operator_id = (select operator_id from trip where id = :trip)
                        """)
                .param("trip", trip.value())
                .update();
        var placed = confirmed("A01");
        var plan = changes.quote(placed.id(), wish(placed).on(cheaper).made());
        assertThat(plan.back()).isEqualTo(new Vnd(MORE - 20_000));
        assertThat(save(placed, wish(placed).named("A01", "Lê Thị Hồng")).isToBePaid()).isTrue();
        pay(startPaying(placed, anna), 20_000);
        assertThat(read(placed).passengers().getFirst().fullName()).isEqualTo("Lê Thị Hồng");
        assertThat(read(placed).total()).isEqualTo(new Vnd(PRICE + 20_000));
        assertThat(read(placed).fees()).isEqualTo(new Vnd(20_000));
    }
}
