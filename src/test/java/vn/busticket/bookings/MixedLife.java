package vn.busticket.bookings;

import static vn.busticket.testing.TestTrips.WHOLE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.Privacy;
import vn.busticket.accounts.VisitorId;
import vn.busticket.payments.RefundDesk;
import vn.busticket.payments.RefundQueries;
import vn.busticket.seats.HoldRequest;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Language;
import vn.busticket.shared.SqlTime;
import vn.busticket.testing.StaffPeople;
import vn.busticket.testing.TestCoaches;
import vn.busticket.tickets.Boarding;
import vn.busticket.tickets.BoardingEntry;
import vn.busticket.tickets.BoardingEntry.Kind;
import vn.busticket.tickets.BoardingOutcome;
import vn.busticket.tickets.BoardingReport;
import vn.busticket.trips.TripId;

/**
 * One small coach with all that happens to it: its passengers buy, pay, change and cancel, its
 * operator moves it, lets another one drive and calls it off, its crew ticks people off, staff give
 * money back, and somebody wants to be forgotten. Only the seed decides about the order.
 */
final class MixedLife {

    /** What happens besides the deeds of passengers. */
    enum Deed {
        BOUGHT_WITH_AN_ACCOUNT,
        PART_CANCELLED,
        CALLED_OFF,
        MOVED,
        OTHER_COACH,
        BOARDED,
        BOARDING_UNDONE,
        MISSED,
        REFUND_AGREED,
        REFUND_TRANSFERRED,
        ERASED
    }

    /** What everybody uses. */
    record Doors(
            ChangeLife.Doors passengers,
            Boarding boarding,
            TripMove move,
            CoachSwap swap,
            TripCancellation callingOff,
            RefundQueries refunds,
            RefundDesk refundDesk,
            Privacy privacy,
            JdbcClient database,
            Clock clock) {}

    private final Random random;
    private final Doors doors;
    private final TripId trip;
    private final AccountId staff;
    private final AccountId second;
    private final StaffPeople.Person owner;
    private final ChangeLife passengers;
    private final UUID phone = UUID.randomUUID();
    private final List<BoardingEntry> told = new ArrayList<>();
    private final List<String> deeds = new ArrayList<>();
    private final Set<Deed> done;
    private boolean isErased;

    /**
     * @param trips of one route; the first is the one that all of it is about
     * @param staff of its company, and somebody else
     * @param owner of an account
     * @param done gets what could be done
     */
    MixedLife(
            long seed,
            Doors doors,
            List<TripId> trips,
            List<AccountId> staff,
            StaffPeople.Person owner,
            Set<Deed> done) {
        this.random = new Random(seed);
        this.doors = doors;
        this.trip = trips.getFirst();
        this.staff = staff.getFirst();
        this.second = staff.getLast();
        this.owner = owner;
        this.done = done;
        this.passengers = new ChangeLife(seed, doors.passengers(), trips);
    }

    /** One more thing happens. */
    void goOn() {
        var what = random.nextInt(100);
        if (what < 50 || passengers.bookings().isEmpty()) {
            passengers.goOn();
            return;
        }
        try {
            happen(what);
        } catch (BusinessRuleViolation refused) {
            deeds.add("refused: " + refused.messageKey());
        }
    }

    @Override
    public String toString() {
        return passengers + " || " + String.join(" | ", deeds);
    }

    private void happen(int what) {
        if (what < 54) {
            buyWithAnAccount();
        } else if (what < 60) {
            cancelOne();
        } else if (what < 80) {
            atTheDoor();
        } else if (what < 84) {
            move();
        } else if (what < 88) {
            swap();
        } else if (what < 90) {
            did(Deed.CALLED_OFF, () -> doors.callingOff().callOff(staff, trip, "sạt lở đèo"));
        } else if (what < 97) {
            giveBack();
        } else {
            erase();
        }
    }

    private void erase() {
        did(
                Deed.ERASED,
                () -> {
                    doors.privacy().erase(owner.id(), StaffPeople.PASSWORD);
                    isErased = true;
                });
    }

    private void did(Deed deed, Runnable attempt) {
        deeds.add(deed.name());
        attempt.run();
        done.add(deed);
    }

