package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.VisitorId;
import vn.busticket.seats.HoldExpired;
import vn.busticket.seats.SeatMap;
import vn.busticket.seats.TripNotOnSale;
import vn.busticket.shared.Vnd;

@Tag("P3.1")
class PlaceBookingTest extends BookingTest {

    @Autowired private TransactionTemplate transaction;

    @Test
    void keepsWhatWasTypedForTheSameVisitorOnly() {
        var hold = hold(anna, "A01", "A02");
        var typed = draft(hold);
        checkout.saveDraft(hold.token(), anna, typed);
        var again = checkout.open(hold.token(), anna).orElseThrow();
        assertThat(again.draft()).isEqualTo(typed);
        assertThat(again.hold()).isEqualTo(hold);
        assertThat(checkout.open(hold.token(), binh)).isEmpty();
        assertThatThrownBy(() -> checkout.saveDraft(hold.token(), binh, typed))
                .isInstanceOf(HoldOfSomebodyElse.class);
    }

    @Test
    @Tag("P2.3")
    void startsTheTimeToPayAndKeepsTheSeatsPastIt() {
        var placed = place(anna, "A01", "A02");
        var booking = read(placed);
        assertThat(booking.state()).isEqualTo(BookingState.AWAITING_PAYMENT);
        assertThat(placed.paymentDeadline())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(booking.heldUntil()).isEqualTo(placed.paymentDeadline().plusSeconds(90));
        assertThat(seatQueries.find(booking.holdId()).orElseThrow().heldUntil())
                .isEqualTo(booking.heldUntil());
        assertThat(booking.total()).isEqualTo(new Vnd(600_000));
        assertThat(booking.passengers())
                .extracting(PassengerDetails::fullName)
                .containsExactly("Trần Thị Ánh", "Trần Thị Ánh");
        assertThat(placed.code()).matches("[A-HJ-NP-Z2-9]{8}");
        assertThat(eventsOf(placed)).containsExactly(HistoryEvent.PLACED);
    }

    @Test
    void theSameHoldMakesOneBookingHoweverOftenAndAtOnce() throws Exception {
        var hold = hold(anna, "A01");
        var codes = new HashSet<String>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var clicks =
                    IntStream.range(0, 12)
                            .<Callable<PlacedBooking>>mapToObj(click ->
                                    () -> checkout.place(hold.token(), details(hold), buyer(anna)))
                            .toList();
            for (var click : executor.invokeAll(clicks)) {
                codes.add(click.get().code());
            }
        }
        assertThat(codes).hasSize(1);
        assertThat(checkout.open(hold.token(), anna).orElseThrow().placedCode())
                .contains(codes.iterator().next());
    }

    @Test
    void refusesTheHoldOfAnotherVisitorAndOneThatDoesNotExist() {
        var hold = hold(anna, "A01");
        assertThatThrownBy(() -> checkout.place(hold.token(), details(hold), buyer(binh)))
                .isInstanceOf(HoldOfSomebodyElse.class);
        assertThatThrownBy(() -> checkout.place("no-such-hold", details(hold), buyer(anna)))
                .isInstanceOf(HoldOfSomebodyElse.class);
    }

    @Test
    @Tag("P2.3")
    void placesOnAnOverdueHoldOnlyIfTheSeatsAreStillFree() {
        var lucky = hold(anna, "A01");
        var late = hold(binh, "A02");
        clock.advance(Duration.ofMinutes(11));
        hold(VisitorId.random(), "A02");
        assertThat(checkout.place(lucky.token(), details(lucky), buyer(anna)).code()).hasSize(8);
        assertThatThrownBy(() -> checkout.place(late.token(), details(late), buyer(binh)))
                .isInstanceOf(HoldExpired.class);
        assertThat(bookings.byHold(late.id())).isEmpty();
    }

    @Test
    @Tag("P1.4")
    void refusesATripThatWentPastItsCutOffMeanwhile() {
        trip = trips.leavingAt(clock.instant().plus(Duration.ofMinutes(35)), 4);
        var hold = hold(anna, "A01");
        clock.advance(Duration.ofMinutes(6));
        assertThatThrownBy(() -> checkout.place(hold.token(), details(hold), buyer(anna)))
                .isInstanceOf(TripNotOnSale.class);
    }

    @Test
    @Tag("P2.3")
    void aRetryLeavesTenMoreMinutesAndEndsAnHourAfterPlacing() {
        var placed = place(anna, "A01");
        clock.advance(Duration.ofMinutes(2));
        paymentStart.retry(placed.id(), anna, "retry");
        assertThat(read(placed).paymentDeadline()).isEqualTo(placed.paymentDeadline());
        clock.advance(Duration.ofMinutes(12));
        paymentStart.retry(placed.id(), anna, "retry");
        assertThat(read(placed).paymentDeadline())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        for (int retry = 0; retry < 5; retry++) {
            clock.advance(Duration.ofMinutes(9));
            paymentStart.retry(placed.id(), anna, "retry");
        }
        assertThat(read(placed).paymentDeadline())
                .isEqualTo(placed.paymentDeadline().plus(Duration.ofMinutes(45)));
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> paymentStart.retry(placed.id(), anna, "retry"))
                .isInstanceOf(PaymentTimeOver.class);
    }

    @Test
    @Tag("P2.3")
    void aRetryAfterTheSeatsWentToSomebodyElseIsRefused() {
        var placed = place(anna, "A01");
        clock.advance(Duration.ofMinutes(17));
        hold(binh, "A01");
        assertThatThrownBy(() -> paymentStart.retry(placed.id(), anna, "retry"))
                .isInstanceOf(HoldExpired.class);
        assertThatThrownBy(() -> paymentStart.payFor(placed.id(), anna, "pay"))
                .isInstanceOf(PaymentTimeOver.class);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.HELD);
    }

    @Test
    @Tag("P3.2")
    void neverCallsTheGatewayInsideATransaction() {
        var placed = place(anna, "A01");
        assertThatThrownBy(() ->
                        transaction.execute(
                                status -> paymentStart.payFor(placed.id(), anna, "pay")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
