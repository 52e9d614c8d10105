package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import vn.busticket.payments.PaymentReceived;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Rows;
import vn.busticket.testing.SettableClock;
import vn.busticket.trips.TripId;

/**
 * Whatever happens in whatever order, no đồng is lost or kept in silence. Some lives are led side
 * by side, each in an order of its own; time passes and jobs run for all of them. The invariants
 * are looked at in the middle of lives, and of all together after them. {@code -Dlives.seed} leads
 * the company again that begins with that seed.
 */
@Tag("P3.7")
@Tag("P3.9")
@Tag("P4.1")
@Tag("P4.6")
class MoneyLivesTest extends GatewayBookingTest {

    private static final int SIDE_BY_SIDE = 50;
    private static final int STEPS = 14;
    private static final String ODD_PAYMENTS = "vn.busticket.payments";

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<BookingId> undecidable = ConcurrentHashMap.newKeySet();
    private final ApplicationListener<PayloadApplicationEvent<PaymentReceived>> failure =
            this::failIfAsked;

    @Autowired private Cancellation cancellation;
    @Autowired private ConfigurableApplicationContext context;

    /** Each failure that is asked for would be logged with its whole stack. */
    @BeforeEach
    void letDecisionsFail() {
        context.addApplicationListener(failure);
        logs().setLogLevel(ODD_PAYMENTS, LogLevel.ERROR);
    }

    @AfterEach
    void stop() {
        logs().setLogLevel(ODD_PAYMENTS, LogLevel.WARN);
        context.removeApplicationListener(failure);
        threads.shutdownNow();
        http.close();
    }

    @Test
    void anyOrderOfEventsKeepsEveryDongInItsPlace() {
        lead(250, Long.getLong("lives.seed", 1));
    }

    @Test
    @Tag("full")
    void tenThousandOrdersOfEventsKeepEveryDongInItsPlace() {
        lead(10_000, 1_000_000);
    }

    private void lead(int count, long firstSeed) {
        var begin = System.nanoTime();
        var partsBefore = cancelledParts();
        for (long seed = firstSeed; seed < firstSeed + count; seed += SIDE_BY_SIDE) {
            leadTogether(seed);
            if (seed % 1_000 == 0) {
                Rows.count(database);
            }
        }
        var seconds = (System.nanoTime() - begin) / 1_000_000_000.0;
        assertThat(cancelledParts() - partsBefore).as("parts cancelled for a fee").isPositive();
        System.out.printf("%d lives in %.0f s, %.1f a second%n", count, seconds, count / seconds);
    }

    /** How often some of a party left for a fee while others travel. */
    private int cancelledParts() {
        return database.sql(
                        "select count(*) from booking_cancellation where not whole and fee_vnd > 0")
                .query(Integer.class)
                .single();
    }

    private void leadTogether(long firstSeed) {
        var seeds = LongStream.range(firstSeed, firstSeed + SIDE_BY_SIDE).boxed().toList();
        try {
            lead(firstSeed, seeds, STEPS);
        } catch (BrokenLife broken) {
            throw new AssertionError(
                    "Again with -Dlives.seed=" + firstSeed,
                    shortest(firstSeed, broken.seed()).orElse(broken));
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("Again with -Dlives.seed=" + firstSeed, broken);
        }
    }

