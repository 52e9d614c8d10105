-- What must be true whatever happened, each as a query for the rows that break it. I1 to I4 and I6 to I8 hold between
-- any two transactions; I5 holds once all queues are drained.

-- I1 no seat has two owners on one stretch
select a.id || ' and ' || b.id
from seat_occupancy a
join seat_occupancy b on b.trip_id = a.trip_id and b.seat_label = a.seat_label
                     and b.stretch && a.stretch and b.id > a.id

-- I1 a paid booking has all its seats for good, another one has none
select b.id || ' ' || b.state
from booking b
join seat_hold h on h.id = b.hold_id
where case when b.state in ('CONFIRMED', 'COMPLETED') then cardinality(h.seat_labels) else 0 end
   <> (select count(*) from seat_occupancy o where o.hold_id = h.id and o.held_until = 'infinity')

-- I1 a booking and its hold are about the same journey and seats
select b.id || ' hold ' || h.id
from booking b
join seat_hold h on h.id = b.hold_id
where b.state in ('CONFIRMED', 'COMPLETED')
  and ((h.trip_id, h.from_sequence, h.to_sequence) is distinct from (b.trip_id, b.from_sequence, b.to_sequence)
       or exists (select from booking_passenger p
                  where p.booking_id = b.id and p.state <> 'CANCELLED' and p.seat_label <> all (h.seat_labels)))

-- I1 no two people of a booking have the same seat
select booking_id || ' seat ' || seat_label
from booking_passenger
where state <> 'CANCELLED'
group by booking_id, seat_label
having count(*) > 1

-- I1 seats are kept for a change only while it waits for its money
select c.id || ' ' || c.state
from booking_change c
join seat_hold h on h.id = c.hold_id
where (c.state = 'AWAITING_PAYMENT') <> (h.released_at is null)

-- I2 confirmed means that the money allocated is the amount due
select b.id || ': ' || b.total_vnd || ' due'
from booking b
where b.state in ('CONFIRMED', 'COMPLETED')
  and b.total_vnd <> (select coalesce(sum(case when to_place = 'ALLOCATED' then amount_vnd
                                               else -amount_vnd end), 0)
                      from ledger_entry e
                      where e.payable_id = b.id
                        and (e.to_place = 'ALLOCATED' or e.from_place = 'ALLOCATED'))

-- I2 what is due is the seats of those who travel, and the fees for those who do not
select b.id || ': ' || b.total_vnd || ' with ' || b.fees_vnd || ' of fees'
from booking b
where b.state in ('CONFIRMED', 'COMPLETED')
  and b.total_vnd - b.fees_vnd <> (select coalesce(sum(p.price_vnd), 0) from booking_passenger p
                                   where p.booking_id = b.id and p.state <> 'CANCELLED')

-- I2 the fees of what was cancelled are among those of the booking
select b.id || ': ' || b.fees_vnd
from booking b
where b.fees_vnd < (select coalesce(sum(c.fee_vnd), 0) from booking_cancellation c where c.booking_id = b.id)

-- I2 no money but the fees stays allocated to a booking that will not travel
select b.id || ' ' || b.state
from booking b
where b.state in ('EXPIRED', 'CANCELLED')
  and b.fees_vnd <> (select coalesce(sum(case when to_place = 'ALLOCATED' then amount_vnd
                                     else -amount_vnd end), 0)
            from ledger_entry e
            where e.payable_id = b.id
              and (e.to_place = 'ALLOCATED' or e.from_place = 'ALLOCATED'))

-- I3 every transfer is entered in full, once
select t.id || ': ' || t.amount_vnd
from bank_transaction t
where case when t.currency = 'VND' then t.amount_vnd else 0 end
   <> (select coalesce(sum(amount_vnd), 0) from ledger_entry e
       where e.bank_transaction_id = t.id and e.from_place = 'PAYER')

-- I3 money that nobody uses waits for its decision, is kept for a booking, or is before staff
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

