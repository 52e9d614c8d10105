package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.bookings.BookingSweeps.Position;
import vn.busticket.payments.Ledger;
import vn.busticket.payments.OpenPayments;
import vn.busticket.scheduling.Clocks;
import vn.busticket.seats.SeatService;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.WaitingBookings;

/** A node whose machine shows the wrong time by minutes; the database's time counts. */
@Tag("P4.2")
@Tag("P10.4")
class ClockSkewTest extends ApplicationTest {

    private static final int BOOKINGS = 40;

    @Autowired private BookingSweeps sweeps;
    @Autowired private OpenPayments payments;
    @Autowired private Ledger ledger;
    @Autowired private SeatService seats;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(longs = {-20, 20})
    void whatIsDueExpiresAndNothingEarlier(long minutesAhead) {
        var now = databasesTime();
        var stillWaiting = placedAt(now.minus(Duration.ofMinutes(14)));
        var due = placedAt(now.minus(Duration.ofMinutes(16)));

        sweep(Clocks.ofNodeAhead(database, Duration.ofMinutes(minutesAhead)));

        assertThat(states(stillWaiting)).hasSize(BOOKINGS).containsOnly("AWAITING_PAYMENT");
        assertThat(states(due)).hasSize(BOOKINGS).containsOnly("EXPIRED");
    }

    private void sweep(Clock clock) {
        var expiry = new BookingExpiry(sweeps, payments, ledger, seats, events, clock);
        var next = Optional.of(Position.START);
        while (next.isPresent()) {
            var position = next.get();
            next = transaction.execute(status -> expiry.expireBatch(position));
        }
    }

    private Instant databasesTime() {
        return database.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The last of so many bookings that were made then. */
    private long placedAt(Instant then) {
        new WaitingBookings(database).unpaid(BOOKINGS, then);
        return database.sql("select max(id) from booking").query(Long.class).single();
    }

    private List<String> states(long last) {
        return database.sql("select state from booking where id > :last - :count and id <= :last")
                .param("last", last)
                .param("count", BOOKINGS)
                .query((row, number) -> row.getString("state"))
                .list();
    }
}
