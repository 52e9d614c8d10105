package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;

/**
 * How often the whole cluster may call a gateway, and whether it may at all: a pause that the
 * gateway asked for, and a breaker that opens after calls in a row without an answer. While it is
 * open one call at a time tries whether the gateway is back.
 */
@Repository
class CallBudget {

    /** So many calls in a row without an answer open the breaker. */
    static final int FAILURES_THAT_OPEN = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Longer than a call can take. */
    private static final Duration TRIAL = Duration.ofSeconds(11);

    /** While the breaker is open it may close at any moment, so that nobody waits long unasked. */
    private static final Duration LONGEST_WAIT_UNASKED = Duration.ofSeconds(3);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(200);
    private static final int SECONDS_OF_BURST = 2;
    private static final int SECONDS_OVERDRAWN = 10;

    private final JdbcClient database;
    private final int perSecond;

    CallBudget(JdbcClient database, PaymentsProperties properties) {
        this.database = database;
        this.perSecond = properties.callsPerSecond();
    }

    /**
     * Whether a call may be made.
     *
     * @param pause zero if it may, else how long to wait
     * @param failures how many calls in a row had no answer before it
     */
    record Permit(Duration pause, int failures) {

        boolean isGranted() {
            return pause.isZero();
        }

        /** True for the one call that tries whether the gateway is back. */
        boolean isTrial() {
            return failures >= FAILURES_THAT_OPEN;
        }
    }

    /** Takes one call out of the budget, if it may be made now. */
    Permit take(String gateway, Urgency urgency, Instant now) {
        return granted(gateway, urgency, now).orElseGet(() -> refused(gateway, urgency, now));
    }

    /** How many calls of a job may be made now; none while everybody waits. */
    int available(String gateway, Instant now) {
        return state(gateway, now).map(state -> state.available(now)).orElse(perSecond);
    }

    /**
     * Makes all nodes wait because the gateway asked for it; the first call after that is alone.
     */
    void pause(String gateway, Instant until) {
        database.sql(
                        """
                        update gateway_pause
                           set paused_until = case when failures < :tooMany
                                                   then greatest(paused_until, :until)
                                                   else :until end,
                               permits = least(permits, 1),
                               refilled_at = greatest(refilled_at, :until),
                               failures = 0,
                               opened_at = null
                         where gateway = :gateway
                        """)
                .param("gateway", gateway)
                .param("tooMany", FAILURES_THAT_OPEN)
                .param("until", SqlTime.of(until))
                .update();
    }

    /** Notes an answer, of whatever kind: the gateway is there. */
    void answered(String gateway) {
        database.sql(
                        """
                        update gateway_pause
                           set paused_until = case when failures >= :tooMany then null
                                                   else paused_until end,
                               failures = 0,
                               opened_at = null
                         where gateway = :gateway and failures > 0
                        """)
                .param("gateway", gateway)
                .param("tooMany", FAILURES_THAT_OPEN)
                .update();
    }

    /**
     * Notes a call without an answer.
     *
     * @return true if it opened the breaker
     */
    boolean unanswered(String gateway, Permit permit, Instant now) {
        return database.sql(
                                """
                                update gateway_pause
                                   set failures = failures + 1,
                                       opened_at = case when failures + 1 >= :tooMany
                                                        then coalesce(opened_at, :now) end,
                                       paused_until = case when failures + 1 >= :tooMany
                                                           then :until else paused_until end
                                 where gateway = :gateway
                                   and (failures < :tooMany or :trial)
                                returning failures
                                """)
                        .param("gateway", gateway)
                        .param("tooMany", FAILURES_THAT_OPEN)
                        .param("trial", permit.isTrial())
                        .param("now", SqlTime.of(now))
                        .param("until", SqlTime.of(now.plus(pauseAfter(permit))))
                        .query(Integer.class)
                        .optional()
                        .orElse(0)
                == FAILURES_THAT_OPEN;
    }

