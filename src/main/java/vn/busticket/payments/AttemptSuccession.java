package vn.busticket.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.SqlTime;

/** Puts a new attempt in the place of one that nobody can pay by, in one step. */
@Repository
class AttemptSuccession {

    /** The job makes the link, should this node not come to it. */
    private static final Duration HEAD_START = Duration.ofSeconds(15);

    private final JdbcClient database;
    private final AttemptRepository attempts;
    private final ApplicationEventPublisher events;
    private final ClusterNotices notices;
    private final Clock clock;

    AttemptSuccession(
            JdbcClient database,
            AttemptRepository attempts,
            ApplicationEventPublisher events,
            ClusterNotices notices,
            Clock clock) {
        this.database = database;
        this.attempts = attempts;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Closes an attempt whose link has ended unpaid and stores another for the same payable, amount
     * and deadline, with an order code of its own.
     *
     * @return nothing if it has money, or somebody has closed it or wants it closed
     */
    @Transactional
    Optional<Attempt> succeed(AttemptId id) {
        var now = clock.instant();
        var old =
                attempts.lock(id)
                        .filter(attempt -> attempt.state().isOpen())
                        .filter(attempt -> attempt.closeRequestedAt().isEmpty());
        if (old.isEmpty() || !attempts.close(id, AttemptState.CANCELLED, "replaced", null, now)) {
            return Optional.empty();
        }
        var closed = old.get();
        var successor = insert(closed, now);
        events.publishEvent(
                new AttemptClosed(id, closed.payable(), AttemptState.CANCELLED, "replaced"));
        notices.publish("attempt", closed.token());
        return successor;
    }

    private Optional<Attempt> insert(Attempt closed, Instant now) {
        return database.sql(
                        """
                        insert into payment_attempt (token, gateway, payable_id, amount_vnd,
                               description, state, expires_at, asked_at, next_check_at, created_at)
                        select :token, gateway, payable_id, amount_vnd, description, 'REQUESTED',
                               expires_at, :now, :firstCheckAt, :now
                          from payment_attempt
                         where id = :id and closed_at is not null
                        returning
                        """
                                + Attempt.COLUMNS)
                .param("id", closed.id().value())
                .param("token", OpaqueToken.random())
                .param("now", SqlTime.of(now))
                .param("firstCheckAt", SqlTime.of(now.plus(HEAD_START)))
                .query(Attempt::of)
                .optional();
    }
}
