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
                where case when t.currency = 'VND' then t.amount_vnd else 0 end
                   <> (select coalesce(sum(amount_vnd), 0) from ledger_entry e
                       where e.bank_transaction_id = t.id and e.from_place = 'PAYER')
                """);
        BREACHES.put(
                "I3 money that nobody uses waits for its decision, is kept for a booking, or is before staff",
                """
                select t.id || ' payable ' || coalesce(t.payable_id::text, '-')
                from bank_transaction t
                join ledger_entry e on e.bank_transaction_id = t.id and 'UNALLOCATED' in (e.from_place, e.to_place)
                left join booking b on b.id = t.payable_id
                where t.settled_at is not null and b.money_kept_since is null
                  and not exists (select from payment_exception x
                                  where x.bank_transaction_id = t.id and x.kind = 'UNKNOWN_ORDER'
                                    and x.resolved_at is null)
                group by t.id, t.payable_id
                having sum(case when e.to_place = 'UNALLOCATED' then e.amount_vnd else -e.amount_vnd end) > 0
                """);
        BREACHES.put(
                "I3 money that is not in dong has been put before staff",
                """
                select t.id || ' ' || t.currency
                from bank_transaction t
                where t.currency <> 'VND'
                  and not exists (select from payment_exception x
                                  where x.bank_transaction_id = t.id and x.kind = 'WRONG_CURRENCY')
                """);
        BREACHES.put(
                "I3 what is kept for a booking is there",
                """
                select b.id || ' since ' || b.money_kept_since
                from booking b
                where b.money_kept_since is not null
                  and 0 >= (select coalesce(sum(case when e.to_place = 'UNALLOCATED' then e.amount_vnd
                                                     else -e.amount_vnd end), 0)
                            from bank_transaction t
                            join ledger_entry e on e.bank_transaction_id = t.id
                                               and 'UNALLOCATED' in (e.from_place, e.to_place)
                            where t.payable_id = b.id and t.settled_at is not null)
                """);
        BREACHES.put(
                "I3 what goes back has its cases, and they stand where the ledger says",
                """
                select t.id || ': due ' || coalesce(p.due, 0) || '/' || coalesce(c.due, 0)
                       || ', in refund ' || coalesce(p.underway, 0) || '/' || coalesce(c.underway, 0)
                       || ', refunded ' || coalesce(p.done, 0) || '/' || coalesce(c.done, 0)
                from bank_transaction t
                left join (select bank_transaction_id,
                                  sum(case when to_place = 'DUE_FOR_REFUND' then amount_vnd
                                           when from_place = 'DUE_FOR_REFUND' then -amount_vnd else 0 end) as due,
                                  sum(case when to_place = 'IN_REFUND' then amount_vnd
                                           when from_place = 'IN_REFUND' then -amount_vnd else 0 end) as underway,
                                  sum(case when to_place = 'REFUNDED' then amount_vnd
                                           when from_place = 'REFUNDED' then -amount_vnd else 0 end) as done
                           from ledger_entry group by bank_transaction_id) p on p.bank_transaction_id = t.id
                left join (select bank_transaction_id,
                                  sum(amount_vnd) filter
                                      (where state in ('NEEDS_ACCOUNT', 'NEEDS_APPROVAL', 'APPROVED', 'FAILED')) as due,
                                  sum(amount_vnd) filter
                                      (where state in ('REQUESTED', 'PROCESSING', 'UNKNOWN')) as underway,
                                  sum(amount_vnd) filter (where state = 'REFUNDED') as done
                           from refund_case group by bank_transaction_id) c on c.bank_transaction_id = t.id
                where coalesce(p.due, 0) <> coalesce(c.due, 0)
                   or coalesce(p.underway, 0) <> coalesce(c.underway, 0)
                   or coalesce(p.done, 0) <> coalesce(c.done, 0)
                """);
        BREACHES.put(
                "I6 what the payers gave is what lies in all places together",
                """
                select 'received ' || received || ', in places ' || placed
                from (select (select coalesce(sum(amount_vnd), 0) from bank_transaction where currency = 'VND')
                                 as received,
                             (select coalesce(sum(case when to_place <> 'PAYER' then amount_vnd else 0 end)
                                              - sum(case when from_place <> 'PAYER' then amount_vnd else 0 end), 0)
                              from ledger_entry) as placed) sums
                where received <> placed
                """);
        BREACHES.put(
                "I8 a valid ticket has a passenger who may travel on that seat, and the other way round",
                """
                select coalesce(t.id, 0) || ' of passenger ' || p.id
                from booking_passenger p
                join booking b on b.id = p.booking_id
                left join ticket t on t.passenger_id = p.id and t.voided_at is null
                where (t.id is not null)
                   <> (b.state in ('CONFIRMED', 'COMPLETED') and p.state <> 'CANCELLED')
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
