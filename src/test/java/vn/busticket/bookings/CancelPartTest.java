package vn.busticket.bookings;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.CancellationQuote.Line;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.Invariants;
import vn.busticket.tickets.TicketService;

/** The coach leaves in a day; nothing is kept until 12 hours before, 10 % until 4, then half. */
@Tag("P4.6")
class CancelPartTest extends BookingTest {

    private static final AccountId STAFF = new AccountId(4711);
    private static final Duration INTO_TEN_PERCENT = Duration.ofHours(13);
    private static final Duration INTO_HALF = Duration.ofHours(21);
    private static final Duration PAST_THE_LAST = Duration.ofHours(23).plusMinutes(30);

    @Autowired private Cancellation cancellation;
    @Autowired private TicketService tickets;

    @BeforeEach
    void aStrictOperator() {
        trips.setPolicy(trip, 240, 2, "720:0", "240:10", "60:50");
    }

    @AfterEach
    void nothingIsBroken() {
        Invariants.check(database);
    }

    @Test
    void onePassengerLeavesAndTheOtherTravels() {
        var placed = confirmed("A01", "A02");
        clock.advance(INTO_TEN_PERCENT);
        var quote = quote(placed, "A01");
        assertThat(quote.isWhole()).isFalse();
        assertThat(quote.lines())
                .extracting(Line::seat, Line::price, Line::fee)
                .containsExactly(tuple("A01", new Vnd(300_000), new Vnd(30_000)));
        assertThat(quote.refund()).isEqualTo(new Vnd(270_000));
        assertThat(quote.until()).isEqualTo(read(placed).departsAt().minus(Duration.ofHours(4)));

        cancellation.cancelByPassenger(placed.id(), quote, "bị ốm");

        var booking = read(placed);
        assertThat(booking.state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(booking.total()).isEqualTo(new Vnd(330_000));
        assertThat(booking.fees()).isEqualTo(new Vnd(30_000));
        assertThat(booking.seatLabels()).containsExactly("A02");
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(330_000));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(270_000));
        assertThat(seat("A01")).isEqualTo(SeatMap.State.FREE);
        assertThat(seat("A02")).isEqualTo(SeatMap.State.SOLD);
        assertThat(tickets.validOf(placed.id())).containsOnlyKeys(passenger(placed, "A02"));
        assertThat(place(binh, "A01").id()).isNotEqualTo(placed.id());
    }

    @Test
    @Tag("P4.1")
    void theHistorySaysWhoLeftForHowMuchAndWhy() {
        var placed = confirmed("A01", "A02");
        clock.advance(INTO_TEN_PERCENT);
        cancellation.cancelByPassenger(placed.id(), quote(placed, "A02"), "bị ốm");
        var line = bookings.history(placed.id()).getLast();
        assertThat(line.event()).isEqualTo(HistoryEvent.PARTLY_CANCELLED);
        assertThat(line.actor()).isEqualTo(Actor.PASSENGER);
        assertThat(line.detail())
                .containsEntry("seats", "A02")
                .containsEntry("amountVnd", "270000")
                .containsEntry("feeVnd", "30000")
                .containsEntry("reason", "bị ốm");
    }

    @Test
    void theLastPassengerIsTheWholeBooking() {
        var placed = confirmed("A01", "A02");
        clock.advance(INTO_TEN_PERCENT);
        cancellation.cancelByPassenger(placed.id(), quote(placed, "A01"), "");
        clock.advance(INTO_HALF.minus(INTO_TEN_PERCENT));
        var rest = quote(placed, "A02");
        assertThat(rest.isWhole()).isTrue();
        assertThat(rest.fee()).isEqualTo(new Vnd(150_000));
        cancellation.cancelByPassenger(placed.id(), rest, "");

        assertThat(stateOf(placed)).isEqualTo(BookingState.CANCELLED);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(180_000));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(420_000));
        assertThat(read(placed).fees()).isEqualTo(new Vnd(180_000));
        assertThat(tickets.validOf(placed.id())).isEmpty();
    }

    @Test
    void anotherPriceThanWasShownIsRefusedAndChangesNothing() {
        var placed = confirmed("A01", "A02");
        var free = quote(placed, "A01");
        clock.advance(INTO_TEN_PERCENT);
        var refused =
                catchThrowableOfType(
                        CancellationQuoteChanged.class,
                        () -> cancellation.cancelByPassenger(placed.id(), free, ""));
        assertThat(refused.now().fee()).isEqualTo(new Vnd(30_000));
        assertThat(read(placed).seatLabels()).containsExactly("A01", "A02");
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(Vnd.ZERO);

        cancellation.cancelByPassenger(placed.id(), refused.now(), "");
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(270_000));
    }

    @Test
    void aPriceForSomebodyWhoHasLeftMeanwhileIsRefused() {
        var placed = confirmed("A01", "A02", "A03");
        var both = quote(placed, "A01", "A02");
        cancellation.cancelByPassenger(placed.id(), quote(placed, "A01"), "");
        var refused =
                catchThrowableOfType(
                        CancellationQuoteChanged.class,
                        () -> cancellation.cancelByPassenger(placed.id(), both, ""));
        assertThat(refused.now().lines()).extracting(Line::seat).containsExactly("A02");
    }

    @Test
    void theSameAgainChangesNothing() {
        var placed = confirmed("A01", "A02");
        var quote = quote(placed, "A01");
        cancellation.cancelByPassenger(placed.id(), quote, "");
        cancellation.cancelByPassenger(placed.id(), quote, "");
        assertThat(eventsOf(placed)).containsOnlyOnce(HistoryEvent.PARTLY_CANCELLED);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(300_000));
    }

    @Test
    void fromTwoTabsAtOnceItHappensOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            var visitor = VisitorId.random();
            var first = "A%02d".formatted(2 * round + 1);
            var second = "A%02d".formatted(2 * round + 2);
            var placed = place(visitor, first, second);
            pay(startPaying(placed, visitor), 600_000);
            var one = quote(placed, first);
            var all = quote(placed, first, second);
            together(
                    () -> tryTo(() -> cancellation.cancelByPassenger(placed.id(), one, "")),
                    () -> tryTo(() -> cancellation.cancelByPassenger(placed.id(), one, "")),
                    () -> tryTo(() -> cancellation.cancelByPassenger(placed.id(), all, "")));
            assertThat(money(placed, ALLOCATED).plus(money(placed, DUE_FOR_REFUND)))
                    .isEqualTo(new Vnd(600_000));
            assertThat(bookings.cancellations(placed.id())).hasSize(1);
        }
    }

    @Test
    void moneyThatComesTwiceGoesBackWhileSomebodyLeaves() throws Exception {
        var all =
                IntStream.range(0, 10)
                        .mapToObj(round -> {
                            var visitor = VisitorId.random();
                            var placed =
                                    place(
                                            visitor,
                                            "A%02d".formatted(2 * round + 1),
                                            "A%02d".formatted(2 * round + 2));
                            var order = startPaying(placed, visitor);
                            pay(order, 600_000);
                            return Map.entry(placed, order);
                        })
                        .toList();
        clock.advance(INTO_TEN_PERCENT);
        var quotes = all.stream().map(one -> quote(one.getKey(), firstSeat(one.getKey()))).toList();
        together(
                () -> {
                    for (int i = 0; i < all.size(); i++) {
                        cancellation.cancelByPassenger(all.get(i).getKey().id(), quotes.get(i), "");
                    }
                },
                () -> all.forEach(one -> pay(one.getValue(), 600_000)));
        assertThat(all)
                .allSatisfy(one -> {
                    assertThat(money(one.getKey(), ALLOCATED)).isEqualTo(new Vnd(330_000));
                    assertThat(money(one.getKey(), DUE_FOR_REFUND)).isEqualTo(new Vnd(870_000));
                    assertThat(outcomesOf(one.getKey())).containsExactly(Outcome.REFUND_PAID_TWICE);
                });
    }

    @Test
    void pastTheLastHourNobodyButStaffCancels() {
        var placed = confirmed("A01", "A02");
        clock.advance(PAST_THE_LAST);
        assertThat(cancellation.obstacle(read(placed))).containsInstanceOf(CancellationEnded.class);
        assertThatThrownBy(() -> cancellation.quote(placed.id()))
                .isInstanceOf(CancellationEnded.class);
        var one = Set.of(passenger(placed, "A01"));
        cancellation.cancelInFullByStaff(
                placed.id(), cancellation.quoteInFull(placed.id(), one), STAFF, "xe hỏng điều hòa");
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(300_000));
        assertThat(read(placed).fees()).isEqualTo(Vnd.ZERO);
        assertThat(audited(placed)).containsExactly("xe hỏng điều hòa");
    }

    @Test
    void staffKeepWhatThePolicyKeepsUnlessTheyChooseOtherwise() {
        var placed = confirmed("A01", "A02");
        clock.advance(INTO_HALF);
        cancellation.cancelByStaff(placed.id(), quote(placed, "A01"), STAFF, "khách gọi");
        assertThat(read(placed).fees()).isEqualTo(new Vnd(150_000));
        Cancelling.inFullByStaff(cancellation, placed.id(), STAFF, "nhà xe đổi giờ");
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(150_000));
        assertThat(stateOf(placed)).isEqualTo(BookingState.CANCELLED);
    }

    @Test
    void aPassengerCannotUseAPriceOfStaff() {
        var placed = confirmed("A01", "A02");
        clock.advance(INTO_HALF);
        var inFull = cancellation.quoteInFull(placed.id(), Set.of(passenger(placed, "A01")));
        assertThatThrownBy(() -> cancellation.cancelByPassenger(placed.id(), inFull, ""))
                .isInstanceOf(CancellationQuoteChanged.class);
    }

    @Test
    void thePolicyOfThePurchaseCountsWhateverCameLater() {
        var placed = confirmed("A01", "A02");
        trips.setPolicy(trip, 0, 0, "0:100");
        assertThat(cancellation.quote(placed.id()).fee()).isEqualTo(Vnd.ZERO);
    }

    @Test
    void whatIsNotPaidIsCancelledWholeAndForNothing() {
        var placed = place(anna, "A01", "A02");
        clock.advance(Duration.ofMinutes(5));
        var quote = quote(placed, "A01");
        assertThat(quote.isWhole()).isTrue();
        assertThat(quote.paid()).isEqualTo(Vnd.ZERO);
        cancellation.cancelByPassenger(placed.id(), quote, "");
        assertThat(stateOf(placed)).isEqualTo(BookingState.CANCELLED);
    }

    @Test
    @Tag("P6.1")
    void eachPartIsToldOnce() {
        var placed = confirmed("A01", "A02", "A03");
        cancellation.cancelByPassenger(placed.id(), quote(placed, "A01"), "");
        cancellation.cancelByPassenger(placed.id(), quote(placed, "A02"), "");
        cancellation.cancelByPassenger(placed.id(), quote(placed, "A03"), "");
        assertThat(
                        database.sql(
                                        """
                                        select count(*) from notification
                                        where booking_id = :booking and kind = 'CANCELLATION'
                                        """)
                                .param("booking", placed.id().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
    }

    private PlacedBooking confirmed(String... labels) {
        var placed = place(anna, labels);
        pay(startPaying(placed, anna), 300_000L * labels.length);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        return placed;
    }

    private CancellationQuote quote(PlacedBooking placed, String... labels) {
        return cancellation.quote(
                placed.id(),
                List.of(labels).stream().map(label -> passenger(placed, label)).collect(toSet()));
    }

    private long passenger(PlacedBooking placed, String label) {
        return read(placed).passengers().stream()
                .filter(one -> one.seatLabel().equals(label))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String firstSeat(PlacedBooking placed) {
        return read(placed).seatLabels().getFirst();
    }

    private static void tryTo(Runnable deed) {
        try {
            deed.run();
        } catch (CancellationQuoteChanged | BookingNotCancellable refused) {
            assertThat(refused.messageKey()).startsWith("bookings.");
        }
    }

    private List<String> audited(PlacedBooking placed) {
        return database.sql(
                        """
                        select reason from audit_log
                        where action = 'booking.cancelled-by-staff' and subject = :subject and account_id = :staff
                        """)
                .param("subject", "booking " + placed.id().value())
                .param("staff", STAFF.value())
                .query((row, number) -> row.getString("reason"))
                .list();
    }
}
