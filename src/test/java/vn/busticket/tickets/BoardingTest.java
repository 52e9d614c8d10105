package vn.busticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.tickets.BoardingDesk.Phone.entry;
import static vn.busticket.tickets.BoardingEntry.Kind.BOARD;
import static vn.busticket.tickets.BoardingEntry.Kind.CODE;
import static vn.busticket.tickets.BoardingEntry.Kind.MISS;
import static vn.busticket.tickets.BoardingEntry.Kind.SCAN;
import static vn.busticket.tickets.BoardingEntry.Kind.UNDO;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingTest;
import vn.busticket.bookings.Cancellation;
import vn.busticket.bookings.PassengerState;
import vn.busticket.bookings.PlacedBooking;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Rows;
import vn.busticket.trips.TripId;
import vn.busticket.trips.TripOfOthers;

/** What a crew does at the door, with real bookings and tickets. */
@Tag("P5.3")
class BoardingTest extends BookingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired private Boarding boarding;
    @Autowired private Manifests manifests;
    @Autowired private AccountService accounts;
    @Autowired private Cancellation cancellation;
    @Autowired private TicketService tickets;
    @Autowired private TransactionTemplate transaction;

    private BoardingDesk desk;
    private AccountId crew;
    private BoardingDesk.Phone front;
    private BoardingDesk.Phone rear;
    private PlacedBooking booking;
    private long passenger;
    private String code;

    @BeforeEach
    void aPassengerBeforeTheCoach() {
        desk = new BoardingDesk(database, accounts, boarding);
        crew = desk.crewOf(trip);
        front = desk.phone(crew, trip);
        rear = desk.phone(crew, trip);
        booking = bought("A01");
        passenger = desk.passenger(booking.id(), "A01");
        code = desk.code(booking.id(), "A01");
        clock.set(read(booking).departsAt().minus(Duration.ofMinutes(20)));
    }

    @Test
    void whoShowsAValidTicketGetsOnWithOneLineOfHistory() {
        assertThat(scan(front, code)).isEqualTo(BoardingOutcome.BOARDED);

        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.BOARDED);
        assertThat(desk.historyOf(passenger)).containsExactly("BOOKED > BOARDED");
        var line = bookings.history(booking.id()).getLast();
        assertThat(line.at()).isEqualTo(clock.instant());
        assertThat(line.detail())
                .containsEntry("account", Long.toString(crew.value()))
                .containsEntry("seat", "A01");
    }

    @Test
    void aSecondReadingIsToldFromACopyByPhoneAndTime() {
        scan(front, code);
        clock.advance(MINUTE);

        assertThat(scan(front, code)).isEqualTo(BoardingOutcome.REPEATED);
        assertThat(scan(rear, code)).isEqualTo(BoardingOutcome.TOGETHER);

        clock.advance(Duration.ofMinutes(10));
        assertThat(scan(front, code)).isEqualTo(BoardingOutcome.USED_BEFORE);
        assertThat(scan(rear, code)).isEqualTo(BoardingOutcome.USED_BEFORE);
        assertThat(rear.tell(BOARD, passenger, clock.instant()))
                .isEqualTo(BoardingOutcome.TOGETHER);
        assertThat(desk.historyOf(passenger)).hasSize(1);
    }

    @RepeatedTest(5)
    void ofTwoPhonesAtOnceOneIsFirst() throws Exception {
        var outcomes = Collections.synchronizedList(new ArrayList<BoardingOutcome>());

        together(() -> outcomes.add(scan(front, code)), () -> outcomes.add(scan(rear, code)));

        assertThat(outcomes)
                .containsExactlyInAnyOrder(BoardingOutcome.BOARDED, BoardingOutcome.TOGETHER);
        assertThat(desk.historyOf(passenger)).hasSize(1);
    }

    @Test
    void anEntryToldManyTimesAtOnceIsOne() throws Exception {
        var entry = entry(SCAN, code, clock.instant());
        var answers = Collections.synchronizedList(new ArrayList<BoardingAnswer>());
        Runnable tell = () -> answers.addAll(front.tell(clock.instant(), entry));

        together(tell, tell, tell, tell);

        assertThat(answers).hasSize(4);
        assertThat(answers)
                .extracting(BoardingAnswer::outcome)
                .containsOnly(BoardingOutcome.BOARDED);
        assertThat(desk.historyOf(passenger)).hasSize(1);
    }

    @Test
    @Tag("P5.2")
    void everythingThatIsNoTicketForThisCoachHasItsOwnWord() {
        var end = code.lastIndexOf('.');
        var forged = code.substring(0, end - 1) + (code.charAt(end - 1) == 'A' ? 'B' : 'A');

        assertThat(scan(front, forged + code.substring(end))).isEqualTo(BoardingOutcome.FORGED);
        assertThat(scan(front, new TicketSigner(Samples.OTHER_SEED, null).sign(facts())))
                .isEqualTo(BoardingOutcome.UNKNOWN_KEY);
        assertThat(scan(front, "https://example.vn")).isEqualTo(BoardingOutcome.UNREADABLE);
        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.BOOKED);
    }

    @Test
    void aTicketForAnotherCoachIsNamedByWhatDiffersMost() {
        var company = desk.phone(desk.crewOf(other(Duration.ZERO)), trip);
        assertThatThrownBy(() -> scan(company, code)).isInstanceOf(TripOfOthers.class);
        var elsewhere = other(Duration.ZERO);
        assertThat(scan(desk.phone(desk.crewOf(elsewhere), elsewhere), code))
                .isEqualTo(BoardingOutcome.OTHER_COMPANY);
        assertThat(scan(ofSameCompany(Duration.ofHours(2)), code))
                .isEqualTo(BoardingOutcome.OTHER_TRIP);
        assertThat(scan(ofSameCompany(Duration.ofDays(1)), code))
                .isEqualTo(BoardingOutcome.OTHER_DATE);
        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.BOOKED);
    }

    @Test
    @Tag("P5.2")
    void aTicketThatAnotherOneReplacedIsVoid() {
        transaction.executeWithoutResult(status -> {
            tickets.makeVoid(booking.id());
            tickets.issue(booking.id());
        });

        assertThat(scan(front, code)).isEqualTo(BoardingOutcome.VOID_CHANGED);
        assertThat(manifests.of(crew, trip).voidTickets())
                .extracting(VoidTicket::isCancelled)
                .containsExactly(false);
        assertThat(scan(front, desk.code(booking.id(), "A01"))).isEqualTo(BoardingOutcome.BOARDED);
    }

    @Test
    @Tag("P5.2")
    void whoCancelledDoesNotGetOn() {
        Cancelling.whole(cancellation, booking.id(), "");

        assertThat(scan(front, code)).isEqualTo(BoardingOutcome.VOID_CANCELLED);
        assertThat(front.tell(BOARD, passenger, clock.instant()))
                .isEqualTo(BoardingOutcome.VOID_CANCELLED);
        assertThat(manifests.of(crew, trip).voidTickets())
                .extracting(VoidTicket::isCancelled)
                .containsExactly(true);
        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.CANCELLED);
    }

    @Test
    void whoHasNotPaidDoesNotGetOn() {
        clock.set(read(booking).departsAt().minus(Duration.ofHours(2)));
        var unpaid = place(binh, "A09");
        var waiting = desk.passenger(unpaid.id(), "A09");

        assertThat(front.tell(CODE, unpaid.code(), clock.instant()))
                .isEqualTo(BoardingOutcome.NOT_PAID);
        assertThat(front.tell(BOARD, waiting, clock.instant())).isEqualTo(BoardingOutcome.NOT_PAID);
        assertThat(desk.stateOf(waiting)).isEqualTo(PassengerState.BOOKED);
    }

    @Test
    void aTypedCodeLetsTheOnePassengerOnAndAsksWhichOfSeveral() {
        clock.set(read(booking).departsAt().minus(Duration.ofHours(2)));
        var several = bought("A05", "A06");

        assertThat(front.tell(CODE, booking.code().toLowerCase(Locale.ROOT), now()))
                .isEqualTo(BoardingOutcome.BOARDED);
        assertThat(front.tell(CODE, several.code(), now())).isEqualTo(BoardingOutcome.CHOOSE);
        assertThat(front.tell(CODE, "ABCD2345", now())).isEqualTo(BoardingOutcome.NOT_FOUND);
    }

    @Test
    void whatWasNotedCanBeTakenBack() {
        scan(front, code);
        clock.advance(MINUTE);

        assertThat(rear.tell(UNDO, passenger, now())).isEqualTo(BoardingOutcome.UNDONE);
        assertThat(rear.tell(UNDO, passenger, now())).isEqualTo(BoardingOutcome.KNOWN);
        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.BOOKED);
        assertThat(desk.historyOf(passenger))
                .containsExactly("BOOKED > BOARDED", "BOARDED > BOOKED");
    }

    @Test
    void nobodyIsMissingBeforeTheCoachHasLeftTheStop() {
        assertThat(front.tell(MISS, passenger, now())).isEqualTo(BoardingOutcome.NOT_DEPARTED);
        clock.set(read(booking).departsAt());

        assertThat(front.tell(MISS, passenger, now())).isEqualTo(BoardingOutcome.MISSED);
        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.NO_SHOW);
        clock.advance(MINUTE);
        assertThat(scan(front, code)).isEqualTo(BoardingOutcome.BOARDED);
        clock.advance(MINUTE);
        assertThat(front.tell(MISS, passenger, now())).isEqualTo(BoardingOutcome.ON_BOARD);
        assertThat(desk.historyOf(passenger))
                .containsExactly("BOOKED > NO_SHOW", "NO_SHOW > BOARDED");
    }

    @Test
    void whatAPhoneWithoutNetworkDidCountsWhenItJoinsUp() {
        var scanned = entry(SCAN, code, now());
        clock.advance(Duration.ofHours(9));
        arrive();

        assertThat(front.tell(now(), scanned).getFirst().outcome())
                .isEqualTo(BoardingOutcome.BOARDED);
        assertThat(manifests.of(crew, trip).passengers().getFirst().boardedAt())
                .contains(now().minus(Duration.ofHours(9)));
    }

    @Test
    void aWrongClockOfThePhoneDoesNoHarm() {
        var wrong = now().plus(Duration.ofDays(3));

        front.tell(wrong, entry(SCAN, code, wrong.minus(MINUTE)));

        assertThat(manifests.of(crew, trip).passengers().getFirst().boardedAt())
                .contains(now().minus(MINUTE));
    }

    @Test
    void whatTurnedOutOtherwiseIsShownToTheCrew() {
        Cancelling.whole(cancellation, booking.id(), "");
        clock.advance(MINUTE);
        var scanned = entry(SCAN, code, now());
        clock.advance(Duration.ofHours(2));

        assertThat(front.tell(now(), scanned).getFirst().outcome())
                .isEqualTo(BoardingOutcome.VOID_CANCELLED);

        assertThat(manifests.of(crew, trip).conflicts())
                .containsExactly(
                        new BoardingConflict(
                                "A01",
                                "Trần Thị Ánh",
                                BoardingOutcome.VOID_CANCELLED,
                                now().minus(Duration.ofHours(2))));
    }

    @Test
    void twoPhonesWithoutNetworkShowThatACopyWasUsed() {
        var atFront = entry(SCAN, code, now());
        var atRear = entry(SCAN, code, now().plus(Duration.ofMinutes(9)));
        clock.advance(Duration.ofHours(1));

        rear.tell(now(), atRear);
        front.tell(now(), atFront);

        assertThat(manifests.of(crew, trip).conflicts())
                .extracting(BoardingConflict::outcome)
                .containsExactly(BoardingOutcome.USED_BEFORE);
        assertThat(desk.historyOf(passenger)).hasSize(1);
    }

    @Test
    void theEndIsTheSameInWhateverOrderPhonesTell() {
        clock.set(read(booking).departsAt().minus(Duration.ofHours(2)));
        var begin = now();
        clock.advance(Duration.ofMinutes(5));
        var ends = new HashSet<PassengerState>();
        var seat = 10;
        for (var order : permutations(List.of(0, 1, 2, 3))) {
            ends.add(told(bought("A" + seat++), order, begin));
        }
        assertThat(ends).containsExactly(PassengerState.BOARDED);
        Invariants.check(database, Rows.ofTrip(trip));
    }

    private PassengerState told(PlacedBooking other, List<Integer> order, Instant begin) {
        var seat = read(other).seatLabels().getFirst();
        var who = desk.passenger(other.id(), seat);
        var entries =
                List.of(
                        entry(SCAN, desk.code(other.id(), seat), begin),
                        entry(UNDO, who, begin.plusSeconds(60)),
                        entry(UNDO, who, begin.plusSeconds(70)),
                        entry(BOARD, who, begin.plusSeconds(120)));
        for (var number : order) {
            var phone = number % 2 == 0 ? front : rear;
            phone.tell(now(), entries.get(number));
            phone.tell(now(), entries.get(number));
        }
        return desk.stateOf(who);
    }

    @Test
    void onlyTheCompanysOwnPeopleAndAdministratorsSeeItsList() {
        var stranger = desk.crewOf(other(Duration.ZERO));

        assertThat(manifests.of(crew, trip).passengers()).hasSize(1);
        assertThatThrownBy(() -> manifests.of(stranger, trip)).isInstanceOf(TripOfOthers.class);
        assertThatThrownBy(() -> manifests.phone(stranger, trip, passenger))
                .isInstanceOf(TripOfOthers.class);
        assertThatThrownBy(() -> manifests.of(new AccountId(Long.MAX_VALUE), trip))
                .isInstanceOf(TripOfOthers.class);
    }

    @Test
    void aWholePhoneNumberIsShownWithALineInTheAuditLog() {
        var listed = manifests.of(crew, trip).passengers().getFirst();
        assertThat(listed.maskedPhone()).isEqualTo("•••567");

        var shown = manifests.phone(crew, trip, passenger);

        assertThat(shown.e164()).isEqualTo("+84901234567");
        assertThat(
                        database.sql(
                                        """
                                        select account_id || ' ' || action from audit_log
                                         where subject = :subject
                                        """)
                                .param("subject", "booking " + booking.code())
                                .query((row, number) -> row.getString(1))
                                .list())
                .containsExactly(crew.value() + " passenger.phone-shown");
    }

    private PlacedBooking bought(String... seats) {
        var buyer = VisitorId.random();
        var placed = place(buyer, seats);
        pay(startPaying(placed, buyer), read(placed).total().dong());
        return placed;
    }

    private BoardingOutcome scan(BoardingDesk.Phone phone, String text) {
        return phone.tell(SCAN, text, clock.instant());
    }

    private Instant now() {
        return clock.instant();
    }

    private TripId other(Duration later) {
        return trips.leavingAt(read(booking).departsAt().plus(later), 4);
    }

    /** A phone at another coach of the same company. */
    private BoardingDesk.Phone ofSameCompany(Duration later) {
        var elsewhere = other(later);
        database.sql(
                        """
                        update trip set operator_id = (select operator_id from trip where id = :trip)
                         where id = :elsewhere
                        """)
                .param("trip", trip.value())
                .param("elsewhere", elsewhere.value())
                .update();
        return desk.phone(crew, elsewhere);
    }

    private TicketFacts facts() {
        return Samples.facts(7, "A01");
    }

    private static List<List<Integer>> permutations(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (var first : numbers) {
            var rest = new ArrayList<>(numbers);
            rest.remove(first);
            for (var tail : permutations(rest)) {
                var whole = new ArrayList<Integer>();
                whole.add(first);
                whole.addAll(tail);
                all.add(whole);
            }
        }
        return all;
    }
}
