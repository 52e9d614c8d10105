package vn.busticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.busticket.tickets.BoardingDesk.Phone.entry;
import static vn.busticket.tickets.BoardingEntry.Kind.BOARD;
import static vn.busticket.tickets.BoardingEntry.Kind.CODE;
import static vn.busticket.tickets.BoardingEntry.Kind.MISS;
import static vn.busticket.tickets.BoardingEntry.Kind.SCAN;
import static vn.busticket.tickets.BoardingEntry.Kind.UNDO;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.Attendance;
import vn.busticket.bookings.BookingTest;
import vn.busticket.bookings.PassengerState;
import vn.busticket.bookings.PlacedBooking;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.trips.TripCrews;
import vn.busticket.trips.TripOfOthers;

/** What a phone at the door cannot bring about, by mistake or by malice. */
@Tag("P5.3")
class DoorGuardsTest extends BookingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired private Boarding boarding;
    @Autowired private Manifests manifests;
    @Autowired private AccountService accounts;
    @Autowired private Attendance attendance;
    @Autowired private TicketService tickets;
    @Autowired private ClusterNotices notices;
    @Autowired private TransactionTemplate transaction;

    private BoardingDesk desk;
    private AccountId crew;
    private BoardingDesk.Phone phone;
    private PlacedBooking booking;
    private long passenger;
    private String code;

    @BeforeEach
    void aPassengerBeforeTheCoach() {
        desk = new BoardingDesk(database, accounts, boarding);
        crew = desk.crewOf(trip);
        phone = desk.phone(crew, trip);
        var buyer = VisitorId.random();
        booking = place(buyer, "A01");
        pay(startPaying(booking, buyer), read(booking).total().dong());
        passenger = desk.passenger(booking.id(), "A01");
        code = desk.code(booking.id(), "A01");
        clock.set(read(booking).departsAt().minus(Duration.ofMinutes(20)));
    }

    @Test
    void aPhoneOfAnotherCoachTicksNobodyOffHereByNumberOrCode() {
        var elsewhere = trips.leavingAt(read(booking).departsAt(), 4);
        var stranger = desk.phone(desk.crewOf(elsewhere), elsewhere);

        for (var kind : List.of(BOARD, UNDO, MISS)) {
            assertThat(stranger.tell(kind, passenger, now())).isEqualTo(BoardingOutcome.NOT_FOUND);
        }
        assertThat(stranger.tell(CODE, booking.code(), now()))
                .isEqualTo(BoardingOutcome.OTHER_COMPANY);
        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.BOOKED);
        var theirs = desk.crewOf(elsewhere);
        assertThatThrownBy(() -> manifests.phone(theirs, elsewhere, passenger))
                .isInstanceOf(TripOfOthers.class);
    }

    @Test
    void aNumberThatIsNoneOfOursIsNobody() {
        for (var number : List.of("0", "-1", "A01", "999999999999999999", " ")) {
            assertThat(phone.tell(BOARD, number, now())).isEqualTo(BoardingOutcome.NOT_FOUND);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> entry(SCAN, "x".repeat(401), now()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new BoardingReport(
                                UUID.randomUUID(),
                                now(),
                                Collections.nCopies(501, entry(SCAN, code, now()))));
    }

    /** Who cancels or changes at the very moment of the scan is first, or second, but not both. */
    @Test
    @Tag("P5.2")
    void aTicketThatBecomesVoidWhileItIsScannedLetsNobodyOn() throws Exception {
        var isLocked = new CountDownLatch(1);
        var isScanning = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var change =
                    threads.submit(() ->
                            transaction.executeWithoutResult(status -> {
                                attendance.lock(passenger);
                                isLocked.countDown();
                                await(isScanning);
                                waitUntilSomebodyWaits();
                                tickets.makeVoid(booking.id());
                            }));
            await(isLocked);
            var scan =
                    threads.submit(() -> {
                        isScanning.countDown();
                        return phone.tell(SCAN, code, now());
                    });
            change.get(20, TimeUnit.SECONDS);

            assertThat(scan.get(20, TimeUnit.SECONDS)).isEqualTo(BoardingOutcome.VOID_CHANGED);
        }
        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.BOOKED);
    }

    @Test
    void whatThePhoneSaysIsToComeHappensNow() {
        phone.tell(now(), entry(SCAN, code, now().plus(Duration.ofDays(400))));

        assertThat(manifests.of(crew, trip).passengers().getFirst().boardedAt()).contains(now());
    }

    @Test
    void entriesOfOneReportCountInTheOrderInWhichTheyHappened() {
        var undone = entry(UNDO, passenger, now().minus(MINUTE));
        var scanned = entry(SCAN, code, now().minus(MINUTE.multipliedBy(2)));

        var answers = phone.tell(now(), undone, scanned);

        assertThat(answers)
                .extracting(BoardingAnswer::outcome)
                .containsExactly(BoardingOutcome.BOARDED, BoardingOutcome.UNDONE);
        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.BOOKED);
    }

    @Test
    void aDecisionThatIsConfirmedLaterOutlivesAnOlderOneThatIsToldAfterIt() {
        var begin = now();
        clock.advance(Duration.ofMinutes(10));
        phone.tell(now(), entry(BOARD, passenger, begin));
        phone.tell(now(), entry(BOARD, passenger, begin.plus(MINUTE.multipliedBy(4))));

        var outcome =
                phone.tell(now(), entry(UNDO, passenger, begin.plus(MINUTE.multipliedBy(2))))
                        .getFirst()
                        .outcome();

        assertThat(outcome).isEqualTo(BoardingOutcome.DECIDED_LATER);
        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.BOARDED);
    }

    @Test
    void whoWasMissedByOneAndSeenBeforeByAnotherIsOnBoard() {
        clock.set(read(booking).departsAt());
        var seen = entry(SCAN, code, now());
        clock.advance(MINUTE);
        phone.tell(MISS, passenger, now());
        clock.advance(MINUTE);

        assertThat(phone.tell(now(), seen).getFirst().outcome()).isEqualTo(BoardingOutcome.BOARDED);
        assertThat(desk.stateOf(passenger)).isEqualTo(PassengerState.BOARDED);
    }

    @Test
    void whoWasMissedWithoutNetworkAndGotOnElsewhereIsToBeLookedAtAgain() {
        clock.set(read(booking).departsAt());
        desk.phone(crew, trip).tell(SCAN, code, now());
        clock.advance(MINUTE);
        var missed = entry(MISS, passenger, now());
        clock.advance(MINUTE);

        assertThat(phone.tell(now(), missed).getFirst().outcome())
                .isEqualTo(BoardingOutcome.ON_BOARD);
        assertThat(manifests.of(crew, trip).conflicts())
                .extracting(BoardingConflict::outcome)
                .containsExactly(BoardingOutcome.ON_BOARD);
    }

    @Test
    void thatTheCrewWasToldWronglyIsAnnouncedToAllItsPhones() {
        var heard = new CopyOnWriteArrayList<String>();
        var watching = notices.subscribe(TripCrews.TOPIC, heard::add);
        try {
            assertThat(phone.tell(MISS, passenger, now())).isEqualTo(BoardingOutcome.NOT_DEPARTED);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> heard.contains(Long.toString(trip.value())));
        } finally {
            watching.remove();
        }
    }

    @Test
    void aQueueThatIsJoinedTwiceIsJoinedOnce() {
        var begin = now();
        clock.advance(Duration.ofHours(1));
        var queue =
                List.of(
                        entry(SCAN, code, begin),
                        entry(UNDO, passenger, begin.plus(MINUTE)),
                        entry(SCAN, code, begin.plus(MINUTE.multipliedBy(2))));

        var first = phone.tell(now(), queue.toArray(BoardingEntry[]::new));
        clock.advance(Duration.ofHours(1));
        var again = phone.tell(now(), queue.toArray(BoardingEntry[]::new));

        assertThat(again)
                .extracting(BoardingAnswer::outcome)
                .containsExactlyElementsOf(first.stream().map(BoardingAnswer::outcome).toList());
        assertThat(desk.historyOf(passenger))
                .containsExactly("BOOKED > BOARDED", "BOARDED > BOOKED", "BOOKED > BOARDED");
        assertThat(manifests.of(crew, trip).conflicts()).isEmpty();
    }

    private Instant now() {
        return clock.instant();
    }

    private void waitUntilSomebodyWaits() {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!isSomebodyWaiting() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(isSomebodyWaiting()).isTrue();
    }

    private boolean isSomebodyWaiting() {
        return database.sql(
                        """
                        select exists (select from pg_locks where not granted)
                        """)
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped", stopped);
        }
    }
}
