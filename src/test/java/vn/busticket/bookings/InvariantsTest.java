package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.shared.SqlTime;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.Rows;

/** A look that finds nothing proves something only if it finds what is broken. */
@Tag("P3.9")
class InvariantsTest extends GatewayBookingTest {

    private static final String BOOKINGS = "(select id from booking where trip_id = :trip)";
    private static final String TRANSFERS =
            "(select id from bank_transaction where payable_id in " + BOOKINGS + ")";
    private static final String REFUNDS =
            "(select id from refund_case where payable_id in " + BOOKINGS + ")";

    private static final Map<String, String> HOW_TO_BREAK = new LinkedHashMap<>();

    static {
        seats();
        money();
        messages();
        leases();
        figures();
        history();
        boarding();
        tickets();
    }

    @Autowired private TransactionTemplate transaction;
    @Autowired private BookingChanges changes;

    @Test
    void eachOneFindsTheRowThatBreaksIt() {
        assertThat(HOW_TO_BREAK.keySet()).isEqualTo(Invariants.names());
        var booking = place(anna, "A01");
        var orderCode = startPaying(booking, anna);
        pay(orderCode, 350_000);
        changeOnceAndWishOnceMore(booking);
        new Rest(database, clock, this::pass, this::run).come();
        assertThatCode(this::look).doesNotThrowAnyException();
        HOW_TO_BREAK.forEach((invariant, sql) ->
                transaction.executeWithoutResult(status -> {
                    breakIt(sql);
                    assertThatThrownBy(this::look).hasMessageContaining(invariant);
                    status.setRollbackOnly();
                }));
    }

    private void changeOnceAndWishOnceMore(PlacedBooking booking) {
        var dearer = trips.another(trip, clock.instant().plus(Duration.ofDays(2)), 10_000);
        for (var wish :
                List.of(
                        Wish.of(read(booking)).named("A01", "Lê Thị Hồng"),
                        Wish.of(read(booking)).on(dearer))) {
            var wished = wish.made();
            changes.save(booking.id(), wished, changes.quote(booking.id(), wished), anna, "here");
        }
    }

    private void look() {
        Invariants.checkAtRest(database, Rows.ofTrip(trip), clock.instant());
    }

    /** As a database would allow it that has no triggers and no foreign keys. */
    private void breakIt(String sql) {
        database.sql("set local session_replication_role = replica").update();
        database.sql("alter table seat_occupancy drop constraint no_seat_sold_twice").update();
        var changed =
                database.sql(sql)
                        .param("trip", trip.value())
                        .param("longAgo", SqlTime.of(clock.instant().minus(Duration.ofHours(1))))
                        .update();
        assertThat(changed).as(sql).isPositive();
    }

    private static void seats() {
        HOW_TO_BREAK.put(
                "I1 no seat has two owners on one stretch",
                """
                insert into seat_occupancy (trip_id, seat_label, stretch, hold_id, held_until)
                select trip_id, seat_label, stretch, hold_id, held_until from seat_occupancy where trip_id = :trip
                """);
        HOW_TO_BREAK.put(
                "I1 a paid booking has all its seats for good, another one has none",
                "delete from seat_occupancy where trip_id = :trip");
        HOW_TO_BREAK.put(
                "I1 a booking and its hold are about the same journey and seats",
                """
                update seat_hold set to_sequence = to_sequence - 1
                where id in (select hold_id from booking where trip_id = :trip)
                """);
        HOW_TO_BREAK.put(
                "I1 no two people of a booking have the same seat",
                """
                insert into booking_passenger (booking_id, seat_label, seat_class, full_name, price_vnd, state)
                select booking_id, seat_label, seat_class, full_name, price_vnd, state
                from booking_passenger where booking_id in
                """
                        + BOOKINGS);
        HOW_TO_BREAK.put(
                "I1 seats are kept for a change only while it waits for its money",
                """
                update seat_hold set released_at = null
                where id in (select hold_id from booking_change where booking_id in
                """
                        + BOOKINGS
                        + ")");
    }

