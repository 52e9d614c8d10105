package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.Language;
import vn.busticket.testing.MailServer;

/** Providers that are slow, away, or say nothing; several nodes; budgets and leases. */
@Tag("P6.3")
@Tag("P6.4")
@Import({Purchases.class, Purchases.Money.class})
class DeliveryTest extends MessageTest {

    /** Places that fall free before the last failure that opens the breaker are filled once. */
    private static final int TRIED_UNTIL_IT_OPENS =
            DeliveryLane.PLACES + ChannelBreaker.FAILURES_THAT_OPEN - 1;

    private static final int TAKEN_BEFORE_IT_GOES_AWAY = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired private Purchases purchases;
    @Autowired private DeliveryQueue queue;
    @Autowired private ChannelBreaker breaker;
    @Autowired private Senders senders;
    @Autowired private MessageCourier courier;
    @Autowired private DeliveryRecorder recorder;
    @Autowired private ClusterNotices notices;
    @Autowired private LifecycleProperties lifecycle;
    @Autowired private TransactionTemplate transaction;

    private final List<NotificationDelivery> nodes = new ArrayList<>();

    @BeforeEach
    void sendWhatOtherTestsLeft() {
        run(SendNotificationsJob.class);
        fillTheBudgetAndCloseTheBreaker();
        MailServer.stop();
    }

    @AfterEach
    void leaveAllAsItWas() {
        nodes.forEach(NotificationDelivery::stop);
        MailServer.startAgain();
        fillTheBudgetAndCloseTheBreaker();
        clock.advance(Duration.ofHours(1));
        run(SendNotificationsJob.class);
        fillTheBudgetAndCloseTheBreaker();
    }

    private void fillTheBudgetAndCloseTheBreaker() {
        database.sql(
                        """
                        update message_channel
                           set permits = 0, refilled_at = timestamptz 'epoch', failures = 0, opened_at = null,
                               paused_until = null
                        """)
                .update();
    }

