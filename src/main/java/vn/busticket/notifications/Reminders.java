package vn.busticket.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.SqlTime;

/**
 * Finds who has to be reminded of a coach and queues it, a batch in each transaction. A passenger
 * is reminded once by each way; again only if the coach now leaves so much later that the first
 * reminder came more than half a window before this one is due.
 */
@Component
class Reminders {

    private static final int BATCH = 5_000;

    static final String QUEUE_NEXT =
            """
            with due as (
                select b.booking_id, b.departs_at
                  from booking_recipient b
                 where b.state = 'CONFIRMED'
                   and b.departs_at > :now and b.departs_at <= :until
                   and (b.departs_at, b.booking_id) > (:departsAt, :booking)
                   and b.confirmed_at <= :boughtBefore and b.trip_runs
                   and not exists (
                       select from notification n
                        where n.kind = 'REMINDER' and n.booking_id = b.booking_id
                          and (n.state = 'QUEUED'
                               or n.created_at >= b.departs_at - cast(:remindedFor as interval)))
                 order by b.departs_at, b.booking_id
                 limit :batch
                   for no key update skip locked
            ), queued as (
                insert into notification
                       (kind, channel, booking_id, dedupe_key, state, created_at, next_attempt_at)
                select 'REMINDER', channel, booking_id,
                       'reminder:' || booking_id || ':' || extract(epoch from departs_at)::bigint
                           || case channel when 'SMS' then ':sms' else '' end,
                       'QUEUED', :now, :now
                  from due cross join unnest(cast(:channels as text[])) as channel
                on conflict (dedupe_key) do nothing
            )
            select booking_id, departs_at from due order by departs_at desc, booking_id desc limit 1
            """;

    private final JdbcClient database;
    private final Channels channels;
    private final ReminderProperties properties;
    private final Clock clock;

    Reminders(JdbcClient database, Channels channels, ReminderProperties properties, Clock clock) {
        this.database = database;
        this.channels = channels;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The place in the row of departures up to which a sweep has come.
     *
     * @param booking the last one that leaves then
     */
    record Place(Instant departsAt, long booking) {

        /** Before everything. */
        static final Place START = new Place(Instant.EPOCH, 0);
    }

    /**
     * Queues the reminders of the next bookings that are due; what another node is at, or somebody
     * is changing at this moment, is left to the next sweep.
     *
     * @return where to go on; empty at the end
     */
    @Transactional
    Optional<Place> queueAfter(Place place) {
        return parameters(database.sql(QUEUE_NEXT), place)
                .query((row, number) ->
                        new Place(SqlTime.instant(row, "departs_at"), row.getLong("booking_id")))
                .optional();
    }

    JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Place place) {
        var now = clock.instant();
        var window = properties.window();
        return statement
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(now.plus(window)))
                .param("departsAt", SqlTime.of(place.departsAt()))
                .param("booking", place.booking())
                .param("boughtBefore", SqlTime.of(now.minus(properties.grace())))
                .param("remindedFor", window.plus(window.dividedBy(2)).toString())
                .param("batch", BATCH)
                .param(
                        "channels",
                        channels.of(NotificationKind.REMINDER).stream()
                                .map(Channel::name)
                                .toArray(String[]::new));
    }
}