    private void buyWithAnAccount() {
        if (isErased) {
            return;
        }
        var visitor = VisitorId.random();
        var address = visitor.value().toString();
        var labels = new TreeSet<>(Set.of("A0" + random.nextInt(1, ChangeLife.SEATS + 1)));
        var people = doors.passengers();
        did(
                Deed.BOUGHT_WITH_AN_ACCOUNT,
                () -> {
                    var hold =
                            people.seats()
                                    .hold(
                                            new HoldRequest(
                                                    trip, WHOLE, labels, visitor.value(), address));
                    var placed =
                            people.checkout()
                                    .place(
                                            hold.token(),
                                            BookingTest.details(hold),
                                            new Buyer(
                                                    visitor, Optional.of(owner.id()), Language.VI));
                    passengers.bookings().add(placed.id());
                    var token = people.paymentStart().payFor(placed.id(), visitor, address);
                    var attempt = people.payments().byToken(token).orElseThrow();
                    people.bank().accept(attempt.orderCode(), attempt.amount().dong());
                });
    }

    private void cancelOne() {
        var booking = anyBooking();
        if (booking.travellers().size() < 2) {
            return;
        }
        did(
                Deed.PART_CANCELLED,
                () -> {
                    var cancellation = doors.passengers().cancellation();
                    var one = Set.of(any(booking.travellers()).id());
                    cancellation.cancelByPassenger(
                            booking.id(), cancellation.quote(booking.id(), one), "");
                });
    }

    private void move() {
        var leaves = departure();
        var later = Duration.ofMinutes(random.nextInt(-30, 90));
        did(
                Deed.MOVED,
                () -> doors.move().move(staff, trip, leaves, leaves.plus(later), "mưa lớn"));
    }

    private void swap() {
        var seats =
                TestCoaches.seats(
                        random.nextBoolean() ? "A" : "B",
                        ChangeLife.SEATS - 1 + random.nextInt(3),
                        "STANDARD");
        var bus = new TestCoaches(doors.database()).with(trip, seats);
        did(
                Deed.OTHER_COACH,
                () -> {
                    var plan = doors.swap().plan(staff, trip, bus);
                    doors.swap().swap(staff, trip, plan, Set.of(), "xe hỏng");
                });
    }

    /** A crew ticks somebody off, late or twice at times. */
    private void atTheDoor() {
        var travellers = anyBooking().travellers();
        if (travellers.isEmpty()) {
            return;
        }
        var who = any(travellers).id();
        var kind = any(List.of(Kind.BOARD, Kind.BOARD, Kind.SCAN, Kind.UNDO, Kind.MISS));
        var at = doors.clock().instant().minusSeconds(random.nextInt(900));
        var entry = entry(kind, who, at);
        deeds.add(kind + " " + who);
        told.add(entry);
        tell(entry);
        if (random.nextInt(4) == 0) {
            deeds.add("told again");
            tell(any(told));
        }
    }

    private void tell(BoardingEntry entry) {
        var report = new BoardingReport(phone, doors.clock().instant(), List.of(entry));
        var outcome = doors.boarding().report(staff, trip, report).getFirst().outcome();
        deeds.add(outcome.name());
        switch (outcome) {
            case BOARDED -> done.add(Deed.BOARDED);
            case UNDONE -> done.add(Deed.BOARDING_UNDONE);
            case MISSED -> done.add(Deed.MISSED);
            default -> {}
        }
    }

    private BoardingEntry entry(Kind kind, long passenger, Instant at) {
        var what =
                kind == Kind.SCAN
                        ? doors.database()
                                .sql(
                                        """
                                        select qr_text from ticket where passenger_id = :passenger
                                         order by id desc limit 1
                                        """)
                                .param("passenger", passenger)
                                .query(String.class)
                                .optional()
                                .orElse("no ticket")
                        : Long.toString(passenger);
        return new BoardingEntry(UUID.randomUUID(), kind, what, at, BoardingOutcome.KNOWN);
    }

    private void giveBack() {
        var refunds = doors.refunds().ofPayable(anyBooking().payable());
        if (refunds.isEmpty()) {
            return;
        }
        var refund = any(refunds).id();
        var by = random.nextBoolean() ? staff : second;
        if (random.nextInt(3) == 0) {
            did(Deed.REFUND_AGREED, () -> doors.refundDesk().approve(refund, by));
        } else {
            did(
                    Deed.REFUND_TRANSFERRED,
                    () -> doors.refundDesk().markTransferred(refund, by, "VCB.1", null));
        }
    }

    private Instant departure() {
        return doors.database()
                .sql("select departs_at from trip where id = :trip")
                .param("trip", trip.value())
                .query((row, number) -> SqlTime.instant(row, "departs_at"))
                .single();
    }

    private BookingDetails anyBooking() {
        return doors.passengers().queries().byId(any(passengers.bookings())).orElseThrow();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