    @Test
    void aSlowServerHoldsUpItsOwnMessageOnly() throws Exception {
        var slow = buy();
        var others = IntStream.range(0, 8).mapToObj(index -> buy()).toList();
        var letGo = new CountDownLatch(1);
        try (var server =
                        server((step, line) ->
                                step.equals("RCPT") && isFor(slow, line) ? after(letGo) : "");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> run(SendNotificationsJob.class));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.mails()).hasSize(16));
            assertThat(states(slow)).containsOnly("QUEUED");

            var late = buy();
            run(SendNotificationsJob.class);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(states(late)).containsOnly("SENT"));
            letGo.countDown();
        }
        assertThat(others).allSatisfy(booking -> assertThat(states(booking)).containsOnly("SENT"));
        assertThat(states(slow)).containsOnly("SENT");
    }

    @Test
    void anAbsentServerCostsThoseThatWaitNoAttempt() throws Exception {
        var bookings = IntStream.range(0, 10).mapToObj(index -> buy()).toList();
        run(SendNotificationsJob.class);

        assertThat(sum("attempts", bookings)).isBetween(5, TRIED_UNTIL_IT_OPENS);
        assertThat(sum("failures", bookings)).isZero();
        run(SendNotificationsJob.class);
        assertThat(sum("attempts", bookings)).isLessThanOrEqualTo(TRIED_UNTIL_IT_OPENS);

        var before = sum("attempts", bookings);
        clock.advance(Duration.ofSeconds(6));
        run(SendNotificationsJob.class);
        assertThat(sum("attempts", bookings)).as("one trial").isEqualTo(before + 1);

        clock.advance(Duration.ofMinutes(1));
        try (var server = server((step, line) -> "")) {
            run(SendNotificationsJob.class);
            assertThat(server.mails()).hasSize(20);
        }
        assertThat(bookings)
                .allSatisfy(booking -> assertThat(states(booking)).containsOnly("SENT"));
    }

    @Test
    void nobodyTakesATrialWhileTheBreakerOpens() throws Exception {
        IntStream.range(0, 10).forEach(index -> buy());
        for (var round = 0; round < 30; round++) {
            fillTheBudgetAndCloseTheBreaker();
            clock.advance(DeliveryLane.LEASE);
            var inHand = claim(DeliveryLane.PLACES, 1_000);
            assertThat(inHand).hasSize(DeliveryLane.PLACES);
            var takenMeanwhile = new ConcurrentLinkedQueue<Taken>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var message : inHand) {
                    threads.execute(() -> breaker.failed(message, clock.instant()));
                    threads.execute(() -> takenMeanwhile.addAll(claim(1, 1_000)));
                }
            }
            assertThat(takenMeanwhile).noneMatch(Taken::isTrial);
        }
    }

    @Test
    void aLogInThatIsRefusedStopsTheChannelToo() throws Exception {
        var bookings = IntStream.range(0, 10).mapToObj(index -> buy()).toList();
        try (var server = server((step, line) -> step.equals("MAIL") ? "530 log in first" : "")) {
            run(SendNotificationsJob.class);
            assertThat(server.mails()).isEmpty();
        }
        assertThat(sum("attempts", bookings)).isLessThanOrEqualTo(TRIED_UNTIL_IT_OPENS);
        assertThat(failures(bookings.getFirst())).containsOnly("WE_ARE_REFUSED");
    }

    @Test
    void anAnswerThatWasLostIsToldAndTheMessageKeepsItsNumber() throws Exception {
        var booking = buy();
        var isCut = new AtomicBoolean(true);
        try (var server = server((step, line) -> step.equals("END") && isCut.get() ? null : "")) {
            run(SendNotificationsJob.class);
            assertThat(failures(booking)).containsExactly("ANSWER_LOST", "ANSWER_LOST");
            assertThat(sum("failures", List.of(booking))).isEqualTo(2);
            run(SendNotificationsJob.class);
            assertThat(server.mails()).as("before the pause is over").hasSize(2);

            isCut.set(false);
            clock.advance(Duration.ofMinutes(1));
            run(SendNotificationsJob.class);

            assertThat(states(booking)).containsOnly("SENT");
            assertThat(server.mails())
                    .extracting(ScriptedSmtpServer.Mail::messageId)
                    .hasSize(4)
                    .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(2));
        }
    }

    @Test
    void aRefusedRecipientIsRejectedAndABusyOneWaits() throws Exception {
        var refused = buy();
        var busy = buy();
        try (var server =
                server((step, line) -> {
                    if (!step.equals("RCPT")) {
                        return "";
                    }
                    return isFor(refused, line) ? "550 5.1.1 nobody" : "452 4.2.2 full";
                })) {
            run(SendNotificationsJob.class);
            assertThat(server.mails()).isEmpty();
        }
        assertThat(states(refused)).containsOnly("REJECTED");
        assertThat(failures(refused)).containsOnly("RECIPIENT_REFUSED");
        assertThat(states(busy)).containsOnly("QUEUED");
        assertThat(failures(busy)).containsOnly("TEMPORARY");
        assertThat(sum("failures", List.of(busy))).isEqualTo(2);
    }

    @Test
    void severalNodesShareTheQueueAndSendEachMessageOnce() throws Exception {
        var bookings = IntStream.range(0, 30).mapToObj(index -> buy()).toList();
        try (var server = server((step, line) -> "");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 3).forEach(index -> threads.execute(node()::deliverDue));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.mails()).hasSize(60));
            nodes.forEach(NotificationDelivery::stop);
            assertThat(sum("attempts", bookings)).isEqualTo(60);
            assertThat(server.mails().stream().map(ScriptedSmtpServer.Mail::messageId).distinct())
                    .hasSize(60);
        }
    }

    @Test
    void neverMoreThanTheirPlacesAreInHand() throws Exception {
        IntStream.range(0, 12).forEach(index -> buy());
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        try (var server =
                server((step, line) -> {
                    switch (step) {
                        case "MAIL" -> most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        case "END" -> now.decrementAndGet();
                        default -> {}
                    }
                    return "";
                })) {
            run(SendNotificationsJob.class);
            assertThat(server.mails()).hasSize(24);
            assertThat(server.connections()).isLessThanOrEqualTo(DeliveryLane.PLACES);
        }
        assertThat(most.get()).isLessThanOrEqualTo(DeliveryLane.PLACES);
    }

    @Test
    void theEndOfTheProcessFinishesWhatIsInHandAndTakesNothingMore() throws Exception {
        var bookings = IntStream.range(0, 3).mapToObj(index -> buy()).toList();
        var letGo = new CountDownLatch(1);
        var node = node();
        try (var server = server((step, line) -> step.equals("END") ? after(letGo) : "");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(node::deliverDue);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.mails()).hasSize(6));
            var stopped = new CountDownLatch(1);
            node.stop(stopped::countDown);
            assertThat(stopped.getCount()).as("while messages are in hand").isEqualTo(1);
            letGo.countDown();
            stopped.await();
            assertThat(count("SENT", bookings)).isEqualTo(6);

            var late = buy();
            node.deliverDue();
            assertThat(sum("attempts", List.of(late))).isZero();
        }
    }

    /**
     * What was handed over in full may have been taken; what was not is sent as if nothing had
     * happened.
     */
    @Test
    void theEndOfTheProcessHangsUpOnAServerThatSaysNothing() throws Exception {
        var handedOver = buy();
        var begun = buy();
        var letGo = new CountDownLatch(1);
        var silent = new AtomicInteger();
        var node = node();
        try (var server =
                        server((step, line) -> {
                            var isSilent =
                                    step.equals("END") && isFor(handedOver, line)
                                            || step.equals("RCPT") && isFor(begun, line);
                            if (isSilent) {
                                silent.incrementAndGet();
                            }
                            return isSilent ? after(letGo) : "";
                        });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(node::deliverDue);
            await().atMost(PATIENCE).until(() -> silent.get() == 4);
            node.stop(Duration.ofMillis(100));
            letGo.countDown();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> {
                        assertThat(failures(handedOver))
                                .containsExactly("ANSWER_LOST", "ANSWER_LOST");
                        assertThat(failures(begun)).containsExactly("CONNECTION", "CONNECTION");
                    });
            assertThat(sum("failures", List.of(begun))).as("unharmed").isZero();
            assertThat(server.mails()).hasSize(2);
        }
        fillTheBudgetAndCloseTheBreaker();
        clock.advance(Duration.ofMinutes(1));
        try (var server = server((step, line) -> "")) {
            run(SendNotificationsJob.class);
            assertThat(server.mails()).hasSize(4);
        }
        assertThat(states(handedOver)).containsOnly("SENT");
        assertThat(states(begun)).containsOnly("SENT");
    }

    @Test
    void theEndOfTheProcessIsQuickerThanSpringsPatience() {
        assertThat(NotificationDelivery.PATIENCE.plus(NotificationDelivery.TO_WRITE_IT_DOWN))
                .isLessThan(lifecycle.getTimeoutPerShutdownPhase());
    }

    /** Another node that takes messages at this moment holds ours up in the database. */
    @Test
    void theEndOfTheProcessWaitsForWhatIsJustBeingTaken() throws Exception {
        var booking = buy();
        var node = node();
        var stopped = new CountDownLatch(1);
        try (var server = server((step, line) -> "");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(status -> {
                database.sql("select from message_channel for update").query().listOfRows();
                threads.execute(node::deliverDue);
                await().atMost(PATIENCE).until(this::someTakerWaits);
                node.stop(stopped::countDown);
                assertThat(isOver(stopped, Duration.ofMillis(300))).isFalse();
            });
            assertThat(isOver(stopped, PATIENCE)).isTrue();
            assertThat(states(booking)).containsOnly("SENT");
            assertThat(server.mails()).hasSize(2);
        }
    }

    @Test
    void whoStoodStillForTooLongHandsNothingOver() throws Exception {
        var booking = buy();
        var held = claim(10, 1_000);
        try (var server = server((step, line) -> "")) {
            courier.pack(held)
                    .forEach(parcel -> assertThat(courier.deliver(parcel, () -> false)).isEmpty());
            assertThat(server.mails()).isEmpty();
        }
        assertThat(states(booking)).as("left to whoever takes them over").containsOnly("QUEUED");
    }

    @Test
    @Tag("P10.4")
    void theBudgetIsThatOfAllNodesTogether() {
        IntStream.range(0, 5).forEach(index -> buy());
        assertThat(claim(10, 2)).hasSize(4);
        assertThat(claim(10, 2)).isEmpty();
        var pause = breaker.untilNextPermit(Channel.EMAIL, 2, clock.instant());
        assertThat(pause).isEqualTo(Duration.ofMillis(500));

        clock.advance(Duration.ofMillis(1_500));
        assertThat(claim(10, 2)).hasSize(3);
    }

    @Test
    void aLeaseThatIsRenewedIsNotTakenOver() {
        buy();
        var held = claim(10, 1_000);
        assertThat(held).hasSize(2);
        clock.advance(DeliveryLane.LEASE.minusSeconds(5));
        queue.renew(held, clock.instant().plus(DeliveryLane.LEASE));
        clock.advance(DeliveryLane.LEASE.minusSeconds(5));
        assertThat(claim(10, 1_000)).isEmpty();

        clock.advance(Duration.ofSeconds(5));
        assertThat(claim(10, 1_000)).hasSize(2);
    }

    @Test
    void whatSomebodyElseIsAtDoesNotHoldUpTheRest() throws Exception {
        var locked = buy();
        var free = buy();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(status -> {
                database.sql("select from notification where booking_id = :booking for update")
                        .param("booking", locked.id().value())
                        .query()
                        .listOfRows();
                var claimed = CompletableFuture.supplyAsync(() -> claim(10, 1_000), threads);
                assertThat(claimed)
                        .succeedsWithin(PATIENCE)
                        .asInstanceOf(InstanceOfAssertFactories.list(Taken.class))
                        .extracting(taken -> taken.message().booking())
                        .containsExactly(free.id(), free.id());
            });
        }
        assertThat(claim(10, 1_000))
                .extracting(taken -> taken.message().booking())
                .containsExactly(locked.id(), locked.id());
    }

    @Test
    void whatIsGivenBackIsAsIfItHadNeverBeenTaken() {
        var booking = buy();
        var first = claim(10, 1_000);
        queue.putBack(first, clock.instant());
        assertThat(sum("attempts", List.of(booking))).isZero();

        var second = claim(10, 1_000);
        assertThat(second).hasSize(2).allMatch(taken -> taken.message().attempt() == 1);
        clock.advance(DeliveryLane.LEASE);
        assertThat(claim(10, 1_000)).hasSize(2);
        queue.putBack(second, clock.instant());
        assertThat(sum("attempts", List.of(booking))).as("theirs who came later").isEqualTo(4);
        assertThat(claim(10, 1_000)).isEmpty();
    }

    /** It goes away at a moment at which all that it has taken is known to be sent. */
    @Test
    void whoStandsInLineWhenTheProviderGoesAwayLosesNoAttempt() throws Exception {
        var bookings = IntStream.range(0, 40).mapToObj(index -> buy()).toList();
        var begun = new AtomicInteger();
        var taken = new AtomicInteger();
        try (var server =
                server((step, line) -> {
                    if (step.equals("MAIL") && !begins(begun, taken)) {
                        await().atMost(PATIENCE)
                                .until(() -> count("SENT", bookings) == begun.get());
                        return null;
                    }
                    if (step.equals("END")) {
                        taken.incrementAndGet();
                    }
                    return "";
                })) {
            run(SendNotificationsJob.class);
        }
        var sent = count("SENT", bookings);
        assertThat(sent).isEqualTo(begun.get()).isGreaterThanOrEqualTo(TAKEN_BEFORE_IT_GOES_AWAY);
        assertThat(sum("attempts", bookings) - sent)
                .isBetween(ChannelBreaker.FAILURES_THAT_OPEN, TRIED_UNTIL_IT_OPENS);
    }

    /** Nobody begins any more once enough were taken. */
    private static boolean begins(AtomicInteger begun, AtomicInteger taken) {
        synchronized (begun) {
            var begins = taken.get() < TAKEN_BEFORE_IT_GOES_AWAY;
            if (begins) {
                begun.incrementAndGet();
            }
            return begins;
        }
    }

    @Test
    @Tag("P6.5")
    void whatCannotBeStoredKeepsNothingElseFromIt() {
        var booking = buy();
        var held = claim(10, 1_000);
        var unstorable = new Tried("an@example.vn", new SendOutcome.Sent("250 \0", null));
        var fine = new Tried("an@example.vn", new SendOutcome.Sent("250 fine", null));
        recorder.store(
                List.of(
                        new Delivered(held.getFirst(), unstorable, clock.instant(), Duration.ZERO),
                        new Delivered(held.getLast(), fine, clock.instant(), Duration.ZERO)));

        assertThat(states(booking)).containsExactlyInAnyOrder("QUEUED", "SENT");
    }

    private boolean someTakerWaits() {
        return database.sql(
                        """
                        select exists (select from pg_stat_activity
                                        where wait_event_type = 'Lock' and query like '%message_channel%')
                        """)
                .query(Boolean.class)
                .single();
    }

    private static boolean isOver(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private BookingDetails buy() {
        return purchases.buy(Language.VI, "Trần Minh Khôi");
    }

    private List<Taken> claim(int most, int perSecond) {
        var now = clock.instant();
        return queue.claim(Channel.EMAIL, most, perSecond, now, now.plus(DeliveryLane.LEASE));
    }

    /** The lanes of one more node on this database. */
    private NotificationDelivery node() {
        var node = new NotificationDelivery(senders, queue, breaker, courier, notices, clock);
        node.start();
        nodes.add(node);
        return node;
    }

    private static ScriptedSmtpServer server(ScriptedSmtpServer.Script script) throws IOException {
        return new ScriptedSmtpServer(MailServer.port(), script);
    }

    private static boolean isFor(BookingDetails booking, String line) {
        return line.contains(booking.contact().email());
    }

    private static String after(CountDownLatch latch) {
        try {
            latch.await();
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private List<String> states(BookingDetails booking) {
        return texts("select state from notification where booking_id = :booking", booking);
    }

    private List<String> failures(BookingDetails booking) {
        return texts(
                """
                select a.failure
                  from notification_attempt a join notification n on n.id = a.notification_id
                 where n.booking_id = :booking and a.failure is not null
                """,
                booking);
    }

    private List<String> texts(String sql, BookingDetails booking) {
        return database.sql(sql)
                .param("booking", booking.id().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private int sum(String column, List<BookingDetails> bookings) {
        return number(
                "select sum(" + column + ") from notification where booking_id in (:ids)",
                bookings);
    }

    private int count(String state, List<BookingDetails> bookings) {
        return number(
                "select count(*) from notification where state = '"
                        + state
                        + "' and booking_id in (:ids)",
                bookings);
    }

    private int number(String sql, List<BookingDetails> bookings) {
        return database.sql(sql)
                .param("ids", bookings.stream().map(booking -> booking.id().value()).toList())
                .query(Integer.class)
                .single();
    }
}
