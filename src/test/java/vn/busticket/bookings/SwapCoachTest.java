package vn.busticket.bookings;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;
import static vn.busticket.testing.TestCoaches.seats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.SwapPlan.Kind;
import vn.busticket.seats.HoldExpired;
import vn.busticket.seats.SeatNotForSale;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.TestCoaches;
import vn.busticket.testing.TestStaff;
import vn.busticket.tickets.TicketService;
import vn.busticket.trips.Bus;
import vn.busticket.trips.BusId;

@Tag("P4.7")
class SwapCoachTest extends BookingTest {

    private static final String REASON = "xe hỏng";

    @Autowired private CoachSwap swap;
    @Autowired private Disruptions disruptions;
    @Autowired private TicketService tickets;

    private TestCoaches coaches;
    private AccountId staff;

    @BeforeEach
    void somebodyOfTheCompany() {
        trip = trips.tomorrow(8);
        coaches = new TestCoaches(database);
        staff = new TestStaff(database).ofCompany(trip);
    }

    @AfterEach
    void nothingIsBroken() {
        Invariants.check(database);
    }

    @Test
    void whoFindsTheirSeatsStaysAndIsNotTold() {
        var paid = confirmed("A01", "A02");
        var ticket = tickets.validOf(paid.id());
        var bus = coaches.with(trip, seats("A", 8, "STANDARD"));
        var plan = swap.plan(staff, trip, bus);
        assertThat(plan.of(Kind.STAYS)).hasSize(1);
        assertThat(plan.conflicts()).isEmpty();

        swap.swap(staff, trip, plan, Set.of(), REASON);

        assertThat(tickets.validOf(paid.id())).isEqualTo(ticket);
        assertThat(told(paid)).isZero();
        assertThat(disruptions.look(staff, trip).bus().map(Bus::id)).contains(bus);
    }

    @Test
    @Tag("P5.2")
    void whoSitsElsewhereGetsNewTicketsAndIsToldOnce() {
        var paid = confirmed("A07", "A08");
        var before = tickets.validOf(paid.id());
        var bus = coaches.with(trip, seats("B", 8, "STANDARD"));

        swap.swap(staff, trip, swap.plan(staff, trip, bus), Set.of(), REASON);

        assertThat(read(paid).seatLabels()).hasSize(2).allMatch(label -> label.startsWith("B"));
        var after = tickets.validOf(paid.id());
        assertThat(after).hasSize(2);
        assertThat(after.values()).doesNotContainAnyElementsOf(before.values());
        assertThat(told(paid)).isEqualTo(1);
        var change = OperatorChange.of(bookings.history(paid.id())).orElseThrow();
        assertThat(change.seats()).containsOnlyKeys("A07", "A08");
        assertThat(change.isConsiderable()).isFalse();
        assertThat(change.plateAfter()).hasValueSatisfying(it -> assertThat(it).startsWith("TEST"));
    }

    @Test
    void seatsThatOthersHadBeforeCanBeExchangedWithinOneBooking() {
        var paid = confirmed("A01", "A02");
        var layout = new HashMap<String, String>();
        layout.putAll(Map.of("A01", "VIP", "A02", "STANDARD"));
        coaches.price(trip, "VIP", 400_000);
        var bus = coaches.with(trip, layout);
        swap.swap(staff, trip, swap.plan(staff, trip, bus), Set.of(), REASON);
        assertThat(read(paid).seatLabels()).containsExactly("A01", "A02");
        assertThat(read(paid).total()).isEqualTo(new Vnd(600_000));
    }

