package vn.busticket.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.trips.TripId;

/**
 * Which rows a query looks at: it is put behind common table expressions that have the tables' own
 * names, so that it stays quick however many other rows there are.
 */
public final class Rows {

    /** All there are. */
    public static final Rows ALL = new Rows("", Map.of());

    private static final List<String> TABLES =
            List.of(
                    "seat_hold",
                    "seat_occupancy",
                    "booking",
                    "booking_passenger",
                    "booking_history",
                    "ticket",
                    "notification",
                    "payment_attempt",
                    "bank_transaction",
                    "ledger_entry",
                    "payment_exception",
                    "refund_case",
                    "refund_event",
                    "refund_payout",
                    "reconciliation_run");

    private static final String OF_A_TRIP =
            """
            with booking as (select * from booking where trip_id = :trip),
                 seat_occupancy as (select * from seat_occupancy where trip_id = :trip),
                 seat_hold as (select * from seat_hold where id in (select hold_id from booking)),
                 booking_passenger as
                     (select * from booking_passenger where booking_id in (select id from booking)),
                 booking_history as (select * from booking_history where booking_id in (select id from booking)),
                 ticket as (select * from ticket where booking_id in (select id from booking)),
                 notification as (select * from notification where booking_id in (select id from booking)),
                 payment_attempt as (select * from payment_attempt where payable_id in (select id from booking)),
                 bank_transaction as
                     (select * from bank_transaction where order_code in (select order_code from payment_attempt)
                      union
                      select * from bank_transaction where payable_id in (select id from booking)),
                 ledger_entry as
                     (select * from ledger_entry where bank_transaction_id in (select id from bank_transaction)),
                 payment_exception as
                     (select * from payment_exception
                      where bank_transaction_id in (select id from bank_transaction)),
                 refund_case as
                     (select * from refund_case where bank_transaction_id in (select id from bank_transaction)),
                 refund_event as (select * from refund_event where refund_case_id in (select id from refund_case)),
                 refund_payout as
                     (select * from refund_payout where refund_case_id in (select id from refund_case))
            """;

    private final String expressions;
    private final Map<String, Object> parameters;

    private Rows(String expressions, Map<String, Object> parameters) {
        this.expressions = expressions;
        this.parameters = parameters;
    }

    /** What belongs to the bookings of a trip. */
    public static Rows ofTrip(TripId trip) {
        return new Rows(OF_A_TRIP, Map.of("trip", trip.value()));
    }

    /** What is made from now on. */
    public static Rows madeFromNowOn(JdbcClient database) {
        var last = new LinkedHashMap<String, Object>();
        for (var table : TABLES) {
            last.put(
                    table,
                    database.sql("select coalesce(max(id), 0) from " + table)
                            .query(Long.class)
                            .single());
        }
        var expressions =
                TABLES.stream()
                        .map("%1$s as (select * from %1$s where id > :%1$s)"::formatted)
                        .collect(Collectors.joining(",\n", "with ", "\n"));
        return new Rows(expressions, last);
    }

    /** A query that sees only these. */
    JdbcClient.StatementSpec in(JdbcClient database, String query) {
        return database.sql(expressions + query).params(parameters);
    }
}
