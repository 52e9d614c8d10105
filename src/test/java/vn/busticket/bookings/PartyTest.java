package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.Receipt;
import vn.busticket.payments.RefundQueries;
import vn.busticket.payments.RefundView;
import vn.busticket.seats.SeatMap;
import vn.busticket.seats.SeatsTaken;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;

/** Some of a party go by another trip; the rest stays. */
@Tag("P4.5")
class PartyTest extends ChangeTest {

    @Autowired private BookingAccess access;
    @Autowired private RefundQueries refunds;

    @Test
    void whoGoesByACheaperTripHasABookingOfTheirOwnAndTheDifferenceComesBack() {
        var placed = confirmed("A01", "A02", "A03");
        var ticketsBefore = tickets.validOf(placed.id());
        var wish = wish(placed).on(cheaper).only("A02").made();
        var plan = changes.quote(placed.id(), wish);
        assertThat(plan.isOfPart()).isTrue();
        assertThat(plan.priceBefore()).isEqualTo(new Vnd(PRICE));
        assertThat(plan.back()).isEqualTo(new Vnd(MORE));
        var saved = save(placed, wish(placed).on(cheaper).only("A02"));
        assertThat(saved.isToBePaid()).isFalse();
        var party = party(saved);

        assertThat(seatsOf(placed)).containsExactly("A01", "A03");
        assertThat(read(placed).trip().id()).isEqualTo(trip);
        assertThat(read(placed).total()).isEqualTo(new Vnd(2 * PRICE));
        assertThat(party.trip().id()).isEqualTo(cheaper);
        assertThat(party.seatLabels()).containsExactly("A02");
        assertThat(party.total()).isEqualTo(new Vnd(PRICE - MORE));
        assertThat(party.code()).isNotEqualTo(placed.code());
        assertThat(party.contact()).isEqualTo(read(placed).contact());
        assertThat(party.policy()).isEqualTo(read(placed).policy());
        assertThat(seat("A02")).isEqualTo(SeatMap.State.FREE);
        assertThat(seat(cheaper, "A02")).isEqualTo(SeatMap.State.SOLD);
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(2 * PRICE));
        assertThat(money(party, ALLOCATED)).isEqualTo(new Vnd(PRICE - MORE));
        assertThat(money(party, DUE_FOR_REFUND)).isEqualTo(new Vnd(MORE));
        assertThat(tickets.validOf(placed.id()))
                .hasSize(2)
                .doesNotContainKey(party(saved).passengers().getFirst().id());
        assertThat(tickets.validOf(party.id()).values())
                .singleElement()
                .isNotIn(ticketsBefore.values());
    }

    @Test
    @Tag("P4.4")
    void bothTellOfEachOtherAndWhoMayOpenTheOneMayOpenTheOther() {
        var placed = confirmed("A01", "A02");
        var visitor = VisitorId.random();
        assertThat(access.openByLink(read(placed).accessToken(), visitor)).isPresent();
        var party = party(save(placed, wish(placed).on(cheaper).only("A02")));

        var left = bookings.history(placed.id()).getLast();
        assertThat(left.event()).isEqualTo(HistoryEvent.CHANGED);
        assertThat(left.detail())
                .containsEntry("toBooking", party.code())
                .containsEntry("leftSeats", "A02")
                .doesNotContainKey("toDeparture");
        var first = bookings.history(party.id()).getFirst();
        assertThat(first.event()).isEqualTo(HistoryEvent.SPLIT_OFF);
        assertThat(first.detail())
                .containsEntry("fromBooking", placed.code())
                .containsKey("toDeparture");
        assertThat(access.open(party.code(), visitor, Optional.empty())).isPresent();
        assertThat(access.open(party.code(), anna, Optional.empty())).isEmpty();
        assertThat(messagesOf(placed.id())).containsOnlyOnce("CHANGE");
        assertThat(messagesOf(party.id()))
                .containsExactlyInAnyOrder("CHANGE", "REFUND_OPENED", "REFUND_ACCOUNT_NEEDED");
    }

    @Test
    @Tag("P3.7")
    void nothingIsSplitUntilTheDifferenceIsPaidAndTheSeatsAreKeptMeanwhile() {
        var placed = confirmed("A01", "A02");
        var saved = save(placed, wish(placed).on(dearer).only("A01"));
        assertThat(saved.isToBePaid()).isTrue();
        assertThat(seatsOf(placed)).containsExactly("A01", "A02");
        assertThat(seat(dearer, "A01")).isEqualTo(SeatMap.State.HELD);
        pay(startPaying(placed, anna), MORE);

        var party = party(saved);
        assertThat(changeOf(saved).state()).isEqualTo(State.APPLIED);
        assertThat(party.trip().id()).isEqualTo(dearer);
        assertThat(party.total()).isEqualTo(new Vnd(PRICE + MORE));
        assertThat(money(party, ALLOCATED)).isEqualTo(new Vnd(PRICE + MORE));
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(PRICE));
        assertThat(seat(dearer, "A01")).isEqualTo(SeatMap.State.SOLD);
        assertThat(paidOn(placed.id())).isEqualTo(new Vnd(PRICE));
        assertThat(paidOn(party.id())).isEqualTo(new Vnd(PRICE + MORE));
    }

    @Test
    @Tag("P3.7")
    void whatIsNotPaidInTimeSplitsNobodyAndLateMoneyStillMay() {
        var placed = confirmed("A01", "A02");
        var saved = save(placed, wish(placed).on(dearer).only("A01"));
        var order = startPaying(placed, anna);
        lapse();
        assertThat(changeOf(saved).state()).isEqualTo(State.LAPSED);
        assertThat(seatsOf(placed)).containsExactly("A01", "A02");
        var home = trip;
        trip = dearer;
        hold(binh, "A01");
        trip = home;
        pay(order, MORE + 10_000);

        var party = party(saved);
        assertThat(party.seatLabels()).containsExactly("A02");
        assertThat(money(party, ALLOCATED)).isEqualTo(new Vnd(PRICE + MORE));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(10_000));
        assertThat(bookings.moneyOutcomes(party.id()))
                .extracting(MoneyLine::outcome)
                .containsExactly(MoneyOutcome.Outcome.CHANGED_ON_OTHER_SEATS);
    }

    @Test
    @Tag("P4.6")
    void eachIsCancelledByItselfAndTheMoneyGoesToTheTransfersThatPaid() {
        var placed = confirmed("A01", "A02");
        var saved = save(placed, wish(placed).on(dearer).only("A01"));
        pay(startPaying(placed, anna), MORE);
        var party = party(saved);
        Cancelling.whole(cancellation, party.id(), "");
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(money(party, ALLOCATED)).isEqualTo(Vnd.ZERO);
        assertThat(refundsOf(party.id())).containsExactlyInAnyOrder(new Vnd(PRICE), new Vnd(MORE));
        Cancelling.whole(cancellation, placed.id(), "");
        assertThat(refundsOf(placed.id())).containsExactly(new Vnd(PRICE));
    }

    @Test
    void aChangeThatSplitsCountsForBothAndSoDoThoseBefore() {
        var placed = confirmed("A01", "A02");
        save(placed, wish(placed).named("A01", "Lê Thị Hồng"));
        var party = party(save(placed, wish(placed).on(cheaper).only("A02")));
        assertThat(changes.obstacle(read(placed))).get().isInstanceOf(TooManyChanges.class);
        assertThat(changes.obstacle(party)).get().isInstanceOf(TooManyChanges.class);
        var others = confirmed("A03", "A04");
        var free = party(save(others, wish(others).on(cheaper).only("A04")));
        assertThat(changes.obstacle(read(others))).isEmpty();
        assertThat(changes.obstacle(free)).isEmpty();
    }

    @Test
    void aPartyCanBeSplitAgainAndChangedBack() {
        var placed = confirmed("A01", "A02", "A03");
        var two = party(save(placed, wish(placed).on(cheaper).only("A02", "A03")));
        var secondWish = Wish.of(two).on(dearer).only("A03").made();
        var agreed = changes.quote(two.id(), secondWish);
        assertThat(agreed.due()).isEqualTo(new Vnd(2 * MORE));
        var saved = changes.save(two.id(), secondWish, agreed, anna, anna.value().toString());
        pay(orderCode(paymentStart.payFor(two.id(), anna, anna.value().toString())), 2 * MORE);
        var one = party(saved);
        assertThat(one.seatLabels()).containsExactly("A03");
        assertThat(money(one, ALLOCATED)).isEqualTo(new Vnd(PRICE + MORE));
        assertThat(List.of(money(placed, ALLOCATED), money(two, ALLOCATED)))
                .containsExactly(new Vnd(PRICE), new Vnd(PRICE - MORE));
    }

    @Test
    void namesMayBeChangedAlongWithItOnEitherSide() {
        var placed = confirmed("A01", "A02");
        var wish =
                wish(placed)
                        .on(cheaper)
                        .only("A02")
                        .named("A01", "Lê Thị Hồng")
                        .named("A02", "Trần Văn Sáu")
                        .told("moi@example.com");
        var stayedBefore = tickets.validOf(placed.id());
        var party = party(save(placed, wish));
        assertThat(read(placed).passengers().getFirst().fullName()).isEqualTo("Lê Thị Hồng");
        assertThat(party.passengers().getFirst().fullName()).isEqualTo("Trần Văn Sáu");
        assertThat(List.of(read(placed).contact().email(), party.contact().email()))
                .containsOnly("moi@example.com");
        assertThat(tickets.validOf(placed.id()).values())
                .doesNotContainAnyElementsOf(stayedBefore.values());
    }

    @Test
    void whoeverTakesTheSeatFirstHasItAndNobodyIsSplit() {
        var placed = confirmed("A01", "A02");
        var wish = wish(placed).on(cheaper).only("A02").made();
        var agreed = changes.quote(placed.id(), wish);
        var home = trip;
        trip = cheaper;
        hold(binh, "A02");
        trip = home;
        assertThatThrownBy(() -> changes.save(placed.id(), wish, agreed, anna, "here"))
                .isInstanceOf(SeatsTaken.class);
        assertThat(seatsOf(placed)).containsExactly("A01", "A02");
    }

    @Test
    void nobodyIsSplitOffOnTheSameTrip() {
        var placed = confirmed("A01", "A02");
        assertThatThrownBy(() -> changes.quote(placed.id(), wish(placed).only("A02").made()))
                .isInstanceOf(ChangeOutdated.class);
        assertThatThrownBy(() -> changes.quote(placed.id(), wish(placed).on(cheaper).only().made()))
                .isInstanceOf(ChangeOutdated.class);
    }

    @Test
    void isCompletedByItself() {
        var placed = confirmed("A01", "A02");
        var party = party(save(placed, wish(placed).on(cheaper).only("A02")));
        clock.set(read(placed).arrivesAt().plus(Duration.ofMinutes(1)));
        run(CompleteBookingsJob.class);
        assertThat(stateOf(placed)).isEqualTo(BookingState.COMPLETED);
        assertThat(bookings.byId(party.id()).orElseThrow().state())
                .isEqualTo(BookingState.CONFIRMED);
    }

    private BookingDetails party(SavedChange saved) {
        return bookings.byId(changeOf(saved).splitOff().orElseThrow()).orElseThrow();
    }

    private Vnd money(BookingDetails booking, Ledger.Place place) {
        return ledger.balance(booking.payable(), place);
    }

    private Vnd paidOn(BookingId booking) {
        var payable = bookings.byId(booking).orElseThrow().payable();
        return paymentQueries.receipt(payable).map(Receipt::amount).orElse(Vnd.ZERO);
    }

    private List<Vnd> refundsOf(BookingId booking) {
        var payable = bookings.byId(booking).orElseThrow().payable();
        return refunds.ofPayable(payable).stream().map(RefundView::amount).toList();
    }

    private List<String> messagesOf(BookingId booking) {
        return database.sql(
                        """
                        select kind from notification where booking_id = :booking and channel = 'EMAIL'
                         order by id
                        """)
                .param("booking", booking.value())
                .query((row, number) -> row.getString("kind"))
                .list();
    }
}
