-- Sales are roll-ups together with the tail that is not in them yet: right the moment after the payment.

create or replace view report_sales as
select days, day, route_id, operator_id, bus_type_id, received_vnd, refunded_vnd, bookings, tickets, cancelled_bookings,
       cancelled_tickets, cancelled_vnd, expired_bookings, seats_sold, seats_offered, trips, trips_sold_out
  from sales_sum
union all
select l.days, l.day, l.route_id, l.operator_id, l.bus_type_id, t.received_vnd, t.refunded_vnd, t.bookings, t.tickets,
       t.cancelled_bookings, t.cancelled_tickets, t.cancelled_vnd, t.expired_bookings, t.seats_sold, t.seats_offered,
       t.trips, t.trips_sold_out
  from sales_tail t
 cross join sales_levels(t.day, t.route_id, t.operator_id, t.bus_type_id) l;

create or replace view report_sales_day as
select day, route_id, operator_id, bus_type_id, received_vnd, refunded_vnd, bookings, tickets, cancelled_bookings,
       cancelled_tickets, cancelled_vnd, expired_bookings, seats_sold, seats_offered, trips, trips_sold_out
  from report_sales
 where days = 1 and route_id <> 0;

create or replace view report_sales_month as
select date_trunc('month', day)::date as month, route_id, operator_id, bus_type_id, received_vnd, refunded_vnd, bookings,
       tickets, cancelled_bookings, cancelled_tickets, cancelled_vnd, expired_bookings, seats_sold, seats_offered, trips,
       trips_sold_out
  from report_sales_day;

create or replace view report_totals_day as
select day, operator_id, bus_type_id, received_vnd, refunded_vnd, bookings, tickets, cancelled_bookings, cancelled_tickets,
       cancelled_vnd, expired_bookings, seats_sold, seats_offered, trips, trips_sold_out
  from report_sales
 where days = 1 and route_id = 0 and operator_id <> 0 and bus_type_id <> 0;

create or replace view report_profile_day as
select day, operator_id, bus_type_id, profile, step, bookings
  from daily_profile
union all
select day, operator_id, bus_type_id, 'HOUR', hour, bookings
  from sales_tail where bookings > 0 and hour is not null
union all
select day, operator_id, bus_type_id, 'LEAD', least(lead_days, 60), bookings
  from sales_tail where bookings > 0 and lead_days is not null;

create or replace view report_profile_route as
select day, route_id, operator_id, bus_type_id, 'HOUR' as profile, hour::integer as step, bookings
  from booking_fact where bookings > 0
union all
select day, route_id, operator_id, bus_type_id, 'LEAD', least(lead_days, 60), bookings
  from booking_fact where bookings > 0;
comment on view report_profile_route is 'The same with the route, from the facts themselves; for one route only, whose facts are few';

create or replace view report_funnel_day as
select day, route_id, operator_id, device, step, count
  from funnel_count
union all
select day, route_id, operator_id, coalesce(device, 'UNKNOWN'), 'PAID', bookings
  from sales_tail where bookings > 0;

comment on view report_funnel_day is
    'Steps from a search to a paid booking, each time one was taken; SEARCHED_IN_VAIN are those of SEARCHED that found no seats enough. Steps that are counted in memory follow within seconds.';
comment on view report_sales is
    'All that is sold, at each of sales_levels: sums and the tail that is not in them yet. Rows of one key are to be added up, never those of different levels.';
comment on view report_sales_day is
    'The figures of each of Vietnam''s days, route, company and bus type. Rows of one key are to be added up.';
comment on view report_sales_month is 'The same by month';
comment on view report_totals_day is 'The same by day without the route';
comment on view report_profile_day is
    'Paid bookings by the hour of the payment (HOUR) and by the days between payment and departure (LEAD, 60 and more together)';

do $$
declare
    seen text;
begin
    foreach seen in array array['report_sales', 'report_sales_day', 'report_sales_month', 'report_totals_day'] loop
        execute format($c$comment on column %I.received_vnd is 'Money that came for bookings, by the day it was allocated'$c$, seen);
        execute format($c$comment on column %I.refunded_vnd is 'Money to be given back, by the day that was decided, whenever the bank sends it. Net revenue is what came less this, taxes included'$c$, seen);
        execute format($c$comment on column %I.bookings is 'Bookings paid in full, by the day they were confirmed'$c$, seen);
        execute format($c$comment on column %I.tickets is 'Passengers of the paid bookings, by the day these were confirmed'$c$, seen);
        execute format($c$comment on column %I.cancelled_bookings is 'Bookings cancelled whole after they were paid, by the day of the cancellation'$c$, seen);
        execute format($c$comment on column %I.cancelled_tickets is 'Passengers cancelled, with a whole booking or alone, by the day of the cancellation'$c$, seen);
        execute format($c$comment on column %I.cancelled_vnd is 'What the cancelled tickets had cost, before any fee, by the day of the cancellation'$c$, seen);
        execute format($c$comment on column %I.expired_bookings is 'Bookings that were not paid in time, by the day they expired; late money may have bought them afterwards'$c$, seen);
        execute format($c$comment on column %I.seats_sold is 'Passengers with a ticket, by the day their trip leaves its first stop. Load is these as a share of seats_offered'$c$, seen);
        execute format($c$comment on column %I.seats_offered is 'Seats of the trips that are not called off, by the day they leave their first stop'$c$, seen);
        execute format($c$comment on column %I.trips is 'Trips that are not called off, by the day they leave their first stop'$c$, seen);
        execute format($c$comment on column %I.trips_sold_out is 'Trips that left without a seat that was free from the first to the last stop, counted within a quarter of an hour'$c$, seen);
    end loop;
end $$;