-- I3 money that is not in dong has been put before staff
select t.id || ' ' || t.currency
from bank_transaction t
where t.currency <> 'VND'
  and not exists (select from payment_exception x
                  where x.bank_transaction_id = t.id and x.kind = 'WRONG_CURRENCY')

-- I3 what is kept for a booking is there
select b.id || ' since ' || b.money_kept_since
from booking b
where b.money_kept_since is not null
  and 0 >= (select coalesce(sum(case when e.to_place = 'UNALLOCATED' then e.amount_vnd
                                     else -e.amount_vnd end), 0)
            from bank_transaction t
            join ledger_entry e on e.bank_transaction_id = t.id
                               and 'UNALLOCATED' in (e.from_place, e.to_place)
            where t.payable_id = b.id and t.settled_at is not null)

-- I3 money is kept for a paid booking only while a change of it waits for the rest
select b.id || ' since ' || b.money_kept_since
from booking b
where b.money_kept_since is not null and b.state in ('CONFIRMED', 'COMPLETED')
  and not exists (select from booking_change c where c.booking_id = b.id and c.state = 'AWAITING_PAYMENT')

-- I3 what goes back has its cases, and they stand where the ledger says
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

-- I3 no place owes money of a transfer
select e.bank_transaction_id || ' ' || p.place
from ledger_entry e
cross join (values ('UNALLOCATED'), ('ALLOCATED'), ('DUE_FOR_REFUND'), ('IN_REFUND')) as p(place)
group by e.bank_transaction_id, p.place
having sum(case when e.to_place = p.place then amount_vnd
                when e.from_place = p.place then -amount_vnd else 0 end) < 0

-- I4 what happened to a booking was told once, and nothing else was told
select coalesce(c.booking_id, m.booking_id) || ' ' || coalesce(c.message, m.message) || ': '
       || coalesce(c.causes, 0) || ' causes, ' || coalesce(m.messages, 0) || ' messages'
from (select booking_id, message, count(*) as causes
      from (select booking_id,
                   event || case when event = 'CANCELLED' and actor = 'OPERATOR' then ' BY OPERATOR'
                                 when event in ('TRIP_MOVED', 'COACH_CHANGED') and to_state = 'CONFIRMED'
                                 then ' AFTER PAYMENT' else '' end as event
            from booking_history) happened
      join (values ('CONFIRMED', 'CONFIRMATION'), ('CONFIRMED', 'RECEIPT'),
                   ('CONFIRMED_LATE', 'CONFIRMATION'), ('CONFIRMED_LATE', 'RECEIPT'),
                   ('CONFIRMED_LATE', 'PAYMENT_PROBLEM CONFIRMED_LATE'),
                   ('CONFIRMED_ON_OTHER_SEATS', 'CONFIRMATION'), ('CONFIRMED_ON_OTHER_SEATS', 'RECEIPT'),
                   ('CONFIRMED_ON_OTHER_SEATS', 'PAYMENT_PROBLEM CONFIRMED_ON_OTHER_SEATS'),
                   ('SPLIT_OFF', 'CHANGE'),
                   ('CHANGED_ON_OTHER_SEATS', 'PAYMENT_PROBLEM CHANGED_ON_OTHER_SEATS'),
                   ('EXPIRED', 'EXPIRY'), ('CANCELLED', 'CANCELLATION'), ('PARTLY_CANCELLED', 'CANCELLATION'), ('CHANGED', 'CHANGE'),
                   ('CANCELLED BY OPERATOR', 'TRIP_CANCELLED'),
                   ('TRIP_MOVED AFTER PAYMENT', 'TRIP_MOVED'), ('COACH_CHANGED AFTER PAYMENT', 'TRIP_MOVED'),
                   ('MOVED_TO_OTHER_TRIP', 'TRIP_MOVED'),
                   ('PART_PAID', 'PAYMENT_PROBLEM PART_PAID'),
                   ('LATE_MONEY_KEPT', 'PAYMENT_PROBLEM LATE_PART_KEPT')) as told (event, message) using (event)
      group by booking_id, message) c
