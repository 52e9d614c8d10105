package vn.busticket.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.busticket.scheduling.SharedReading;
import vn.busticket.shared.SqlTime;

/**
 * Shows on every node what waits on each channel: how many messages are queued, for how long the
 * oldest due one waits, and whether its breaker is open. Read at most every ten seconds.
 */
@Component
class DeliveryGauges {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient database;
    private final Clock clock;
    private final SharedReading<Map<Channel, Figures>> figures;

    private record Figures(double queued, double ageSeconds, double open) {

        static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN);
    }

    DeliveryGauges(JdbcClient database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.figures = new SharedReading<>("messages", FRESH, this::all, Map.of());
        for (var channel : Channel.values()) {
            var tag = channel.name();
            Gauge.builder("busticket.messages.queued", () -> figures(channel).queued())
                    .description("Messages that wait for their next attempt")
                    .tag("channel", tag)
                    .register(meters);
            Gauge.builder("busticket.messages.queue.age", () -> figures(channel).ageSeconds())
                    .description("How long the oldest due message waits")
                    .baseUnit("seconds")
                    .tag("channel", tag)
                    .register(meters);
            Gauge.builder("busticket.messages.breaker.open", () -> figures(channel).open())
                    .description("1 while the provider of the channel fails and messages wait")
                    .tag("channel", tag)
                    .register(meters);
        }
    }

    private Figures figures(Channel channel) {
        return figures.get().getOrDefault(channel, Figures.UNKNOWN);
    }

    private Map<Channel, Figures> all() {
        return database
                .sql(
                        """
                        select c.channel, c.opened_at is not null as is_open, count(n.id) as queued,
                               coalesce(extract(epoch from :now - min(n.next_attempt_at)
                                   filter (where n.next_attempt_at <= :now)), 0) as age
                          from message_channel c
                          left join notification n on n.channel = c.channel and n.next_attempt_at is not null
                         group by c.channel
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .query((row, number) ->
                        Map.entry(
                                Channel.valueOf(row.getString("channel")),
                                new Figures(
                                        row.getLong("queued"),
                                        row.getDouble("age"),
                                        row.getBoolean("is_open") ? 1 : 0)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
