-- One table of sums for any range: of single days, of ten and of a hundred days, so that a range of years is a few dozen
-- of them; and of single days for all routes, companies and kinds of coach together, so that a series is a row a day.

create table sales_sum (
    days               integer not null,
    day                date    not null,
    route_id           bigint  not null,
    operator_id        bigint  not null,
    bus_type_id        bigint  not null,
    received_vnd       bigint  not null,
    refunded_vnd       bigint  not null,
    bookings           bigint  not null,
    tickets            bigint  not null,
    cancelled_bookings bigint  not null,
    cancelled_tickets  bigint  not null,
    cancelled_vnd      bigint  not null,
    expired_bookings   bigint  not null,
    seats_sold         bigint  not null,
    seats_offered      bigint  not null,
    trips              bigint  not null,
    trips_sold_out     bigint  not null,
    constraint sales_sum_key primary key (days, day, route_id, operator_id, bus_type_id),
    constraint sales_sum_days check (days in (1, 10, 100) and (day - date '1970-01-01') % days = 0)
);
create index sales_sum_over_time on sales_sum (route_id, operator_id, bus_type_id, days, day);
comment on table sales_sum is 'What the facts add up to, at each of sales_levels: never to be added over levels';
comment on column sales_sum.days is 'How many days: 1, 10 or 100, counted from 1970-01-01';
comment on column sales_sum.day is 'The first of these days; seats and trips stand on the day on which the trip leaves its first stop';
comment on column sales_sum.route_id is '0 for all routes';
comment on column sales_sum.operator_id is '0 for all companies';
comment on column sales_sum.bus_type_id is '0 for all kinds of coach';

create function sales_levels(of_day date, of_route bigint, of_operator bigint, of_bus_type bigint)
returns table (days integer, day date, route_id bigint, operator_id bigint, bus_type_id bigint)
language sql immutable parallel safe as $$
    values (1, of_day, of_route, of_operator, of_bus_type),
           (10, of_day - (of_day - date '1970-01-01') % 10, of_route, of_operator, of_bus_type),
           (100, of_day - (of_day - date '1970-01-01') % 100, of_route, of_operator, of_bus_type),
           (1, of_day, 0, of_operator, of_bus_type),
           (1, of_day, 0, of_operator, 0),
           (1, of_day, 0, 0, of_bus_type),
           (1, of_day, 0, 0, 0)
$$;
comment on function sales_levels(date, bigint, bigint, bigint) is
    'The sums that something counts in; the first is the one that all others are made of';

-- The sums that a day counts in may begin and end within this many days before and behind it.
create function sums_around(first date, last date) returns daterange language sql immutable parallel safe
    return daterange(first - (first - date '1970-01-01') % 100, last - (last - date '1970-01-01') % 100 + 100);

create function sums_of_days(first date, last date) returns setof sales_sum language sql stable as $$
    select l.days, l.day, l.route_id, l.operator_id, l.bus_type_id, sum(s.received_vnd)::bigint, sum(s.refunded_vnd)::bigint,
           sum(s.bookings)::bigint, sum(s.tickets)::bigint, sum(s.cancelled_bookings)::bigint,
           sum(s.cancelled_tickets)::bigint, sum(s.cancelled_vnd)::bigint, sum(s.expired_bookings)::bigint,
           sum(s.seats_sold)::bigint, sum(s.seats_offered)::bigint, sum(s.trips)::bigint, sum(s.trips_sold_out)::bigint
      from sales_sum s
     cross join sales_levels(s.day, s.route_id, s.operator_id, s.bus_type_id) l
     where s.days = 1 and s.route_id <> 0
       and s.day >= lower(sums_around(first, last)) and s.day < upper(sums_around(first, last))
       and (l.days > 1 or l.route_id = 0)
     group by l.days, l.day, l.route_id, l.operator_id, l.bus_type_id
     order by l.days, l.day, l.route_id, l.operator_id, l.bus_type_id
