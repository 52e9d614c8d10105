package vn.busticket.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The floor for a payment: the statements that keep the same promise in the same two transactions,
 * over plain JDBC, without a web server, a signature or anything else.
 */
final class BareConfirmations {

    private static final String RECORD =
            """
            with received as (
                insert into bank_transaction (gateway, reference, order_code, amount_vnd, currency, paid_at,
                                              source, received_at, next_settle_at)
                values ('payos', ?, ?, 300000, 'VND', now(), 'WEBHOOK', now(), now())
                on conflict (gateway, reference) do nothing
                returning id),
            entered as (
                insert into ledger_entry (at, bank_transaction_id, from_place, to_place, amount_vnd, reason)
                select now(), id, 'PAYER', 'UNALLOCATED', 300000, 'received' from received)
            select id from received
            """;

    private static final String LOCK_ATTEMPT =
            "select id, payable_id from payment_attempt where gateway = 'payos' and order_code = ? for update";

    private static final String SETTLE =
            """
            update bank_transaction set settled_at = now(), next_settle_at = null, attempt_id = ?
             where id = ? and settled_at is null
            """;

    private static final String COUNT =
            """
            update payment_attempt
               set received_vnd = 300000, state = 'PAID', next_check_at = now(), closed_at = now()
             where id = ?
            """;

    private static final String LOCK_BOOKING =
            "select hold_id, trip_id, total_vnd from booking where id = ? for update";

    private static final String ALLOCATE =
            """
            insert into ledger_entry (at, bank_transaction_id, payable_id, from_place, to_place, amount_vnd, reason)
            values (now(), ?, ?, 'UNALLOCATED', 'ALLOCATED', 300000, 'allocated')
            """;

    private static final String LOCK_TRIP = "select pg_advisory_xact_lock_shared(1, ?::int)";

    private static final String SELL_SEATS =
            "update seat_occupancy set held_until = 'infinity' where hold_id = ?";

    private static final String SELL_HOLD = "update seat_hold set sold_at = now() where id = ?";

    private static final String CONFIRM =
            "update booking set state = 'CONFIRMED', confirmed_at = now(), version = version + 1 where id = ?";

    private static final String HISTORY =
            """
            insert into booking_history (booking_id, at, actor, event, from_state, to_state, detail)
            values (?, now(), 'BANK', 'CONFIRMED', 'AWAITING_PAYMENT', 'CONFIRMED', '{"amountVnd": "300000"}')
            """;

    private static final String NOTIFY =
            """
            insert into notification (kind, channel, booking_id, dedupe_key, state, created_at, next_attempt_at)
            select kind, 'EMAIL', ?, lower(kind) || ':' || ?, 'QUEUED', now(), now()
              from unnest(array['CONFIRMATION', 'RECEIPT']) as kind
            on conflict (dedupe_key) do nothing
            """;

    private static final String TICKET =
            """
            insert into ticket (id, booking_id, passenger_id, trip_id, qr_text, issued_at)
            select number.id, b.id, p.id, b.trip_id,
                   'BT1.' || rtrim(translate(encode(int4send(0) || int8send(number.id) || convert_to(b.code, 'UTF8')
                                                    || int8send(b.trip_id) || '\\x0002'::bytea || int8send(0)
                                                    || convert_to(p.seat_label, 'UTF8'), 'base64'), '+/', '-_'), '=')
                   || '.' || repeat('x', 86),
                   now()
              from (select nextval('ticket_number') as id) number
              join booking_passenger p on p.booking_id = ?
              join booking b on b.id = p.booking_id
            """;

    private static final String ENTER_FACTS = "select count_bookings(array[?])";

    private final DataSource dataSource;

    BareConfirmations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Confirms that many orders by sixteen at once; confirmations per second. */
    double confirm(List<Long> orderCodes) {
        var begin = System.nanoTime();
        confirm(orderCodes, 0);
        return orderCodes.size() * 1e9 / (System.nanoTime() - begin);
    }

    /**
     * At a fixed rate; milliseconds from when each was due. A rate of zero is as fast as can be.
     */
    double[] confirm(List<Long> orderCodes, double perSecond) {
        var next = new AtomicInteger();
        var millis = new double[orderCodes.size()];
        var begin = System.nanoTime();
        WebhookClients.atOnce(() -> client(orderCodes, next, millis, begin, perSecond));
        return millis;
    }

    private boolean client(
            List<Long> orderCodes,
            AtomicInteger next,
            double[] millis,
            long begin,
            double perSecond)
            throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (var number = next.getAndIncrement();
                    number < orderCodes.size();
                    number = next.getAndIncrement()) {
                var due = WebhookClients.awaitTurn(number, begin, perSecond);
                var transaction = record(connection, orderCodes.get(number));
                connection.commit();
                settle(connection, orderCodes.get(number), transaction);
                connection.commit();
                millis[number] = (System.nanoTime() - due) / 1e6;
            }
            connection.setAutoCommit(true);
            return true;
        }
    }

    private static long record(Connection connection, long orderCode) throws SQLException {
        try (var statement = connection.prepareStatement(RECORD)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setLong(2, orderCode);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void settle(Connection connection, long orderCode, long transaction)
            throws SQLException {
        long attempt;
        long booking;
        try (var statement = connection.prepareStatement(LOCK_ATTEMPT)) {
            statement.setLong(1, orderCode);
            try (var row = statement.executeQuery()) {
                row.next();
                attempt = row.getLong(1);
                booking = row.getLong(2);
            }
        }
        update(connection, SETTLE, attempt, transaction);
        update(connection, COUNT, attempt);
        sell(connection, booking);
        update(connection, ALLOCATE, transaction, booking);
        update(connection, CONFIRM, booking);
        update(connection, HISTORY, booking);
        update(connection, NOTIFY, booking, booking);
        update(connection, TICKET, booking);
        execute(connection, ENTER_FACTS, booking);
    }

    private static void sell(Connection connection, long booking) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK_BOOKING)) {
            statement.setLong(1, booking);
            try (var row = statement.executeQuery()) {
                row.next();
                execute(connection, LOCK_TRIP, row.getInt(2));
                update(connection, SELL_SEATS, row.getLong(1));
                update(connection, SELL_HOLD, row.getLong(1));
            }
        }
    }

    private static void execute(Connection connection, String sql, long value) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, value);
            statement.execute();
        }
    }

    private static void update(Connection connection, String sql, long... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < values.length; index++) {
                statement.setLong(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }
}
