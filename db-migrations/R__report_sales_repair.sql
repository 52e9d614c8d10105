-- Proves that the sums are those of the facts, and mends them where they are not.

-- What the sums lack of each day, route, company and bus type; no row where both are equal.
create or replace function sales_differences(first date, last date)
returns table (day date, route_id bigint, operator_id bigint, bus_type_id bigint, received_vnd bigint, refunded_vnd bigint,
               bookings bigint, tickets bigint, cancelled_bookings bigint, cancelled_tickets bigint, cancelled_vnd bigint,
               expired_bookings bigint, seats_sold bigint, seats_offered bigint, trips bigint)
language sql stable as $$
    select d.day, d.route_id, d.operator_id, d.bus_type_id, sum(d.received_vnd)::bigint, sum(d.refunded_vnd)::bigint,
           sum(d.bookings)::bigint, sum(d.tickets)::bigint, sum(d.cancelled_bookings)::bigint,
           sum(d.cancelled_tickets)::bigint, sum(d.cancelled_vnd)::bigint, sum(d.expired_bookings)::bigint,
           sum(d.seats_sold)::bigint, sum(d.seats_offered)::bigint, sum(d.trips)::bigint
      from (select f.day, f.route_id, f.operator_id, f.bus_type_id, sum(f.received_vnd) as received_vnd,
                   sum(f.refunded_vnd) as refunded_vnd, sum(f.bookings) as bookings, sum(f.tickets) as tickets,
                   sum(f.cancelled_bookings) as cancelled_bookings, sum(f.cancelled_tickets) as cancelled_tickets,
                   sum(f.cancelled_vnd) as cancelled_vnd, sum(f.expired_bookings) as expired_bookings, 0 as seats_sold,
                   0 as seats_offered, 0 as trips
              from booking_fact f
             where f.day between first and last
             group by f.day, f.route_id, f.operator_id, f.bus_type_id
            union all
            select c.departure_day, c.route_id, c.operator_id, c.bus_type_id, 0, 0, 0, 0, 0, 0, 0, 0, sum(c.seats), 0, 0
              from booking_counted c
             where c.departure_day between first and last
             group by c.departure_day, c.route_id, c.operator_id, c.bus_type_id
            union all
            select vietnams_day(t.departs_at), t.route_id, t.operator_id, t.bus_type_id, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                   sum(s.seats), count(*)
              from trip t
              join (select c.layout_id, count(*) as seats from seat_layout_cell c where c.kind = 'SEAT' group by c.layout_id) s
                   on s.layout_id = t.layout_id
             where t.state = 'SCHEDULED'
               and t.departs_at >= first::timestamp at time zone 'Asia/Ho_Chi_Minh'
               and t.departs_at < (last + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
             group by vietnams_day(t.departs_at), t.route_id, t.operator_id, t.bus_type_id
            union all
            select r.day, r.route_id, r.operator_id, r.bus_type_id, -sum(r.received_vnd), -sum(r.refunded_vnd),
                   -sum(r.bookings), -sum(r.tickets), -sum(r.cancelled_bookings), -sum(r.cancelled_tickets),
                   -sum(r.cancelled_vnd), -sum(r.expired_bookings), -sum(r.seats_sold), -sum(r.seats_offered), -sum(r.trips)
              from report_sales_day r
             where r.day between first and last
             group by r.day, r.route_id, r.operator_id, r.bus_type_id) d
     group by d.day, d.route_id, d.operator_id, d.bus_type_id
    having (sum(d.received_vnd), sum(d.refunded_vnd), sum(d.bookings), sum(d.tickets), sum(d.cancelled_bookings),
            sum(d.cancelled_tickets), sum(d.cancelled_vnd), sum(d.expired_bookings), sum(d.seats_sold),
            sum(d.seats_offered), sum(d.trips)) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
$$;

-- Sums of more days, and of all routes, that are not what the single days and routes add up to.
create or replace function sales_sum_differences(first date, last date)
returns table (days integer, day date, route_id bigint, operator_id bigint, bus_type_id bigint)
language sql stable as $$
    select days, day, route_id, operator_id, bus_type_id
      from sums_of_days(first, last) due
      full join (select * from sales_sum s
                  where (s.days > 1 or s.route_id = 0)
                    and s.day >= lower(sums_around(first, last)) and s.day < upper(sums_around(first, last))) kept
           using (days, day, route_id, operator_id, bus_type_id)
     where due is distinct from kept
$$;

-- Adds what is lacking to the tail in one statement, so that whoever sells meanwhile is not in the way; then puts right
-- what is made of it, and makes the sums by hour and by lead anew.
create or replace function mend_sales(first date, last date) returns bigint language plpgsql as $$
declare
    found bigint;
    made_of_them bigint;
begin
    perform from figures_state for update;
    insert into sales_tail (day, route_id, operator_id, bus_type_id, received_vnd, refunded_vnd, bookings, tickets,
                            cancelled_bookings, cancelled_tickets, cancelled_vnd, expired_bookings, seats_sold,
                            seats_offered, trips)
    select * from sales_differences(first, last);
    get diagnostics found = row_count;
    while fold_sales(100000) > 0 loop
    end loop;

    select count(*) into made_of_them from sales_sum_differences(first, last);
    if made_of_them > 0 then
        delete from sales_sum s
         using sales_sum_differences(first, last) d
         where (s.days, s.day, s.route_id, s.operator_id, s.bus_type_id)
               = (d.days, d.day, d.route_id, d.operator_id, d.bus_type_id);
        insert into sales_sum select * from sums_of_days(first, last) on conflict do nothing;
    end if;

    -- Facts that are in the tail still are added when they leave it.
    delete from daily_profile where day between first and last;
    insert into daily_profile
    select day, operator_id, bus_type_id, profile, step, sum(bookings)
      from (select day, operator_id, bus_type_id, 'HOUR' as profile, hour::integer as step, bookings
              from booking_fact where day between first and last and bookings > 0
            union all
            select day, operator_id, bus_type_id, 'LEAD', least(lead_days, 60), bookings
              from booking_fact where day between first and last and bookings > 0
            union all
            select day, operator_id, bus_type_id, 'HOUR', hour, -bookings
              from sales_tail where day between first and last and bookings > 0 and hour is not null
            union all
            select day, operator_id, bus_type_id, 'LEAD', least(lead_days, 60), -bookings
              from sales_tail where day between first and last and bookings > 0 and lead_days is not null) sold
     group by day, operator_id, bus_type_id, profile, step
    having sum(bookings) <> 0;

    delete from funnel_count where day between first and last and step = 'PAID';
    insert into funnel_count
    select day, route_id, operator_id, device, 'PAID', sum(bookings)
      from (select day, route_id, operator_id, coalesce(device, 'UNKNOWN') as device, bookings
              from booking_fact where day between first and last and bookings > 0
            union all
            select day, route_id, operator_id, coalesce(device, 'UNKNOWN'), -bookings
              from sales_tail where day between first and last and bookings > 0) paid
     group by day, route_id, operator_id, device
    having sum(bookings) <> 0;
    return found + made_of_them;
end $$;
comment on function mend_sales(date, date) is 'Makes the sums of these days those of the facts again; returns how many differed';