$$;
comment on function sums_of_days(date, date) is
    'What the sums that are made of others should say, of all that any of these days counts in';

-- Whoever adds to the sums meanwhile waits and then finds the new ones.
do $$ begin perform from figures_state for update; end $$;
insert into sales_sum
select 1, day, route_id, operator_id, bus_type_id, received_vnd, refunded_vnd, bookings, tickets, cancelled_bookings,
       cancelled_tickets, cancelled_vnd, expired_bookings, seats_sold, seats_offered, trips, trips_sold_out
  from daily_sales
 order by day, route_id, operator_id, bus_type_id;
insert into sales_sum select * from sums_of_days(date '2000-01-01', date '2100-01-01');

-- Adds the oldest rows of the tail to the sums and takes them out of it; returns how many. In the order of days, so that
-- what is read together lies together.
create or replace function fold_sales(most integer) returns bigint language sql as $$
    with taken as (
        delete from sales_tail
         where ctid = any (array(select ctid from sales_tail limit most))
        returning *
    ), sums as (
        insert into sales_sum as s
        select l.days, l.day, l.route_id, l.operator_id, l.bus_type_id, sum(t.received_vnd), sum(t.refunded_vnd),
               sum(t.bookings), sum(t.tickets), sum(t.cancelled_bookings), sum(t.cancelled_tickets), sum(t.cancelled_vnd),
               sum(t.expired_bookings), sum(t.seats_sold), sum(t.seats_offered), sum(t.trips), sum(t.trips_sold_out)
          from taken t
         cross join sales_levels(t.day, t.route_id, t.operator_id, t.bus_type_id) l
         group by l.days, l.day, l.route_id, l.operator_id, l.bus_type_id
         order by l.days, l.day, l.route_id, l.operator_id, l.bus_type_id
        on conflict (days, day, route_id, operator_id, bus_type_id) do update
        set received_vnd = s.received_vnd + excluded.received_vnd, refunded_vnd = s.refunded_vnd + excluded.refunded_vnd,
            bookings = s.bookings + excluded.bookings, tickets = s.tickets + excluded.tickets,
            cancelled_bookings = s.cancelled_bookings + excluded.cancelled_bookings,
            cancelled_tickets = s.cancelled_tickets + excluded.cancelled_tickets,
            cancelled_vnd = s.cancelled_vnd + excluded.cancelled_vnd,
            expired_bookings = s.expired_bookings + excluded.expired_bookings,
            seats_sold = s.seats_sold + excluded.seats_sold, seats_offered = s.seats_offered + excluded.seats_offered,
            trips = s.trips + excluded.trips, trips_sold_out = s.trips_sold_out + excluded.trips_sold_out
    ), profiles as (
        insert into daily_profile as s
        select day, operator_id, bus_type_id, profile, step, sum(bookings)
          from (select day, operator_id, bus_type_id, 'HOUR' as profile, hour as step, bookings
                  from taken where bookings > 0 and hour is not null
                union all
                select day, operator_id, bus_type_id, 'LEAD', least(lead_days, 60), bookings
                  from taken where bookings > 0 and lead_days is not null) sold
         group by day, operator_id, bus_type_id, profile, step
        on conflict (day, operator_id, bus_type_id, profile, step) do update set bookings = s.bookings + excluded.bookings
    ), steps as (
        insert into funnel_count as s
        select day, route_id, operator_id, coalesce(device, 'UNKNOWN') as device, 'PAID', sum(bookings)
          from taken
         where bookings > 0
         group by day, route_id, operator_id, coalesce(device, 'UNKNOWN')
        on conflict (day, route_id, operator_id, device, step) do update set count = s.count + excluded.count
    )
    select count(*) from taken
$$;
comment on function fold_sales(integer) is 'Moves rows from the tail into the sums; whoever calls it has locked figures_state';

-- The views come again with the new sums below them.
drop view if exists report_sales_day, report_sales_month, report_totals_day;
drop table daily_sales, monthly_sales, daily_totals;