full join (select booking_id, kind || coalesce(' ' || outcome, '') as message, count(*) as messages
           from notification
           where kind in ('CONFIRMATION', 'RECEIPT', 'EXPIRY', 'CANCELLATION', 'CHANGE', 'PAYMENT_PROBLEM',
                          'TRIP_CANCELLED', 'TRIP_MOVED')
           group by booking_id, kind || coalesce(' ' || outcome, '')) m
       on m.booking_id = c.booking_id and m.message = c.message
where coalesce(c.causes, 0) <> coalesce(m.messages, 0)

-- I4 what happened to a refund was told once
select r.id || ' ' || k.kind || ': ' || k.causes || ' causes'
from refund_case r
cross join lateral (
    values ('REFUND_OPENED', 1),
           ('REFUND_PAID_OUT', (select count(*) from refund_event e
                                where e.refund_case_id = r.id and e.to_state = 'REFUNDED')),
           -- Nobody is asked for an account that the bank has told when the refund was opened.
           ('REFUND_ACCOUNT_NEEDED', (select count(*) from refund_event e
                                      where e.refund_case_id = r.id and e.to_state = 'NEEDS_ACCOUNT'
                                        and not (e.what = 'opened'
                                                 and exists (select from refund_event told
                                                             where told.refund_case_id = r.id
                                                               and told.actor = 'SYSTEM'
                                                               and told.what = 'account-given'))))
    ) as k (kind, causes)
where r.payable_id is not null
  and k.causes <> (select count(*) from notification n where n.subject_id = r.id and n.kind = k.kind)

-- I5 an attempt to pay that is under way is asked about
select id || ' ' || state || ' ' || coalesce(next_check_at::text, 'never')
from payment_attempt
where next_check_at is null and state in ('REQUESTED', 'OPEN', 'UNKNOWN')
   or next_check_at <= :overdue

-- I5 a transfer about which nobody has decided is taken up again
select id || ' ' || coalesce(next_settle_at::text, 'never')
from bank_transaction
where settled_at is null and (next_settle_at is null or next_settle_at <= :overdue)

-- I5 a booking that waits for its money has time left, or money about which nobody has decided
select b.id || ' until ' || b.held_until
from booking b
where b.state = 'AWAITING_PAYMENT' and b.held_until <= :overdue
  and not exists (select from payment_attempt a
                  join bank_transaction t on t.gateway = a.gateway and t.order_code = a.order_code
                  where a.payable_id = b.id and t.settled_at is null)

-- I5 a change that waits for its money has time left, or money about which nobody has decided
select c.id || ' until ' || c.held_until
from booking_change c
where c.state = 'AWAITING_PAYMENT' and c.held_until <= :overdue
  and not exists (select from payment_attempt a
                  join bank_transaction t on t.gateway = a.gateway and t.order_code = a.order_code
                  where a.payable_id = c.booking_id and t.settled_at is null)

-- I5 a refund that was sent is asked about
select c.id || ' ' || c.state
from refund_case c
where c.state in ('REQUESTED', 'PROCESSING', 'UNKNOWN')
  and not exists (select from refund_payout p
                  where p.refund_case_id = c.id and p.outcome is distinct from 'FAILED'
                    and p.next_check_at > :overdue)

-- I5 a message whose sending was begun has ended or is sent again
select id || ' ' || kind || ' ' || next_attempt_at
from notification
where state = 'QUEUED' and attempts > 0 and next_attempt_at <= :overdue

-- I5 a comparison with the gateway goes on
select id || ' ' || next_step_at
from reconciliation_run
where finished_at is null and next_step_at <= :overdue

-- I5 an exception about a decision is open only while the decision is
select x.id || ' of transfer ' || x.bank_transaction_id
from payment_exception x
join bank_transaction t on t.id = x.bank_transaction_id
where x.kind = 'DECISION_FAILED' and x.resolved_at is null and t.settled_at is not null

