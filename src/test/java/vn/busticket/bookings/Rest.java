package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.quartz.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.shared.SqlTime;

/** Lets jobs run and time pass until nothing is left to be done by itself. */
final class Rest {

    /** The jobs that make something of bookings and their money. */
    static final List<Class<? extends Job>> JOBS =
            List.of(
                    CloseOverduePaymentsJob.class,
                    ExpireBookingsJob.class,
                    LapseChangesJob.class,
                    foreign("vn.busticket.payments.ReconcilePaymentsJob"),
                    ReturnLatePartsJob.class,
                    foreign("vn.busticket.payments.SettleTransactionsJob"));

    private static final int MOST_ROUNDS = 300;
    private static final int MOST_DAYS = 10;
    private static final Duration LONGER_THAN_EVERY_PAUSE = Duration.ofHours(26);

    private final JdbcClient database;
    private final Clock clock;
    private final Consumer<Duration> time;
    private final Consumer<Class<? extends Job>> jobs;

    /**
     * @param time lets time pass, here and at the gateway
     * @param jobs runs a job once
     */
    Rest(
            JdbcClient database,
            Clock clock,
            Consumer<Duration> time,
            Consumer<Class<? extends Job>> jobs) {
        this.database = database;
        this.clock = clock;
        this.time = time;
        this.jobs = jobs;
    }

    /** Comes to it, which takes some days: the gateway is asked about all that has ended. */
    void come() {
        var everythingHasHappened = clock.instant();
        for (var day = 0; day == 0 || isAnythingToAsk(everythingHasHappened); day++) {
            assertThat(day).as("days until all is at rest").isLessThan(MOST_DAYS);
            time.accept(LONGER_THAN_EVERY_PAUSE);
            runUntilNothingIsDue();
        }
        jobs.accept(CompleteBookingsJob.class);
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
            JOBS.forEach(jobs);
            time.accept(Duration.ofSeconds(2));
        }
    }

    private boolean isAnythingDue() {
        return database.sql(
                        """
                        select exists (select 1 from payment_attempt where next_check_at <= :now)
                            or exists (select 1 from bank_transaction where next_settle_at <= :now)
                            or exists (select 1 from booking
                                        where state = 'AWAITING_PAYMENT' and payment_deadline <= :now)
                            or exists (select 1 from booking_change
                                        where state = 'AWAITING_PAYMENT' and payment_deadline <= :now)
                            or exists (select 1 from booking
                                        where money_kept_since is not null and departs_at <= :now)
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private static Class<? extends Job> foreign(String name) {
        try {
            return Class.forName(name).asSubclass(Job.class);
        } catch (ClassNotFoundException renamed) {
            throw new AssertionError(renamed);
        }
    }
}
