package vn.busticket.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.SqlTime;

/**
 * Whether a provider is there, known to all nodes: after five failures of its own in a row nothing
 * is taken from its queue but one message at a time that tries whether it is back, so that those
 * that wait lose no attempts.
 */
@Repository
class ChannelBreaker {

    /** So many failures of the provider in a row open the breaker. */
    static final int FAILURES_THAT_OPEN = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final double MOST_LONGER = 0.1;
    private static final int SECONDS_OF_BURST = 2;

    private final JdbcClient database;

    ChannelBreaker(JdbcClient database) {
        this.database = database;
    }

    /** How many messages may go at once after a quiet time. */
    static double burst(int perSecond) {
        return (double) perSecond * SECONDS_OF_BURST;
    }

    /** Notes that the provider is there. */
    void answered(Channel channel) {
        database.sql(
                        """
                        update message_channel
                           set failures = 0, opened_at = null, paused_until = null
                         where channel = :channel and failures > 0
                        """)
                .param("channel", channel.name())
                .update();
    }

    /** Notes that a trial ended without asking the provider: another may be made at once. */
    void notAsked(Channel channel, Instant now) {
        database.sql(
                        """
                        update message_channel
                           set paused_until = :now
                         where channel = :channel and failures >= :tooMany
                        """)
                .param("channel", channel.name())
                .param("tooMany", FAILURES_THAT_OPEN)
                .param("now", SqlTime.of(now))
                .update();
    }

    /**
     * Notes a failure of the provider; while the breaker is open only that of a trial counts, and
     * the pause until the next is twice as long, and a little more, so that nodes spread.
     *
     * @return true if it opened the breaker
     */
    boolean failed(Taken message, Instant now) {
        return database.sql(
                                """
                                update message_channel
                                   set failures = failures + 1,
                                       opened_at = case when failures + 1 >= :tooMany then coalesce(opened_at, :now)
                                                        else opened_at end,
                                       paused_until = case when failures + 1 >= :tooMany
                                           then :now + :longer * interval '1 second'
                                               * least(:longest, :first * power(2, least(9, failures + 1 - :tooMany)))
                                           else paused_until end
                                 where channel = :channel and (failures < :tooMany or :trial)
                                returning failures
                                """)
                        .param("channel", message.channel().name())
                        .param("tooMany", FAILURES_THAT_OPEN)
                        .param("trial", message.isTrial())
                        .param("now", SqlTime.of(now))
                        .param("first", (double) FIRST_PAUSE.toSeconds())
                        .param("longest", (double) LONGEST_PAUSE.toSeconds())
                        .param("longer", 1 + ThreadLocalRandom.current().nextDouble(MOST_LONGER))
                        .query(Integer.class)
                        .optional()
                        .orElse(0)
                == FAILURES_THAT_OPEN;
    }

    /**
     * How long it takes until the budget has room for one more message; zero if it has room, or if
     * the breaker is what keeps it shut.
     */
    Duration untilNextPermit(Channel channel, int perSecond, Instant now) {
        var missing =
                database.sql(
                                """
                                select case when paused_until > :now then 0
                                            else 1 - permits - :perSecond
                                                * greatest(0, extract(epoch from :now - refilled_at)) end
                                  from message_channel
                                 where channel = :channel
                                """)
                        .param("channel", channel.name())
                        .param("perSecond", (double) perSecond)
                        .param("now", SqlTime.of(now))
                        .query(Double.class)
                        .single();
        return missing <= 0
                ? Duration.ZERO
                : Duration.ofMillis((long) Math.ceil(missing * 1_000 / perSecond));
    }
}