-- I6 what the payers gave is what lies in all places together
select 'received ' || received || ', in places ' || placed
from (select (select coalesce(sum(amount_vnd), 0) from bank_transaction where currency = 'VND')
                 as received,
             (select coalesce(sum(case when to_place <> 'PAYER' then amount_vnd else 0 end)
                              - sum(case when from_place <> 'PAYER' then amount_vnd else 0 end), 0)
              from ledger_entry) as placed) sums
where received <> placed

-- I6 what an attempt has received is what its settled transfers brought
select a.id || ': ' || a.received_vnd
from payment_attempt a
where a.received_vnd <> (select coalesce(sum(t.amount_vnd), 0) from bank_transaction t
                         where t.attempt_id = a.id and t.settled_at is not null)

-- I6 what one booking passes on to another neither comes nor goes
select bank_transaction_id::text
from ledger_entry
where reason = 'passed on'
group by bank_transaction_id
having sum(case when to_place = 'ALLOCATED' then amount_vnd else -amount_vnd end) <> 0

-- I6 the facts say of each booking what the ledger says, besides what is passed on
select b.id || ': ' || coalesce(f.received, 0) || ' - ' || coalesce(f.refunded, 0) || ' in facts, '
       || coalesce(e.received, 0) || ' - ' || coalesce(e.refunded, 0) || ' in the ledger'
from booking b
left join (select booking_id, sum(received_vnd) as received, sum(refunded_vnd) as refunded
           from booking_fact where booking_id in (select id from booking) group by booking_id) f on f.booking_id = b.id
left join (select payable_id, coalesce(sum(amount_vnd) filter (where to_place = 'ALLOCATED'), 0) as received,
                  coalesce(sum(amount_vnd) filter (where from_place = 'ALLOCATED'), 0) as refunded
           from ledger_entry where 'ALLOCATED' in (from_place, to_place) and reason <> 'passed on'
           group by payable_id) e on e.payable_id = b.id
where (coalesce(f.received, 0), coalesce(f.refunded, 0)) <> (coalesce(e.received, 0), coalesce(e.refunded, 0))

-- I6 the facts say of each booking what became of it
select b.id || ' ' || b.state || ': ' || f.bookings || ' sold, ' || f.cancelled || ' cancelled, ' || f.expired || ' expired'
from booking b
left join lateral (select coalesce(sum(bookings), 0) as bookings, coalesce(sum(tickets), 0) as tickets,
                          coalesce(sum(cancelled_bookings), 0) as cancelled,
                          coalesce(sum(cancelled_tickets), 0) as cancelled_tickets,
                          coalesce(sum(cancelled_vnd), 0) as cancelled_vnd,
                          coalesce(sum(expired_bookings), 0) as expired
                   from booking_fact where booking_id = b.id) f on true
left join lateral (select count(*) as tickets, count(*) filter (where state = 'CANCELLED') as cancelled_tickets,
                          coalesce(sum(price_vnd) filter (where state = 'CANCELLED'), 0) as cancelled_vnd
                   from booking_passenger where booking_id = b.id) p on true
where (f.bookings, f.expired) <> ((b.confirmed_at is not null)::int, (b.expired_at is not null)::int)
   or b.confirmed_at is not null
      and (f.tickets, f.cancelled, f.cancelled_tickets, f.cancelled_vnd)
          <> (p.tickets, (b.state = 'CANCELLED')::int, p.cancelled_tickets, p.cancelled_vnd)

-- I6 the facts know which seats a booking has, and on which day its trip leaves
select b.id || ' ' || b.state || ': ' || coalesce(c.seats || ' seats on ' || c.departure_day, 'unknown')
from booking b
join trip t on t.id = b.trip_id
left join booking_counted c on c.booking_id = b.id
where b.confirmed_at is not null
  and (c.seats, c.departure_day, c.route_id, c.operator_id, c.bus_type_id)
      is distinct from (case when b.state in ('CONFIRMED', 'COMPLETED')
                             then (select count(*)::int from booking_passenger p where p.booking_id = b.id and p.state <> 'CANCELLED')
                             else 0 end,
                        case when b.state in ('CONFIRMED', 'COMPLETED') then vietnams_day(t.departs_at) else c.departure_day end,
                        case when b.state in ('CONFIRMED', 'COMPLETED') then t.route_id else c.route_id end,
                        case when b.state in ('CONFIRMED', 'COMPLETED') then t.operator_id else c.operator_id end,
                        case when b.state in ('CONFIRMED', 'COMPLETED') then t.bus_type_id else c.bus_type_id end)

