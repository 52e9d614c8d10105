package vn.busticket.testing;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.trips.TripId;

/**
 * Which rows a query looks at: it is put behind common table expressions that have the tables' own
 * names, so that it stays quick however many other rows there are.
 */
public final class Rows {

    /** All there are. */
    public static final Rows ALL = new Rows("", Map.of());

    private static final String MADE_SINCE =
            """
            with booking as not materialized (select * from booking where id > :booking),
                 seat_hold as not materialized (select * from seat_hold where id > :hold),
                 seat_occupancy as not materialized (select * from seat_occupancy where hold_id > :hold),
                 booking_passenger as not materialized
                     (select * from booking_passenger where booking_id > :booking),
                 booking_history as not materialized (select * from booking_history where booking_id > :booking),
                 booking_cancellation as not materialized
                     (select * from booking_cancellation where booking_id > :booking),
                 booking_change as not materialized (select * from booking_change where booking_id > :booking),
                 booking_change_passenger as not materialized
                     (select * from booking_change_passenger where passenger_id in (select id from booking_passenger)),
                 booking_fact as not materialized (select * from booking_fact where booking_id > :booking),
                 ticket as not materialized (select * from ticket where booking_id > :booking),
                 notification as not materialized (select * from notification where booking_id > :booking),
                 payment_attempt as not materialized (select * from payment_attempt where payable_id > :booking),
                 bank_transaction as not materialized (select * from bank_transaction where id > :transfer),
                 ledger_entry as not materialized
                     (select * from ledger_entry where bank_transaction_id > :transfer),
                 payment_exception as not materialized
                     (select * from payment_exception where bank_transaction_id > :transfer),
                 refund_case as not materialized
                     (select * from refund_case where bank_transaction_id > :transfer),
                 refund_event as not materialized (select * from refund_event where refund_case_id > :refund),
                 refund_payout as not materialized (select * from refund_payout where refund_case_id > :refund)
            """;

    private static final String OF_A_TRIP =
            """
            with booking as (select * from booking where trip_id = :trip),
                 seat_occupancy as (select * from seat_occupancy where trip_id = :trip),
                 seat_hold as
                     (select * from seat_hold
                      where id in (select hold_id from booking
                                   union
                                   select hold_id from booking_change
                                   where booking_id in (select id from booking))),
                 booking_passenger as
                     (select * from booking_passenger where booking_id in (select id from booking)),
                 booking_history as (select * from booking_history where booking_id in (select id from booking)),
                 booking_cancellation as
                     (select * from booking_cancellation where booking_id in (select id from booking)),
                 booking_change as (select * from booking_change where booking_id in (select id from booking)),
                 booking_change_passenger as
                     (select * from booking_change_passenger where change_id in (select id from booking_change)),
                 booking_fact as (select * from booking_fact where booking_id in (select id from booking)),
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

    /** What belongs to the holds, bookings, transfers and refunds made from now on. */
    public static Rows madeFromNowOn(JdbcClient database) {
        return new Rows(
                MADE_SINCE,
                Map.of(
                        "hold", last(database, "seat_hold"),
                        "booking", last(database, "booking"),
                        "transfer", last(database, "bank_transaction"),
                        "refund", last(database, "refund_case")));
    }

    /**
     * Tells the planner how many rows there are: in a long transaction nobody else does, and it
     * reads all of them to find some.
     */
    public static void count(JdbcClient database) {
        database.sql("analyze").update();
    }

    private static long last(JdbcClient database, String table) {
        return database.sql("select coalesce(max(id), 0) from " + table).query(Long.class).single();
    }

    /** A query that sees only these. */
    JdbcClient.StatementSpec in(JdbcClient database, String query) {
        return database.sql(expressions + query).params(parameters);
    }
}
