package vn.busticket.bookings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PayerPrivacy;
import vn.busticket.shared.SqlTime;

/** Anonymises bookings whose trip is long past, in batches. */
@Component
class OldBookings {

    private static final int BATCH = 200;

    private final JdbcClient database;
    private final PayerPrivacy payers;
    private final Anonymisation anonymisation;
    private final Clock clock;

    OldBookings(
            JdbcClient database, PayerPrivacy payers, Anonymisation anonymisation, Clock clock) {
        this.database = database;
        this.payers = payers;
        this.anonymisation = anonymisation;
        this.clock = clock;
    }

    /**
     * Anonymises a batch; those with money on its way wait for another night.
     *
     * @param before when the coach had arrived at the latest
     * @param after the last booking of the batch before, 0 for none
     * @return the last booking of the batch, empty if there was none
     */
    @Transactional
    OptionalLong anonymiseSome(Instant before, long after) {
        var batch = batch(before, after);
        var underWay =
                payers.underWay(batch.stream().map(id -> new PayableId(id.value())).toList());
        anonymisation.of(
                batch.stream().filter(id -> !underWay.contains(new PayableId(id.value()))).toList(),
                clock.instant());
        return batch.stream().mapToLong(BookingId::value).max();
    }

    private List<BookingId> batch(Instant before, long after) {
        return database.sql(
                        """
                        select id
                          from booking
                         where id > :after
                           and arrives_at < :before
                           and anonymised_at is null
                           and state in ('COMPLETED', 'EXPIRED', 'CANCELLED')
                         order by id
                         limit :batch
                           for update skip locked
                        """)
                .param("after", after)
                .param("before", SqlTime.of(before))
                .param("batch", BATCH)
                .query((row, number) -> new BookingId(row.getLong("id")))
                .list();
    }
}