-- I6 the sums are those of the facts
select day || ' route ' || route_id
from sales_differences(date '2000-01-01', date '2100-01-01')

-- I6 sums of more days and of all routes are what the single ones add up to
select days || ' days from ' || day || ' route ' || route_id || ' company ' || operator_id || ' coach ' || bus_type_id
from sales_sum_differences(date '2000-01-01', date '2100-01-01')

-- I7 the history tells every change of state without a gap
select h.booking_id || ' line ' || h.id
from (select id, booking_id, from_state,
             lag(to_state) over (partition by booking_id order by id) as before
      from booking_history) h
where h.from_state is distinct from h.before

-- I7 the history ends where the booking stands
select b.id || ' ' || b.state
from booking b
where b.state is distinct from (select to_state from booking_history h
                                where h.booking_id = b.id order by id desc limit 1)

-- I7 what changes the state of a booking is told by one line
select booking_id || ' ' || min(event)
from booking_history
where event in ('PLACED', 'SPLIT_OFF', 'CONFIRMED', 'CONFIRMED_LATE', 'CONFIRMED_ON_OTHER_SEATS', 'CANCELLED', 'EXPIRED',
                'COMPLETED')
group by booking_id, case when event like 'CONFIRMED%' then 'CONFIRMED' else event end
having count(*) > 1 or bool_or(from_state is not distinct from to_state)

-- I7 each cancellation is written down once with its price
select coalesce(h.booking_id, c.booking_id) || ': ' || coalesce(h.lines, 0) || ' lines, '
       || coalesce(c.cancellations, 0) || ' cancellations'
from (select booking_id, count(*) as lines from booking_history
      where event in ('CANCELLED', 'PARTLY_CANCELLED') group by booking_id) h
full join (select booking_id, count(*) as cancellations from booking_cancellation group by booking_id) c
       using (booking_id)
where coalesce(h.lines, 0) <> coalesce(c.cancellations, 0)

-- I7 whoever does not travel was cancelled once
select p.id || ' ' || p.state || ' in ' || count(c.id)
from booking_passenger p
left join booking_cancellation c on c.booking_id = p.booking_id and p.id = any(c.passenger_ids)
group by p.id, p.state
having count(c.id) <> case when p.state = 'CANCELLED' then 1 else 0 end

-- I7 every change that was made, and every one that waited for money, is told by one line
select b.id || ': ' || made || ' made, ' || made_told || ' told; ' || waited || ' waited, ' || waited_told || ' told'
from booking b
cross join lateral (
    select count(*) filter (where state = 'APPLIED') as made,
           count(*) filter (where total_after_vnd > total_before_vnd) as waited
    from booking_change c where c.booking_id = b.id) changes
cross join lateral (
    select count(*) filter (where event = 'CHANGED') as made_told,
           count(*) filter (where event = 'CHANGE_REQUESTED') as waited_told
    from booking_history h where h.booking_id = b.id) lines
where made <> made_told or waited <> waited_told

-- I7 a booking begins by being placed, or by one change that split it off, with all who went
select b.id || ' from ' || coalesce(c.booking_id::text, '-')
from booking b
left join booking_change c on c.split_off_id = b.id
cross join lateral (select event from booking_history h where h.booking_id = b.id order by h.id limit 1) first
where first.event <> case when c.id is null then 'PLACED' else 'SPLIT_OFF' end
   or exists (select from booking_change_passenger p join booking_passenger who on who.id = p.passenger_id
              where p.change_id = c.id and not p.stays and who.booking_id = c.booking_id)

