package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.payments.Ledger.Place.ALLOCATED;
import static vn.busticket.payments.Ledger.Place.DUE_FOR_REFUND;
import static vn.busticket.testing.TestTrips.WHOLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.seats.HoldRequest;
import vn.busticket.seats.SeatMap;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.TestCoaches;
import vn.busticket.testing.TestStaff;
import vn.busticket.trips.TripId;

/** Whose trip is called off goes by another one of the company, as far as it has seats. */
@Tag("P4.7")
class TransferTest extends ChangeTest {

    private static final String REASON = "xe hỏng";
    private static final int SEATS = 40;

    @Autowired private TripCancellation tripCancellation;
    @Autowired private CalledOffBookings calledOff;
    @Autowired private Disruptions disruptions;

    private AccountId staff;

    @BeforeEach
    void somebodyOfTheCompany() {
        staff = new TestStaff(database).ofCompany(trip);
    }

    @Test
    void allKeepTheirSeatsAndPriceHaveNewTicketsAndAreToldOnce() {
        var placed = confirmed("A01", "A02");
        var before = tickets.validOf(placed.id()).values();
        moveTo(dearer);
        run(CallOffBookingsJob.class);

        assertThat(stateOf(placed)).isEqualTo(BookingState.CONFIRMED);
        assertThat(read(placed).trip().id()).isEqualTo(dearer);
        assertThat(read(placed).departsAt()).isEqualTo(read(placed).trip().departsAt(0));
        assertThat(seatsOf(placed)).containsExactly("A01", "A02");
        assertThat(read(placed).total()).isEqualTo(new Vnd(2 * PRICE));
        assertThat(money(placed, ALLOCATED)).isEqualTo(new Vnd(2 * PRICE));
        assertThat(seat(dearer, "A01")).isEqualTo(SeatMap.State.SOLD);
        assertThat(seatQueries.occupied(trip)).isEmpty();
        assertThat(tickets.validOf(placed.id()).values())
                .hasSize(2)
                .doesNotContainAnyElementsOf(before);
        assertThat(told(placed)).containsOnlyOnce("TRIP_MOVED").doesNotContain("TRIP_CANCELLED");
        assertThat(disruptions.look(staff, trip).concerned().bookings()).isZero();
        assertThat(disruptions.look(staff, trip).done().getFirst().movedTo()).contains(dearer);
    }

    @Test
    void aPartyWhoseSeatsAreTakenThereStaysTogether() {
        taken(dearer, labels(1, 5));
        var placed = confirmed("A01", "A02");
        moveTo(dearer);
        assertThat(seatsOf(placed)).containsExactly("A05", "A06");
        var change = OperatorChange.of(bookings.history(placed.id())).orElseThrow();
        assertThat(change.seats()).containsEntry("A01", "A05").containsEntry("A02", "A06");
    }

    @Test
    void whoCannotBeSeatedGetsAllMoneyBack() {
        for (var first = 1; first < SEATS; first += 3) {
            taken(dearer, labels(first, Math.min(first + 3, SEATS)));
        }
        var two = confirmed("A01", "A02");
        var one = confirmed("A03");
        moveTo(dearer);
        assertThat(stateOf(two)).isEqualTo(BookingState.CANCELLED);
        assertThat(money(two, DUE_FOR_REFUND)).isEqualTo(new Vnd(2 * PRICE));
        assertThat(told(two)).containsOnlyOnce("TRIP_CANCELLED").doesNotContain("TRIP_MOVED");
        assertThat(seatsOf(one)).containsExactly("A40");
        assertThat(read(one).trip().id()).isEqualTo(dearer);
    }

    @Test
    void afterwardsAllMayLeaveOrTakeYetAnotherTripForNothing() {
        trips.setPolicy(trip, 240, 0, "60:50");
        var leaves = confirmed("A01");
        var changes = confirmed("A02");
        moveTo(dearer);
        clock.set(read(leaves).departsAt().minus(Duration.ofMinutes(5)));
        assertThat(cancellation.quote(leaves.id()).fee()).isEqualTo(Vnd.ZERO);
        Cancelling.whole(cancellation, leaves.id(), "");
        assertThat(money(leaves, DUE_FOR_REFUND)).isEqualTo(new Vnd(PRICE));
        save(changes, wish(changes).on(cheaper));
        assertThat(read(changes).trip().id()).isEqualTo(cheaper);
        assertThat(money(changes, DUE_FOR_REFUND)).isEqualTo(new Vnd(MORE));
    }

