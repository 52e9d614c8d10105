package vn.busticket.testing;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must be true whatever happened, once all queues are drained: each as SQL that finds the rows
 * that break it.
 */
public final class Invariants {

    private static final Map<String, String> BREACHES = new LinkedHashMap<>();

    static {
        BREACHES.put(
                "I1 no seat has two owners on one stretch",
                """
                select a.id || ' and ' || b.id
                from seat_occupancy a
                join seat_occupancy b on b.trip_id = a.trip_id and b.seat_label = a.seat_label
                                     and b.stretch && a.stretch and b.id > a.id
                """);
        BREACHES.put(
                "I1 a paid booking has all its seats for good, another one has none",
                """
                select b.id || ' ' || b.state
                from booking b
                join seat_hold h on h.id = b.hold_id
                where case when b.state in ('CONFIRMED', 'COMPLETED') then cardinality(h.seat_labels) else 0 end
                   <> (select count(*) from seat_occupancy o where o.hold_id = h.id and o.held_until = 'infinity')
                """);
        BREACHES.put(
                "I2 confirmed means that the money allocated is the amount due",
                """
                select b.id || ': ' || b.total_vnd || ' due'
                from booking b
                where b.state in ('CONFIRMED', 'COMPLETED')
                  and b.total_vnd <> (select coalesce(sum(case when to_place = 'ALLOCATED' then amount_vnd
                                                               else -amount_vnd end), 0)
                                      from ledger_entry e
                                      where e.payable_id = b.id
                                        and (e.to_place = 'ALLOCATED' or e.from_place = 'ALLOCATED'))
                """);
        BREACHES.put(
                "I2 no money stays allocated to a booking that will not travel",
                """
                select b.id || ' ' || b.state
                from booking b
                where b.state in ('EXPIRED', 'CANCELLED')
                  and 0 <> (select coalesce(sum(case when to_place = 'ALLOCATED' then amount_vnd
                                                     else -amount_vnd end), 0)
                            from ledger_entry e
                            where e.payable_id = b.id
                              and (e.to_place = 'ALLOCATED' or e.from_place = 'ALLOCATED'))
                """);
        BREACHES.put(
                "I3 every transfer is entered in full, once",
                """
                select t.id || ': ' || t.amount_vnd
                from bank_transaction t
                where t.amount_vnd <> (select coalesce(sum(amount_vnd), 0) from ledger_entry e
                                       where e.bank_transaction_id = t.id and e.from_place = 'PAYER')
                """);
        BREACHES.put(
                "I3 no place owes money of a transfer",
                """
                select e.bank_transaction_id || ' ' || p.place
                from ledger_entry e
                cross join (values ('UNALLOCATED'), ('ALLOCATED'), ('DUE_FOR_REFUND'), ('IN_REFUND')) as p(place)
                group by e.bank_transaction_id, p.place
                having sum(case when e.to_place = p.place then amount_vnd
                                when e.from_place = p.place then -amount_vnd else 0 end) < 0
                """);
        BREACHES.put(
                "I7 the history tells every change of state without a gap",
                """
                select h.booking_id || ' line ' || h.id
                from (select id, booking_id, from_state,
                             lag(to_state) over (partition by booking_id order by id) as before
                      from booking_history) h
                where h.from_state is distinct from h.before
                """);
        BREACHES.put(
                "I7 the history ends where the booking stands",
                """
                select b.id || ' ' || b.state
                from booking b
                where b.state is distinct from (select to_state from booking_history h
                                                where h.booking_id = b.id order by id desc limit 1)
                """);
    }

    private Invariants() {}

    /**
     * Looks for rows that break an invariant.
     *
     * @throws AssertionError naming each invariant that is broken and some rows
     */
    public static void check(JdbcClient database) {
        var broken =
                BREACHES.entrySet().stream()
                        .map(invariant ->
                                Map.entry(
                                        invariant.getKey(),
                                        database.sql(invariant.getValue() + " limit 5")
                                                .query((row, number) -> row.getString(1))
                                                .list()))
                        .filter(found -> !found.getValue().isEmpty())
                        .map(found -> found.getKey() + ": " + found.getValue())
                        .collect(joining("\n"));
        if (!broken.isEmpty()) {
            throw new AssertionError("Broken invariants:\n" + broken);
        }
    }
}
