package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.payments.PaymentReceived;
import vn.busticket.shared.SqlTime;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Lately;
import vn.busticket.testing.SettableClock;

/**
 * Whatever happens in whatever order, no đồng is lost or kept in silence. Some lives are led side
 * by side, each in an order of its own; time passes and jobs run for all of them.
 */
@Tag("P3.7")
@Tag("P3.9")
@Tag("P4.1")
class MoneyLivesTest extends GatewayBookingTest {

    private static final int SIDE_BY_SIDE = 25;
    private static final int STEPS = 14;
    private static final int JOBS = 5;
    private static final int MOST_ROUNDS = 300;
    private static final int MOST_DAYS = 10;
    private static final Duration LONGER_THAN_EVERY_PAUSE = Duration.ofHours(26);

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<BookingId> undecidable = ConcurrentHashMap.newKeySet();
    private final ApplicationListener<PayloadApplicationEvent<PaymentReceived>> failure =
            this::failIfAsked;

    @Autowired private Cancellation cancellation;
    @Autowired private ConfigurableApplicationContext context;
    @Autowired private TransactionTemplate transaction;

    @BeforeEach
    void letDecisionsFail() {
        context.addApplicationListener(failure);
    }

    @AfterEach
    void stop() {
        context.removeApplicationListener(failure);
        threads.shutdownNow();
        http.close();
    }

    @Test
    void anyOrderOfEventsKeepsEveryDongInItsPlace() {
        lead(75, 1);
    }

    @Test
    @Tag("full")
    void tenThousandOrdersOfEventsKeepEveryDongInItsPlace() {
        lead(10_000, 1_000_000);
    }

    private void lead(int count, long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + count; seed += SIDE_BY_SIDE) {
            leadSome(seed);
        }
    }

    private void leadSome(long firstSeed) {
        var luck = new Random(firstSeed);
        move(SettableClock.START);
        GATEWAY.reset();
        undecidable.clear();
        database.sql(
                        "update payment_attempt set next_check_at = null where next_check_at is not null")
                .update();
        var lately = new Lately(database, transaction);
        var lives = new ArrayList<Life>();
        for (int life = 0; life < SIDE_BY_SIDE; life++) {
            var departure = clock.instant().plus(Duration.ofMinutes(luck.nextInt(40, 200)));
            lives.add(new Life(firstSeed + life, doors(), trips.leavingAt(departure, Life.SEATS)));
        }
        try {
            for (int step = 0; step < STEPS; step++) {
                goOn(lives, luck);
            }
            comeToRest();
            lately.look(() -> Invariants.check(database));
            lives.forEach(this::assertWhole);
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("Lives from seed " + firstSeed, broken);
        }
    }

    /** Something happens in each life, at the same time as one of the jobs; then time passes. */
    private void goOn(List<Life> lives, Random luck) {
        var deeds = new ArrayList<Future<?>>();
        lives.forEach(life -> deeds.add(threads.submit(life::goOn)));
        var job = luck.nextInt(JOBS + 2);
        if (job < JOBS) {
            deeds.add(threads.submit(() -> run(job(job))));
        }
        deeds.forEach(MoneyLivesTest::join);
        pass(Duration.ofSeconds(luck.nextInt(4) == 0 ? luck.nextInt(600) : luck.nextInt(60)));
    }

    /** All webhooks that were lost stay so; what the gateway knows is found by asking. */
    private void comeToRest() {
        GATEWAY.faults().clear();
        undecidable.clear();
        var everythingHasHappened = clock.instant();
        for (var day = 0; day == 0 || isAnythingToAsk(everythingHasHappened); day++) {
            assertThat(day).as("days until all is at rest").isLessThan(MOST_DAYS);
            pass(LONGER_THAN_EVERY_PAUSE);
            runUntilNothingIsDue();
        }
        run(CompleteBookingsJob.class);
    }

    /** An attempt that the gateway was not asked about since may have money that nobody knows. */
    private boolean isAnythingToAsk(Instant since) {
        return database.sql(
                        """
                        select exists (select 1 from payment_attempt
                                        where next_check_at is not null
                                          and (checked_at is null or checked_at <= :since))
                        """)
                .param("since", SqlTime.of(since))
                .query(Boolean.class)
                .single();
    }

    private void runUntilNothingIsDue() {
        for (var round = 0; isAnythingDue(); round++) {
            assertThat(round).as("rounds until all is at rest").isLessThan(MOST_ROUNDS);
            for (var job = 0; job < JOBS; job++) {
                run(job(job));
            }
            pass(Duration.ofSeconds(2));
        }
    }

    private boolean isAnythingDue() {
        return database.sql(
                        """
                        select exists (select 1 from payment_attempt where next_check_at <= :now)
                            or exists (select 1 from bank_transaction where next_settle_at <= :now)
                            or exists (select 1 from booking
                                        where state = 'AWAITING_PAYMENT' and held_until <= :now
                                           or money_kept_since is not null and departs_at <= :now)
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .query(Boolean.class)
                .single();
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
        assertThat(receivedFor(life)).as(life.toString()).isEqualTo(life.paidVnd());
    }

    private long receivedFor(Life life) {
        return database.sql(
                        """
                        select coalesce(sum(t.amount_vnd), 0)
                          from bank_transaction t
                          join payment_attempt a on a.order_code = t.order_code
                         where a.payable_id = any(:bookings) and t.settled_at is not null
                        """)
                .param(
                        "bookings",
                        life.placed().stream()
                                .map(booking -> booking.id().value())
                                .toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    private Life.Doors doors() {
        return new Life.Doors(
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

    private static Class<? extends Job> job(int number) {
        return switch (number) {
            case 0 -> CloseOverduePaymentsJob.class;
            case 1 -> ExpireBookingsJob.class;
            case 2 -> foreign("vn.busticket.payments.ReconcilePaymentsJob");
            case 3 -> ReturnLatePartsJob.class;
            default -> foreign("vn.busticket.payments.SettleTransactionsJob");
        };
    }

    private static Class<? extends Job> foreign(String name) {
        try {
            return Class.forName(name).asSubclass(Job.class);
        } catch (ClassNotFoundException renamed) {
            throw new AssertionError(renamed);
        }
    }

    private static void join(Future<?> deed) {
        try {
            deed.get();
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new AssertionError("A deed failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped", stopped);
        }
    }
}