    @Test
    void aLowerClassIsTheLastResortAndItsDifferenceComesBack() {
        var coaches = new TestCoaches(database);
        var bus = coaches.with(cheaper, TestCoaches.seats("A", 2, "ECONOMY"));
        coaches.price(cheaper, "ECONOMY", 200_000);
        database.sql(
                        """
                        update trip set layout_id = (select layout_id from bus where id = :bus) where id = :trip
                        """)
                .param("bus", bus.value())
                .param("trip", cheaper.value())
                .update();
        var placed = confirmed("A01");
        moveTo(cheaper);
        assertThat(read(placed).trip().id()).isEqualTo(cheaper);
        assertThat(read(placed).total()).isEqualTo(new Vnd(200_000));
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(PRICE - 200_000));
    }

    @Test
    void whatIsNotPaidEndsAndAWaitingChangeTakesItsMoneyBack() {
        var unpaid = place(anna, "A01");
        var placed = confirmed("A02");
        var saved = save(placed, wish(placed).on(dearer));
        pay(startPaying(placed, anna), 10_000);
        moveTo(cheaper);
        assertThat(stateOf(unpaid)).isEqualTo(BookingState.CANCELLED);
        assertThat(changeOf(saved).state()).isEqualTo(State.WITHDRAWN);
        assertThat(read(placed).trip().id()).isEqualTo(cheaper);
        assertThat(money(placed, DUE_FOR_REFUND)).isEqualTo(new Vnd(10_000));
        assertThat(seat(dearer, "A02")).isEqualTo(SeatMap.State.FREE);
    }

    @Test
    void onlyATripOfTheCompanyAndRouteThatRunsIsTakenInstead() {
        confirmed("A01");
        assertThat(tripCancellation.otherRuns(staff, trip))
                .extracting(run -> run.trip().id())
                .containsExactly(dearer, cheaper);
        trips.cancel(dearer);
        for (var other : List.of(trip, dearer, trips.tomorrow(4))) {
            assertThatThrownBy(() -> tripCancellation.callOffInFavourOf(staff, trip, other, REASON))
                    .isInstanceOf(DisruptionRefused.class);
        }
        assertThat(disruptions.look(staff, trip).isAhead()).isTrue();
    }

    @Test
    void ifTheOtherTripIsCalledOffBeforeEverybodyIsMovedTheRestGetsTheMoney() {
        var first = confirmed("A01");
        var second = confirmed("A02");
        tripCancellation.callOffInFavourOf(staff, trip, dearer, REASON);
        calledOff.settle(first.id());
        tripCancellation.callOff(staff, dearer, REASON);
        run(CallOffBookingsJob.class);
        for (var one : List.of(first, second)) {
            assertThat(stateOf(one)).isEqualTo(BookingState.CANCELLED);
            assertThat(money(one, DUE_FOR_REFUND)).isEqualTo(new Vnd(PRICE));
        }
    }

    @Test
    void ofTwoStaffAtOnceOneDecidesWhatBecomesOfEverybody() throws Exception {
        var all = parties(10, new Random(7));
        var refused = new AtomicInteger();
        together(
                () -> decide(() -> tripCancellation.callOff(staff, trip, REASON), refused),
                () ->
                        decide(
                                () ->
                                        tripCancellation.callOffInFavourOf(
                                                staff, trip, dearer, REASON),
                                refused));
        run(CallOffBookingsJob.class);
        assertThat(refused.get()).isEqualTo(1);
        var moved = disruptions.look(staff, trip).done().getFirst().movedTo().isPresent();
        assertThat(all)
                .allSatisfy(one ->
                        assertThat(stateOf(one))
                                .isEqualTo(
                                        moved ? BookingState.CONFIRMED : BookingState.CANCELLED));
    }

    @Test
    void whoDiesBetweenTwoBookingsLeavesTheRestToWhoComesNext() {
        var all = parties(6, new Random(3));
        tripCancellation.callOffInFavourOf(staff, trip, dearer, REASON);
        calledOff.settle(all.get(1).id());
        calledOff.settle(all.get(4).id());
        Invariants.check(database);
        assertThat(disruptions.look(staff, trip).concerned().bookings()).isEqualTo(4);
        run(CallOffBookingsJob.class);
        assertThat(all).allSatisfy(one -> assertThat(told(one)).containsOnlyOnce("TRIP_MOVED"));
    }

    /** Nodes, buyers of the other trip and passengers who leave, all in the same moments. */
    @Test
    void whateverHappensMeanwhileEverybodyIsMovedOrPaidBackOnce() throws Exception {
        for (var seed = 1; seed <= 3; seed++) {
            var random = new Random(seed);
            trip = trips.tomorrow(SEATS);
            otherTripsOfTheRoute();
            staff = new TestStaff(database).ofCompany(trip);
            var all = parties(12, random);
            var leaving = all.get(random.nextInt(all.size()));
            tripCancellation.callOffInFavourOf(staff, trip, dearer, REASON);
            together(
                    () -> run(CallOffBookingsJob.class),
                    () -> ids(all).reversed().forEach(calledOff::settle),
                    () -> buyOf(dearer, random),
                    () -> leave(leaving));
            run(CallOffBookingsJob.class);
            Invariants.check(database);
            assertThat(all).allSatisfy(this::isSettledOnce);
            assertThat(seatQueries.occupied(trip)).isEmpty();
        }
    }

    private void isSettledOnce(PlacedBooking one) {
        var events = eventsOf(one);
        var isMoved = events.contains(HistoryEvent.MOVED_TO_OTHER_TRIP);
        var isCancelled = events.contains(HistoryEvent.CANCELLED);
        assertThat(isMoved || isCancelled).isTrue();
        if (isMoved) {
            assertThat(events).containsOnlyOnce(HistoryEvent.MOVED_TO_OTHER_TRIP);
            assertThat(read(one).trip().id()).isEqualTo(dearer);
        }
        if (isCancelled) {
            assertThat(events).containsOnlyOnce(HistoryEvent.CANCELLED);
            assertThat(money(one, ALLOCATED)).isEqualTo(Vnd.ZERO);
        }
    }

    private void leave(PlacedBooking one) {
        try {
            Cancelling.whole(cancellation, one.id(), "");
        } catch (BookingNotCancellable calledOffBefore) {
            assertThat(stateOf(one)).isEqualTo(BookingState.CANCELLED);
        }
    }

    private void buyOf(TripId other, Random random) {
        for (var turn = 0; turn < 6; turn++) {
            var first = 1 + random.nextInt(SEATS - 4);
            try {
                taken(other, labels(first, first + 4));
            } catch (BusinessRuleViolation takenBefore) {
                assertThat(takenBefore.messageKey()).isNotEmpty();
            }
        }
    }

    private static void decide(Runnable deed, AtomicInteger refused) {
        try {
            deed.run();
        } catch (DisruptionRefused calledOffBefore) {
            refused.incrementAndGet();
        }
    }

    private void moveTo(TripId other) {
        tripCancellation.callOffInFavourOf(staff, trip, other, REASON);
        run(CallOffBookingsJob.class);
    }

    /** Bookings of one to three people each, side by side. */
    private List<PlacedBooking> parties(int count, Random random) {
        var all = new ArrayList<PlacedBooking>();
        var next = 1;
        for (var number = 0; number < count && next + 3 <= SEATS; number++) {
            var size = 1 + random.nextInt(3);
            all.add(confirmed(labels(next, next + size)));
            next += size;
        }
        return all;
    }

    private static List<BookingId> ids(List<PlacedBooking> all) {
        return all.stream().map(PlacedBooking::id).toList();
    }

    private void taken(TripId of, String... labels) {
        var visitor = VisitorId.random();
        seats.hold(
                new HoldRequest(
                        of, WHOLE, Set.of(labels), visitor.value(), visitor.value().toString()));
    }

    private static String[] labels(int first, int until) {
        return IntStream.range(first, until).mapToObj("A%02d"::formatted).toArray(String[]::new);
    }

    private List<String> told(PlacedBooking booking) {
        return database.sql(
                        """
                        select kind from notification where booking_id = :booking and channel = 'EMAIL'
                         order by id
                        """)
                .param("booking", booking.id().value())
                .query((row, number) -> row.getString("kind"))
                .list();
    }
}