    private Optional<Permit> granted(String gateway, Urgency urgency, Instant now) {
        return database.sql(
                        """
                        update gateway_pause p
                           set permits = filled.permits - 1,
                               refilled_at = greatest(p.refilled_at, :now),
                               paused_until = case when p.failures >= :tooMany then :trialEnd
                                                   else p.paused_until end
                          from (select gateway, least(:burst, permits + :perSecond
                                       * greatest(0, extract(epoch from :now - refilled_at))) as permits
                                  from gateway_pause
                                 where gateway = :gateway
                                   for update) filled
                         where p.gateway = filled.gateway
                           and (p.paused_until is null or p.paused_until <= :now)
                           and filled.permits >= :least
                        returning p.failures
                        """)
                .param("gateway", gateway)
                .param("burst", burst())
                .param("perSecond", (double) perSecond)
                .param("least", least(urgency))
                .param("tooMany", FAILURES_THAT_OPEN)
                .param("now", SqlTime.of(now))
                .param("trialEnd", SqlTime.of(now.plus(TRIAL)))
                .query((row, number) -> new Permit(Duration.ZERO, row.getInt("failures")))
                .optional();
    }

    private Permit refused(String gateway, Urgency urgency, Instant now) {
        var state = state(gateway, now);
        if (state.isEmpty()) {
            begin(gateway, now);
            return granted(gateway, urgency, now).orElse(new Permit(SHORTEST_WAIT, 0));
        }
        return new Permit(state.get().wait(least(urgency), perSecond, now), state.get().failures());
    }

    private Optional<State> state(String gateway, Instant now) {
        return database.sql(
                        """
                        select coalesce(paused_until, refilled_at) as paused_until, failures,
                               least(:burst, permits + :perSecond
                                   * greatest(0, extract(epoch from :now - refilled_at))) as permits
                          from gateway_pause
                         where gateway = :gateway
                        """)
                .param("gateway", gateway)
                .param("burst", burst())
                .param("perSecond", (double) perSecond)
                .param("now", SqlTime.of(now))
                .query(State::of)
                .optional();
    }

    private void begin(String gateway, Instant now) {
        database.sql(
                        """
                        insert into gateway_pause (gateway, permits, refilled_at)
                        values (:gateway, :burst, :now)
                        on conflict (gateway) do nothing
                        """)
                .param("gateway", gateway)
                .param("burst", burst())
                .param("now", SqlTime.of(now))
                .update();
    }

    private double burst() {
        return (double) perSecond * SECONDS_OF_BURST;
    }

    private double least(Urgency urgency) {
        return switch (urgency) {
            case NOW -> 1.0 - perSecond * SECONDS_OVERDRAWN;
            case WHEN_FREE -> 1;
            case LAST -> 1 + burst() / 2;
        };
    }

    /** Twice as long after each trial that failed, and a little more, so that nodes spread. */
    private static Duration pauseAfter(Permit permit) {
        var doublings = Math.min(6, Math.max(0, permit.failures() - FAILURES_THAT_OPEN + 1));
        var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        var bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        return bounded.plusMillis(ThreadLocalRandom.current().nextLong(bounded.toMillis() / 10));
    }

    private record State(Instant pausedUntil, int failures, double permits) {

        static State of(ResultSet row, int number) throws SQLException {
            return new State(
                    SqlTime.instant(row, "paused_until"),
                    row.getInt("failures"),
                    row.getDouble("permits"));
        }

        int available(Instant now) {
            if (pausedUntil.isAfter(now)) {
                return 0;
            }
            return failures >= FAILURES_THAT_OPEN ? 1 : (int) permits;
        }

        Duration wait(double least, int perSecond, Instant now) {
            var pause = Duration.between(now, pausedUntil);
            if (!pause.isPositive()) {
                var millis = (long) Math.ceil((least - permits) * 1_000 / perSecond);
                return millis > SHORTEST_WAIT.toMillis()
                        ? Duration.ofMillis(millis)
                        : SHORTEST_WAIT;
            }
            return failures >= FAILURES_THAT_OPEN && pause.compareTo(LONGEST_WAIT_UNASKED) > 0
                    ? LONGEST_WAIT_UNASKED
                    : pause;
        }
    }
}
