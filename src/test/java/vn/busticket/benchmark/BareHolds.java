package vn.busticket.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import vn.busticket.trips.TripId;

/**
 * The floor for taking seats: the fewest statements that keep the same promise, over plain JDBC.
 */
final class BareHolds {

    private static final String LOCK = "select pg_advisory_xact_lock(1, ?)";
    private static final String CLEAR =
            """
            delete from seat_occupancy
            where trip_id = ? and seat_label = any(?) and stretch && int4range(0, 2) and held_until <= now()
            """;
    private static final String HOLD =
            """
            with hold as (
                insert into seat_hold (token, trip_id, from_sequence, to_sequence, visitor_id, address_key,
                                       seat_labels, seat_classes, prices_vnd, held_until, created_at)
                values (?, ?, 0, 2, ?, 'bare', ?, ?, ?, now() + interval '10 minutes', now())
                returning id
            )
            insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
            select ?, label, int4range(0, 2), hold.id, now() + interval '10 minutes'
            from hold, unnest(?) as label
            on conflict do nothing
            """;

    private final DataSource dataSource;

    BareHolds(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** True if all seats were taken; none otherwise. */
    boolean take(TripId trip, Collection<String> labels) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            var taken = take(connection, trip, labels.toArray(String[]::new));
            if (taken) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            return taken;
        } catch (SQLException failed) {
            throw new IllegalStateException("A bare hold failed", failed);
        }
    }

    private static boolean take(Connection connection, TripId trip, String[] labels)
            throws SQLException {
        try (var lock = connection.prepareStatement(LOCK);
                var clear = connection.prepareStatement(CLEAR);
                var hold = connection.prepareStatement(HOLD)) {
            lock.setInt(1, Math.toIntExact(trip.value()));
            lock.execute();
            var seats = connection.createArrayOf("text", labels);
            clear.setLong(1, trip.value());
            clear.setArray(2, seats);
            clear.executeUpdate();
            hold.setString(1, UUID.randomUUID().toString());
            hold.setLong(2, trip.value());
            hold.setObject(3, UUID.randomUUID());
            hold.setArray(4, seats);
            hold.setArray(5, seats);
            hold.setArray(6, connection.createArrayOf("bigint", prices(labels.length)));
            hold.setLong(7, trip.value());
            hold.setArray(8, seats);
            return hold.executeUpdate() == labels.length;
        }
    }

    private static Long[] prices(int count) {
        var prices = new Long[count];
        Arrays.fill(prices, 300_000L);
        return prices;
    }
}