    private static void money() {
        HOW_TO_BREAK.put(
                "I2 confirmed means that the money allocated is the amount due",
                "update booking set total_vnd = total_vnd + 1 where trip_id = :trip");
        HOW_TO_BREAK.put(
                "I2 what is due is the seats of those who travel, and the fees for those who do not",
                "update booking set fees_vnd = fees_vnd + 1 where trip_id = :trip");
        HOW_TO_BREAK.put(
                "I2 the fees of what was cancelled are among those of the booking",
                """
                insert into booking_cancellation (booking_id, at, actor, whole, passenger_ids, paid_vnd, fee_vnd, refund_vnd)
                select id, placed_at, 'PASSENGER', false, array[0], 1, 1, 0 from booking where trip_id = :trip
                """);
        HOW_TO_BREAK.put(
                "I2 no money but the fees stays allocated to a booking that will not travel",
                "update booking set state = 'CANCELLED', cancelled_at = placed_at where trip_id = :trip");
        HOW_TO_BREAK.put(
                "I3 every transfer is entered in full, once",
                "delete from ledger_entry where from_place = 'PAYER' and bank_transaction_id in "
                        + TRANSFERS);
        HOW_TO_BREAK.put(
                "I3 money that nobody uses waits for its decision, is kept for a booking, or is before staff",
                "delete from ledger_entry where from_place = 'UNALLOCATED' and bank_transaction_id in "
                        + TRANSFERS);
        HOW_TO_BREAK.put(
                "I3 money that is not in dong has been put before staff",
                "update bank_transaction set currency = 'USD', payable_id = null where id in "
                        + TRANSFERS);
        HOW_TO_BREAK.put(
                "I3 what is kept for a booking is there",
                "update booking set money_kept_since = placed_at where trip_id = :trip");
        HOW_TO_BREAK.put(
                "I3 money is kept for a paid booking only while a change of it waits for the rest",
                "update booking set money_kept_since = placed_at where trip_id = :trip");
        HOW_TO_BREAK.put(
                "I3 what goes back has its cases, and they stand where the ledger says",
                "update refund_case set amount_vnd = amount_vnd + 1 where id in " + REFUNDS);
        HOW_TO_BREAK.put(
                "I3 no place owes money of a transfer",
                """
                insert into ledger_entry (at, bank_transaction_id, from_place, to_place, amount_vnd, reason)
                select at, bank_transaction_id, from_place, to_place, amount_vnd, reason
                from ledger_entry where from_place = 'UNALLOCATED' and bank_transaction_id in
                """
                        + TRANSFERS);
        HOW_TO_BREAK.put(
                "I6 what the payers gave is what lies in all places together",
                "update bank_transaction set amount_vnd = amount_vnd + 1 where id in " + TRANSFERS);
        HOW_TO_BREAK.put(
                "I6 what an attempt has received is what its settled transfers brought",
                "update payment_attempt set received_vnd = received_vnd + 1 where payable_id in "
                        + BOOKINGS);
    }

    private static void messages() {
        HOW_TO_BREAK.put(
                "I4 what happened to a booking was told once, and nothing else was told",
                "delete from notification where kind = 'RECEIPT' and booking_id in " + BOOKINGS);
        HOW_TO_BREAK.put(
                "I4 what happened to a refund was told once",
                "delete from notification where kind = 'REFUND_OPENED' and booking_id in "
                        + BOOKINGS);
    }

    private static void leases() {
        HOW_TO_BREAK.put(
                "I5 an attempt to pay that is under way is asked about",
                "update payment_attempt set next_check_at = :longAgo where payable_id in "
                        + BOOKINGS);
        HOW_TO_BREAK.put(
                "I5 a transfer about which nobody has decided is taken up again",
                "update bank_transaction set settled_at = null where id in " + TRANSFERS);
        HOW_TO_BREAK.put(
                "I5 a booking that waits for its money has time left, or money about which nobody has decided",
                "update booking set state = 'AWAITING_PAYMENT' where trip_id = :trip");
        HOW_TO_BREAK.put(
                "I5 a change that waits for its money has time left, or money about which nobody has decided",
                """
                update booking_change set state = 'AWAITING_PAYMENT', ended_at = null
                where state = 'LAPSED' and booking_id in
                """
                        + BOOKINGS);
        HOW_TO_BREAK.put(
                "I5 a refund that was sent is asked about",
                """
                update refund_case
                set state = 'REQUESTED', bank_bin = '970436', account_number = 'v1:', account_source = 'STAFF'
                where id in
                """
                        + REFUNDS);
        HOW_TO_BREAK.put(
                "I5 a message whose sending was begun has ended or is sent again",
                "update notification set attempts = 1, next_attempt_at = :longAgo where booking_id in "
                        + BOOKINGS);
        HOW_TO_BREAK.put(
                "I5 a comparison with the gateway goes on",
                """
                insert into reconciliation_run (started_by, since, until, started_at, next_step_at)
                values ('NIGHT', :longAgo, :longAgo, :longAgo, :longAgo)
                """);
        HOW_TO_BREAK.put(
                "I5 an exception about a decision is open only while the decision is",
                """
                insert into payment_exception (kind, bank_transaction_id, detail, opened_at)
                select 'DECISION_FAILED', id, 'it fails', received_at from bank_transaction where id in
                """
                        + TRANSFERS);
    }