    /** The same life alone with as few deeds as break it; nothing if alone it is whole. */
    private Optional<BrokenLife> shortest(long firstSeed, long seed) {
        for (int steps = 1; steps <= STEPS; steps++) {
            try {
                lead(firstSeed, List.of(seed), steps);
            } catch (BrokenLife broken) {
                return Optional.of(broken);
            } catch (AssertionError ofTheOthers) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * @param firstSeed of the company, which decides about time and jobs
     */
    private void lead(long firstSeed, List<Long> seeds, int steps) {
        var luck = new Random(firstSeed);
        begin();
        var rows = Rows.madeFromNowOn(database);
        var lives = seeds.stream().map(seed -> new Life(seed, doors(), this::coach)).toList();
        for (int step = 0; step < steps; step++) {
            goOn(lives, luck);
            var one = lives.get(luck.nextInt(SIDE_BY_SIDE) % lives.size());
            assertOf(one, () -> Invariants.check(database, Rows.ofTrip(one.trip())));
        }
        comeToRest();
        assertAtRest(rows, lives);
        lives.forEach(life -> assertOf(life, () -> assertWhole(life)));
    }

    /** All together, and only if something is broken each, to say whose it is. */
    private void assertAtRest(Rows rows, List<Life> lives) {
        try {
            Invariants.checkAtRest(database, rows, clock.instant());
        } catch (AssertionError broken) {
            lives.forEach(life ->
                    assertOf(
                            life,
                            () ->
                                    Invariants.checkAtRest(
                                            database, Rows.ofTrip(life.trip()), clock.instant())));
            throw broken;
        }
    }

    /** What others have left undone is not asked about any more, and nobody has called yet. */
    private void begin() {
        move(SettableClock.START);
        GATEWAY.reset();
        undecidable.clear();
        database.sql("delete from gateway_pause").update();
        database.sql(
                        "update payment_attempt set next_check_at = null where next_check_at is not null")
                .update();
    }

    private TripId coach(Duration untilItLeaves, int seatCount) {
        var coach = trips.leavingAt(clock.instant().plus(untilItLeaves), seatCount);
        trips.setPolicy(coach, 240, 2, "120:0", "60:10", "30:50");
        return coach;
    }

    /** Something happens in each life, at the same time as one of the jobs; then time passes. */
    private void goOn(List<Life> lives, Random luck) {
        var job = luck.nextInt(Rest.JOBS.size() + 2);
        var pause = Duration.ofSeconds(luck.nextInt(4) == 0 ? luck.nextInt(600) : luck.nextInt(60));
        var deeds = new ArrayList<Future<?>>();
        lives.forEach(life -> deeds.add(threads.submit(() -> assertOf(life, life::goOn))));
        if (job < Rest.JOBS.size()) {
            deeds.add(threads.submit(() -> run(Rest.JOBS.get(job))));
        }
        deeds.forEach(MoneyLivesTest::join);
        pass(pause);
    }

    /** All webhooks that were lost stay so; what the gateway knows is found by asking. */
    private void comeToRest() {
        GATEWAY.faults().clear();
        undecidable.clear();
        new Rest(database, clock, this::pass, this::run).come();
    }

    private static void assertOf(Life life, Runnable assertion) {
        try {
            assertion.run();
        } catch (RuntimeException | AssertionError broken) {
            throw new BrokenLife(life, broken);
        }
    }

    private void assertWhole(Life life) {
        assertThat(life.placed())
                .allSatisfy(booking ->
                        assertThat(stateOf(booking))
                                .isIn(
                                        BookingState.EXPIRED,
                                        BookingState.CONFIRMED,
                                        BookingState.COMPLETED,
                                        BookingState.CANCELLED));
        assertThat(receivedFor(life)).isEqualTo(life.paidVnd());
        assertThat(hasExpiredOverMoney(life)).as("expired over money").isFalse();
    }

    /** True if a booking expired while money for it was recorded and not decided about. */
    private boolean hasExpiredOverMoney(Life life) {
        return database.sql(
                        """
                        select exists (
                            select from booking b
                              join booking_history e on e.booking_id = b.id and e.event = 'EXPIRED'
                              join payment_attempt a on a.payable_id = b.id
                              join bank_transaction t on t.gateway = a.gateway and t.order_code = a.order_code
                             where b.trip_id = :trip and t.received_at < e.at and t.settled_at > e.at)
                        """)
                .param("trip", life.trip().value())
                .query(Boolean.class)
                .single();
    }

    private long receivedFor(Life life) {
        return database.sql(
                        """
                        select coalesce(sum(t.amount_vnd), 0)
                          from bank_transaction t
                          join payment_attempt a on a.order_code = t.order_code
                          join booking b on b.id = a.payable_id
                         where b.trip_id = :trip and t.settled_at is not null
                        """)
                .param("trip", life.trip().value())
                .query(Long.class)
                .single();
    }

    private Doors doors() {
        return new Doors(
                seats,
                checkout,
                paymentStart,
                cancellation,
                payments,
                paymentQueries,
                GATEWAY,
                this::deliver,
                undecidable::add,
                clock);
    }

    private void deliver(byte[] body) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address() + "/api/v1/payments/webhook"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body))
                            .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException failed) {
            throw new AssertionError("No answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped", stopped);
        }
    }

    private void failIfAsked(PayloadApplicationEvent<PaymentReceived> event) {
        if (undecidable.remove(new BookingId(event.getPayload().payable().value()))) {
            throw new IllegalStateException("the decision fails");
        }
    }

    private static LoggingSystem logs() {
        return LoggingSystem.get(MoneyLivesTest.class.getClassLoader());
    }

    private static void join(Future<?> deed) {
        try {
            deed.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BrokenLife broken) {
                throw broken;
            }
            throw new AssertionError("A job failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped", stopped);
        }
    }
}
