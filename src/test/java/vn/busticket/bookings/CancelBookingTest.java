package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.Invariants;
import vn.busticket.tickets.TicketService;

@Tag("P4.1")
@Tag("P3.7")
class CancelBookingTest extends BookingTest {

    private static final AccountId STAFF = new AccountId(4711);

    @Autowired private Cancellation cancellation;
    @Autowired private TicketService tickets;

    @AfterEach
    void nothingIsBroken() {
        Invariants.check(database);
    }

    @Test
    void thePriceComesBackAndTheSeatsAreFreeAtOnce() {
        var placed = confirmed("A01", "A02");
        var quote = cancellation.quote(placed.id());
        assertThat(quote.isWhole()).isTrue();
        assertThat(quote.fee()).isEqualTo(Vnd.ZERO);
        assertThat(quote.refund()).isEqualTo(new Vnd(600_000));
        Cancelling.whole(cancellation, placed.id(), "đổi kế hoạch");
        assertThat(stateOf(placed)).isEqualTo(BookingState.CANCELLED);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(money(placed, ALLOCATED)).isEqualTo(Vnd.ZERO);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(600_000));
        assertThat(read(placed).passengers())
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(PassengerState.CANCELLED));
        assertThat(place(binh, "A01").id()).isNotEqualTo(placed.id());
    }

    @Test
    @Tag("P5.2")
    void theTicketsAreVoid() {
        var placed = confirmed("A01");
        assertThat(tickets.validOf(placed.id())).hasSize(1);
        Cancelling.whole(cancellation, placed.id(), "");
        assertThat(tickets.validOf(placed.id())).isEmpty();
    }

    @Test
    void theHistorySaysWhoAndWhyAndTheAuditLogNamesStaff() {
        var placed = confirmed("A01");
        var all = cancellation.quote(placed.id()).passengers();
        var shown = cancellation.quoteInFull(placed.id(), all);
        cancellation.cancelInFullByStaff(placed.id(), shown, STAFF, "gọi điện xin hủy");
        var line = bookings.history(placed.id()).getLast();
        assertThat(line.event()).isEqualTo(HistoryEvent.CANCELLED);
        assertThat(line.actor()).isEqualTo(Actor.STAFF);
        assertThat(line.fromState()).contains(BookingState.CONFIRMED);
        assertThat(line.detail())
                .containsEntry("reason", "gọi điện xin hủy")
                .containsEntry("amountVnd", "300000");
        assertThat(audited(placed)).isEqualTo(1);
        cancellation.cancelInFullByStaff(placed.id(), shown, STAFF, "gọi lại lần nữa");
        assertThat(audited(placed)).isEqualTo(1);
    }

    @Test
    void cancellingTwiceChangesNothing() {
        var placed = confirmed("A01");
        var shown = cancellation.quote(placed.id());
        cancellation.cancelByPassenger(placed.id(), shown, "");
        cancellation.cancelByPassenger(placed.id(), shown, "");
        assertThat(eventsOf(placed))
                .containsExactly(
                        HistoryEvent.PLACED, HistoryEvent.CONFIRMED, HistoryEvent.CANCELLED);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(300_000));
    }

    @Test
    void whatIsNotPaidYetIsCancelledToo() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        pay(order, 100_000);
        Cancelling.whole(cancellation, placed.id(), "");
        assertThat(stateOf(placed)).isEqualTo(BookingState.CANCELLED);
        assertThat(seat("A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(100_000));
        assertThat(closing(order)).isTrue();
    }

    @Test
    void moneyThatComesAfterwardsGoesBack() {
        var placed = place(anna, "A01");
        var order = startPaying(placed, anna);
        Cancelling.whole(cancellation, placed.id(), "");
        pay(order, 300_000);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CANCELLED);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(300_000));
        assertThat(outcomesOf(placed)).containsExactly(Outcome.REFUND_AFTER_CANCELLATION);
    }

    @Test
    void isRefusedOnceTheCoachHasLeft() {
        var placed = confirmed("A01");
        var shown = cancellation.quote(placed.id());
        clock.set(read(placed).departsAt());
        assertThat(cancellation.isPossible(read(placed))).isFalse();
        assertThatThrownBy(() -> cancellation.quote(placed.id()))
                .isInstanceOf(CancellationTooLate.class);
        assertThatThrownBy(() -> cancellation.cancelByPassenger(placed.id(), shown, ""))
                .isInstanceOf(CancellationTooLate.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void anExpiredBookingNeedsNoCancelling() {
        var placed = place(anna, "A01");
        var shown = cancellation.quote(placed.id());
        expire(placed);
        assertThatThrownBy(() -> cancellation.cancelByPassenger(placed.id(), shown, ""))
                .isInstanceOf(BookingNotCancellable.class);
    }

    @Test
    void staffMustSayWhy() {
        var placed = confirmed("A01");
        assertThatThrownBy(() -> Cancelling.inFullByStaff(cancellation, placed.id(), STAFF, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
    }

    private PlacedBooking confirmed(String... labels) {
        var placed = place(anna, labels);
        pay(startPaying(placed, anna), 300_000L * labels.length);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        return placed;
    }

    private int audited(PlacedBooking placed) {
        return database.sql(
                        """
                        select count(*) from audit_log
                        where action = 'booking.cancelled-by-staff' and subject = :subject and account_id = :staff
                        """)
                .param("subject", "booking " + placed.id().value())
                .param("staff", STAFF.value())
                .query(Integer.class)
                .single();
    }

    private boolean closing(long orderCode) {
        return database.sql(
                        "select close_requested_at is not null from payment_attempt where order_code = :order")
                .param("order", orderCode)
                .query(Boolean.class)
                .single();
    }
}