    private static void figures() {
        HOW_TO_BREAK.put(
                "I6 what one booking passes on to another neither comes nor goes",
                "update ledger_entry set reason = 'passed on' where to_place = 'ALLOCATED' and bank_transaction_id in "
                        + TRANSFERS);
        HOW_TO_BREAK.put(
                "I6 the facts say of each booking what the ledger says, besides what is passed on",
                "update booking_fact set received_vnd = received_vnd + 1 where received_vnd > 0 and booking_id in "
                        + BOOKINGS);
        HOW_TO_BREAK.put(
                "I6 the facts say of each booking what became of it",
                "update booking_fact set tickets = tickets + 1 where bookings = 1 and booking_id in "
                        + BOOKINGS);
        HOW_TO_BREAK.put(
                "I6 the facts know which seats a booking has, and on which day its trip leaves",
                "update booking_counted set seats = seats + 1 where booking_id in " + BOOKINGS);
        HOW_TO_BREAK.put(
                "I6 the sums are those of the facts",
                """
                insert into sales_tail (day, route_id, operator_id, bus_type_id, bookings)
                select date '2026-11-23', route_id, operator_id, bus_type_id, 1 from trip where id = :trip
                """);
        HOW_TO_BREAK.put(
                "I6 sums of more days and of all routes are what the single ones add up to",
                """
                insert into sales_sum (days, day, route_id, operator_id, bus_type_id, received_vnd, refunded_vnd, bookings,
                                       tickets, cancelled_bookings, cancelled_tickets, cancelled_vnd, expired_bookings,
                                       seats_sold, seats_offered, trips, trips_sold_out)
                select 100, date '2026-09-04', route_id, operator_id, bus_type_id, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0
                  from trip where id = :trip
                """);
    }

    private static void history() {
        HOW_TO_BREAK.put(
                "I7 the history tells every change of state without a gap",
                "delete from booking_history where event = 'PLACED' and booking_id in " + BOOKINGS);
        HOW_TO_BREAK.put(
                "I7 the history ends where the booking stands",
                "update booking set state = 'EXPIRED', expired_at = placed_at where trip_id = :trip");
        HOW_TO_BREAK.put(
                "I7 what changes the state of a booking is told by one line",
                """
                insert into booking_history (booking_id, at, actor, event, from_state, to_state)
                select id, placed_at, 'TIME', 'COMPLETED', state, state from booking where trip_id = :trip
                """);
        HOW_TO_BREAK.put(
                "I7 each cancellation is written down once with its price",
                """
                insert into booking_cancellation (booking_id, at, actor, whole, passenger_ids, paid_vnd, fee_vnd, refund_vnd)
                select id, placed_at, 'PASSENGER', false, array[0], 0, 0, 0 from booking where trip_id = :trip
                """);
        HOW_TO_BREAK.put(
                "I7 whoever does not travel was cancelled once",
                "update booking_passenger set state = 'CANCELLED' where booking_id in " + BOOKINGS);
        HOW_TO_BREAK.put(
                "I7 every change that was made, and every one that waited for money, is told by one line",
                "delete from booking_history where event = 'CHANGED' and booking_id in "
                        + BOOKINGS);
        HOW_TO_BREAK.put(
                "I7 a booking begins by being placed, or by one change that split it off, with all who went",
                "update booking_history set event = 'SPLIT_OFF' where event = 'PLACED' and booking_id in "
                        + BOOKINGS);
        HOW_TO_BREAK.put(
                "I7 the history of a refund tells every change of state without a gap",
                "update refund_event set from_state = 'APPROVED' where refund_case_id in "
                        + REFUNDS);
        HOW_TO_BREAK.put(
                "I7 the history of a refund ends where the refund stands",
                "update refund_event set to_state = 'APPROVED' where refund_case_id in " + REFUNDS);
    }

    private static void boarding() {
        HOW_TO_BREAK.put(
                "I7 the history of a passenger tells every change without a gap",
                """
                insert into booking_history (booking_id, at, actor, event, from_state, to_state, detail)
                select p.booking_id, b.placed_at, 'STAFF', 'BOARDING_UNDONE', b.state, b.state,
                       jsonb_build_object('passenger', p.id::text, 'before', 'BOARDED', 'after', 'BOOKED')
                from booking_passenger p join booking b on b.id = p.booking_id where b.trip_id = :trip
                """);
        HOW_TO_BREAK.put(
                "I7 the history of a passenger ends where the passenger stands",
                "update booking_passenger set state = 'NO_SHOW' where booking_id in " + BOOKINGS);
        HOW_TO_BREAK.put(
                "I8 nobody is on a coach without a booking that is paid",
                """
                with unpaid as (update booking set state = 'EXPIRED', expired_at = placed_at where trip_id = :trip)
                update booking_passenger set state = 'NO_SHOW' where booking_id in
                """
                        + BOOKINGS);
    }

    private static void tickets() {
        HOW_TO_BREAK.put(
                "I8 a valid ticket has a passenger who may travel on that seat, and the other way round",
                "update ticket set voided_at = issued_at where booking_id in " + BOOKINGS);
        HOW_TO_BREAK.put(
                "I8 a valid ticket is for a seat that is sold to its booking",
                "update booking_passenger set seat_label = 'A02' where booking_id in " + BOOKINGS);
        HOW_TO_BREAK.put(
                "I8 a ticket from before a change of its passenger is worthless",
                """
                update booking_change set ended_at = ended_at + interval '1 hour'
                where state = 'APPLIED' and booking_id in
                """
                        + BOOKINGS);
        HOW_TO_BREAK.put(
                "I8 the code of a valid ticket states the trip, the stretch and the seat that its passenger bought",
                "update booking set to_sequence = to_sequence - 1 where trip_id = :trip");
    }
}