    @Test
    @Tag("P3.7")
    void aSmallerCoachListsWhoHasNoSeatAndTheyGetAllTheirMoneyBack() {
        var pair = confirmed("A01", "A02");
        var one = confirmed("A03");
        var unpaid = place(binh, "A04");
        var order = startPaying(unpaid, binh);
        var bus = coaches.with(trip, seats("A", 2, "STANDARD"));
        var plan = swap.plan(staff, trip, bus);
        assertThat(plan.of(Kind.STAYS))
                .extracting(SwapPlan.Fate::booking)
                .containsExactly(pair.id());
        assertThat(plan.of(Kind.NO_SEAT))
                .extracting(SwapPlan.Fate::booking)
                .containsExactly(one.id(), unpaid.id());

        swap.swap(staff, trip, plan, Set.of(), REASON);

        assertThat(stateOf(pair)).isEqualTo(BookingState.CONFIRMED);
        assertThat(stateOf(one)).isEqualTo(BookingState.CANCELLED);
        assertThat(stateOf(unpaid)).isEqualTo(BookingState.CANCELLED);
        assertThat(money(one, DUE_FOR_REFUND)).isEqualTo(new Vnd(300_000));
        assertThat(LossCause.of(bookings.history(one.id()))).contains(LossCause.NO_SEAT);
        pay(order, 300_000);
        assertThat(money(unpaid, DUE_FOR_REFUND)).isEqualTo(new Vnd(300_000));
        assertThat(seatQueries.occupied(trip)).hasSize(2);
    }

    @Test
    void whoLandsInALowerClassGetsTheDifferenceOrAsStaffDecideAllOfIt() {
        coaches.price(trip, "ECONOMY", 180_000);
        var kept = confirmed("A01");
        var given = confirmed("A02", "A03");
        var bus = coaches.with(trip, seats("A", 8, "ECONOMY"));
        var plan = swap.plan(staff, trip, bus);
        assertThat(plan.of(Kind.LOWER_CLASS)).hasSize(2).allMatch(SwapPlan.Fate::isForStaff);
        assertThat(plan.fates().getFirst().difference()).isEqualTo(new Vnd(120_000));

        swap.swap(staff, trip, plan, Set.of(given.id()), REASON);

        assertThat(stateOf(kept)).isEqualTo(BookingState.CONFIRMED);
        assertThat(read(kept).total()).isEqualTo(new Vnd(180_000));
        assertThat(money(kept, ALLOCATED)).isEqualTo(new Vnd(180_000));
        assertThat(money(kept, DUE_FOR_REFUND)).isEqualTo(new Vnd(120_000));
        assertThat(read(kept).passengers().getFirst().seatClass()).isEqualTo("ECONOMY");
        assertThat(told(kept)).isEqualTo(1);
        assertThat(OperatorChange.of(bookings.history(kept.id())).orElseThrow().isConsiderable())
                .isTrue();
        assertThat(stateOf(given)).isEqualTo(BookingState.CANCELLED);
        assertThat(money(given, DUE_FOR_REFUND)).isEqualTo(new Vnd(600_000));
    }

    @Test
    void whoChoosesSeatsAtThatMomentChoosesAgainOnTheNewCoach() {
        var choosing = hold(anna, "A01");
        var bus = coaches.with(trip, seats("B", 4, "STANDARD"));
        swap.swap(staff, trip, swap.plan(staff, trip, bus), Set.of(), REASON);

        assertThatThrownBy(() -> checkout.place(choosing.token(), details(choosing), buyer(anna)))
                .isInstanceOf(HoldExpired.class);
        assertThatThrownBy(() -> hold(anna, "A01")).isInstanceOf(SeatNotForSale.class);
    }

    @Test
    @Tag("P3.7")
    void lateMoneyNeverBuysASeatThatTheCoachDoesNotHave() {
        var expired = place(anna, "A08");
        var order = startPaying(expired, anna);
        expire(expired);
        var bus = coaches.with(trip, seats("A", 4, "STANDARD"));
        swap.swap(staff, trip, swap.plan(staff, trip, bus), Set.of(), REASON);

        pay(order, 300_000);

        assertThat(stateOf(expired)).isEqualTo(BookingState.CONFIRMED);
        assertThat(read(expired).seatLabels())
                .singleElement()
                .satisfies(label -> assertThat(label).isIn("A01", "A02", "A03", "A04"));
    }