-- I7 the history of a refund tells every change of state without a gap
select e.refund_case_id || ' line ' || e.id
from (select id, refund_case_id, from_state,
             lag(to_state) over (partition by refund_case_id order by id) as before
      from refund_event) e
where e.from_state is distinct from e.before

-- I7 the history of a refund ends where the refund stands
select c.id || ' ' || c.state
from refund_case c
where c.state is distinct from (select to_state from refund_event e
                                where e.refund_case_id = c.id order by id desc limit 1)

-- I7 the history of a passenger tells every change without a gap
select h.booking_id || ' line ' || h.id
from (select id, booking_id, detail ->> 'before' as before,
             lag(detail ->> 'after', 1, 'BOOKED') over (partition by detail ->> 'passenger' order by id) as stood
      from booking_history
      where event in ('BOARDED', 'BOARDING_UNDONE', 'NO_SHOW')) h
where h.before <> h.stood

-- I7 the history of a passenger ends where the passenger stands
select p.id || ' ' || p.state
from booking_passenger p
where p.state <> 'CANCELLED'
  and p.state <> coalesce((select h.detail ->> 'after' from booking_history h
                           where h.booking_id = p.booking_id and h.detail ->> 'passenger' = p.id::text
                             and h.event in ('BOARDED', 'BOARDING_UNDONE', 'NO_SHOW')
                           order by h.id desc limit 1), 'BOOKED')

-- I8 a valid ticket has a passenger who may travel on that seat, and the other way round
select coalesce(t.id, 0) || ' of passenger ' || p.id
from booking_passenger p
join booking b on b.id = p.booking_id
left join ticket t on t.passenger_id = p.id and t.voided_at is null
where (t.id is not null)
   <> (b.state in ('CONFIRMED', 'COMPLETED') and p.state <> 'CANCELLED')

-- I8 a valid ticket is for a seat that is sold to its booking
select t.id || ' seat ' || p.seat_label
from ticket t
join booking_passenger p on p.id = t.passenger_id
join booking b on b.id = p.booking_id
where t.voided_at is null
  and not exists (select from seat_occupancy o
                  where o.hold_id = b.hold_id and o.seat_label = p.seat_label
                    and o.stretch @> int4range(b.from_sequence, b.to_sequence) and o.held_until = 'infinity')

-- I8 a ticket from before a change of its passenger is worthless
select t.id || ' of passenger ' || t.passenger_id
from ticket t
join booking_change_passenger p on p.passenger_id = t.passenger_id
join booking_change c on c.id = p.change_id
where t.voided_at is null and c.state = 'APPLIED' and t.issued_at < c.ended_at
  and (c.trip_before_id <> c.trip_after_id and not p.stays or p.seat_before <> p.seat_after or p.name_before <> p.name_after)

-- I8 the code of a valid ticket states the trip, the stretch and the seat that its passenger bought
select t.id || ' seat ' || p.seat_label
from ticket t
join booking_passenger p on p.id = t.passenger_id
join booking b on b.id = t.booking_id
cross join lateral (
    select decode(rpad(translate(text, '-_', '+/'), (length(text) + 3) / 4 * 4, '='), 'base64') as bytes
    from (select split_part(t.qr_text, '.', 2) as text) payload) as stated
where t.voided_at is null
  and (t.trip_id <> b.trip_id
       or substring(stated.bytes from 5 for 26) || substring(stated.bytes from 39)
          <> int8send(t.id) || convert_to(b.code, 'UTF8') || int8send(b.trip_id)
             || decode(lpad(to_hex(b.from_sequence), 2, '0') || lpad(to_hex(b.to_sequence), 2, '0'), 'hex')
             || convert_to(p.seat_label, 'UTF8'))

-- I8 nobody is on a coach without a booking that is paid
select p.id || ' of booking ' || b.id || ' ' || b.state
from booking_passenger p
join booking b on b.id = p.booking_id
where p.state in ('BOARDED', 'NO_SHOW') and b.state not in ('CONFIRMED', 'COMPLETED')