    @Test
    void isRefusedIfAnybodyBoughtSinceStaffLooked() {
        var bus = coaches.with(trip, seats("A", 8, "STANDARD"));
        var plan = swap.plan(staff, trip, bus);
        confirmed("A05");
        assertThatThrownBy(() -> swap.swap(staff, trip, plan, Set.of(), REASON))
                .isInstanceOf(DisruptionRefused.class)
                .extracting(it -> ((BusinessRuleViolation) it).messageKey())
                .isEqualTo("bookings.disruption-refused.meanwhile");
        assertThat(disruptions.look(staff, trip).bus()).isEmpty();
    }

    @Test
    @Tag("P7.2")
    void ofTwoStaffAtOnceOneChangesTheCoach() throws Exception {
        confirmed("A01");
        var bus = coaches.with(trip, seats("B", 8, "STANDARD"));
        var other = coaches.with(trip, seats("B", 4, "STANDARD"));
        var refused = new AtomicInteger();
        together(swapping(bus, refused), swapping(other, refused), swapping(bus, refused));
        assertThat(refused.get()).isEqualTo(2);
        assertThat(disruptions.look(staff, trip).done()).hasSize(1);
    }

    @Test
    @Tag("P7.2")
    void onlyCoachesOfTheOwnCompanyAndNotTheSameAgain() {
        var foreign = coaches.with(trips.tomorrow(4), seats("A", 4, "STANDARD"));
        assertThatThrownBy(() -> swap.plan(staff, trip, foreign))
                .isInstanceOf(DisruptionRefused.class);
        var bus = coaches.with(trip, seats("A", 8, "STANDARD"));
        swap.swap(staff, trip, swap.plan(staff, trip, bus), Set.of(), REASON);
        assertThatThrownBy(() -> swap.plan(staff, trip, bus)).isInstanceOf(DisruptionRefused.class);
        assertThat(disruptions.otherCoaches(staff, trip)).isEmpty();
    }

    @Test
    void moneyThatArrivesInTheVeryMomentFindsOneOwnerForEachSeat() throws Exception {
        var visitors = List.of(VisitorId.random(), VisitorId.random(), VisitorId.random());
        var orders =
                visitors.stream()
                        .collect(
                                toMap(
                                        visitor -> visitor,
                                        visitor ->
                                                startPaying(
                                                        place(
                                                                visitor,
                                                                "A0"
                                                                        + (visitors.indexOf(visitor)
                                                                                + 1)),
                                                        visitor)));
        var bus = coaches.with(trip, seats("B", 2, "STANDARD"));
        var refused = new AtomicInteger();
        together(
                swapping(bus, refused),
                () -> orders.values().forEach(order -> pay(order, 300_000)));
        if (refused.get() == 1) {
            swap.swap(staff, trip, swap.plan(staff, trip, bus), Set.of(), REASON);
        }
        var states =
                database.sql("select state from booking where trip_id = :trip order by state")
                        .param("trip", trip.value())
                        .query(String.class)
                        .list();
        assertThat(states).containsExactly("CANCELLED", "CONFIRMED", "CONFIRMED");
    }

    private Runnable swapping(BusId bus, AtomicInteger refused) {
        var plan = swap.plan(staff, trip, bus);
        return () -> {
            try {
                swap.swap(staff, trip, plan, Set.of(), REASON);
            } catch (DisruptionRefused meanwhile) {
                refused.incrementAndGet();
            }
        };
    }

    private PlacedBooking confirmed(String... labels) {
        var visitor = VisitorId.random();
        var placed = place(visitor, labels);
        pay(startPaying(placed, visitor), 300_000L * labels.length);
        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        return placed;
    }

    private int told(PlacedBooking booking) {
        return database.sql(
                        "select count(*) from notification where booking_id = :id and kind = 'TRIP_MOVED'")
                .param("id", booking.id().value())
                .query(Integer.class)
                .single();
    }
}
