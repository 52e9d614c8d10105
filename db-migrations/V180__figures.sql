-- What was sold, changed, given back and how full the coaches are: facts, their sums by day, and what is not in the sums yet.

create table booking_fact (
    day                date     not null,
    hour               smallint not null,
    booking_id         bigint   not null,
    trip_id            bigint   not null,
    route_id           bigint   not null,
    operator_id        bigint   not null,
    bus_type_id        bigint   not null,
    lead_days          integer,
    by_whom            text,
    reason             text,
    device             text,
    received_vnd       bigint   not null default 0,
    refunded_vnd       bigint   not null default 0,
    bookings           integer  not null default 0,
    tickets            integer  not null default 0,
    cancelled_bookings integer  not null default 0,
    cancelled_tickets  integer  not null default 0,
    cancelled_vnd      bigint   not null default 0,
    expired_bookings   integer  not null default 0,
    constraint booking_fact_hour check (hour between 0 and 23),
    constraint booking_fact_money check (received_vnd >= 0 and refunded_vnd >= 0 and cancelled_vnd >= 0),
    constraint booking_fact_sale_has_lead check (bookings = 0 or lead_days is not null),
    constraint booking_fact_cancellation_says_by_whom check (cancelled_tickets = 0 or by_whom is not null)
) partition by range (day);
comment on table booking_fact is
    'What happened to bookings, a row for each hour of Vietnam''s time in which something did; only added to. A fact stands with the route, company and bus type that the trip had at that moment.';
comment on column booking_fact.lead_days is 'Days between the payment and the departure, where a booking was paid';
comment on column booking_fact.device is 'What the booking was made with, where it was paid; null where nobody knows';
comment on column booking_fact.reason is 'Why something was cancelled: PASSENGER_WISH, STAFF, or what the operator did';

create table booking_fact_rest partition of booking_fact default;
create index booking_fact_by_day on booking_fact (day);
create index booking_fact_by_booking on booking_fact (booking_id);
create index booking_fact_by_route on booking_fact (route_id, day);
create index booking_fact_cancellations on booking_fact (day) where cancelled_tickets > 0;

create table booking_device (
    booking_id bigint not null,
    device     text   not null,
    constraint booking_device_key primary key (booking_id),
    constraint booking_device_known check (device in ('PHONE', 'COMPUTER'))
);
comment on table booking_device is 'What kind of device a booking was made with, for the funnel; nothing else about it';

-- What the facts say already, so that each statement adds only what is new: repeating it adds nothing.
create table booking_counted (
    booking_id         bigint  not null,
    last_entry         bigint  not null,
    sold               boolean not null,
    expired            boolean not null,
    tickets            integer not null,
    cancelled_bookings integer not null,
    cancelled_tickets  integer not null,
    cancelled_vnd      bigint  not null,
    seats              integer not null,
    departure_day      date    not null,
    route_id           bigint  not null,
    operator_id        bigint  not null,
    bus_type_id        bigint  not null,
    constraint booking_counted_key primary key (booking_id)
);
comment on table booking_counted is 'What the facts say of each booking so far, and the seats that it has on which departure day';
comment on column booking_counted.last_entry is 'The last ledger entry that is in the facts';

-- Sums by Vietnam's day. Seats and trips stand on the day on which the trip leaves its first stop.
create table daily_sales (
    day                date   not null,
    route_id           bigint not null,
    operator_id        bigint not null,
    bus_type_id        bigint not null,
    received_vnd       bigint not null,
    refunded_vnd       bigint not null,
    bookings           bigint not null,
    tickets            bigint not null,
    cancelled_bookings bigint not null,
    cancelled_tickets  bigint not null,
    cancelled_vnd      bigint not null,
    expired_bookings   bigint not null,
    seats_sold         bigint not null,
    seats_offered      bigint not null,
    trips              bigint not null,
    trips_sold_out     bigint not null,
    constraint daily_sales_key primary key (day, route_id, operator_id, bus_type_id)
);
create index daily_sales_by_route on daily_sales (route_id, day);

create table monthly_sales (like daily_sales including constraints);
alter table monthly_sales rename column day to month;
alter table monthly_sales add constraint monthly_sales_key primary key (month, route_id, operator_id, bus_type_id);
comment on table monthly_sales is 'daily_sales added up by month, for long periods';

create table daily_totals (like daily_sales including constraints);
alter table daily_totals drop column route_id;
alter table daily_totals add constraint daily_totals_key primary key (day, operator_id, bus_type_id);
comment on table daily_totals is 'daily_sales of all routes, for series over time';

create table daily_profile (
    day         date    not null,
    operator_id bigint  not null,
    bus_type_id bigint  not null,
    profile     text    not null,
    step        integer not null,
    bookings    bigint  not null,
    constraint daily_profile_key primary key (day, operator_id, bus_type_id, profile, step),
    constraint daily_profile_known check (profile in ('HOUR', 'LEAD'))
);
comment on table daily_profile is 'Paid bookings by the hour of the payment (HOUR) and by the days between payment and departure (LEAD, from 60 on together)';

-- What happened and is not in the sums yet. A row leaves it in the transaction that adds it to the sums, so that both
-- together are right at any moment, in whatever order transactions commit.
create table sales_tail (
    day                date   not null,
    route_id           bigint not null,
    operator_id        bigint not null,
    bus_type_id        bigint not null,
    hour               integer,
    lead_days          integer,
    device             text,
    received_vnd       bigint not null default 0,
    refunded_vnd       bigint not null default 0,
    bookings           bigint not null default 0,
    tickets            bigint not null default 0,
    cancelled_bookings bigint not null default 0,
    cancelled_tickets  bigint not null default 0,
    cancelled_vnd      bigint not null default 0,
    expired_bookings   bigint not null default 0,
    seats_sold         bigint not null default 0,
    seats_offered      bigint not null default 0,
    trips              bigint not null default 0,
    trips_sold_out     bigint not null default 0
);
alter table sales_tail set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create table figures_state (
    one            boolean     not null default true,
    folded_at      timestamptz not null default timestamptz 'epoch',
    departed_until timestamptz not null default timestamptz 'epoch',
    constraint figures_state_key primary key (one),
    constraint figures_state_is_one check (one)
);
comment on table figures_state is 'Its one row is locked by whoever changes the sums';
comment on column figures_state.departed_until is 'Trips that left until then were looked at, whether they were sold out';
insert into figures_state default values;

-- Steps from a search to a paid booking, without a trace of who took them.
create table funnel_count (
    day         date   not null,
    route_id    bigint not null,
    operator_id bigint not null,
    device      text   not null,
    step        text   not null,
    count       bigint not null,
    constraint funnel_count_key primary key (day, route_id, operator_id, device, step),
    constraint funnel_count_device check (device in ('PHONE', 'COMPUTER', 'UNKNOWN')),
    constraint funnel_count_positive check (count > 0)
) partition by range (day);
create table funnel_count_rest partition of funnel_count default;
comment on column funnel_count.route_id is '0 where no route is known';
comment on column funnel_count.operator_id is '0 where no company is chosen yet, as in a search';
comment on column funnel_count.step is 'A step of the funnel, or SEARCHED_IN_VAIN for a search among them that found no trip with seats enough';

-- Makes the partition of a month, and takes into it what the rest has of that month.
create function make_month(parent text, month date) returns void language plpgsql as $$
declare
    part text := parent || '_' || to_char(month, 'YYYY_MM');
    next date := month + interval '1 month';
begin
    if to_regclass(part) is not null then
        return;
    end if;
    execute format('create table %I (like %I including defaults including constraints)', part, parent);
    execute format('with moved as (delete from %I where day >= %L and day < %L returning *) insert into %I select * from moved',
                   parent || '_rest', month, next, part);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, part, month, next);
end $$;

-- Vietnam's day and hour of an instant; UTC+7 without summer time.
create function vietnams_day(at timestamptz) returns date language sql immutable parallel safe
    return (at at time zone 'Asia/Ho_Chi_Minh')::date;
create function vietnams_hour(at timestamptz) returns integer language sql immutable parallel safe
    return extract(hour from at at time zone 'Asia/Ho_Chi_Minh')::integer;

-- Adds to the facts what happened to bookings since they were last counted. Whoever calls it has locked the bookings.
-- Money is the ledger's, entry by entry; people and seats are those of the booking. Who leaves a booking for another trip
-- takes the ticket along to the booking of their own, and what was paid for it is neither received nor given back again.
-- In plpgsql because its plan is kept.
create function count_bookings(ids bigint[]) returns void language plpgsql as $$
begin
    with asked as (
        select b.id, b.confirmed_at, b.expired_at, b.state, b.trip_id, b.departs_at as boards_at,
               vietnams_day(t.departs_at) as departure_day, t.route_id, t.operator_id, t.bus_type_id
          from booking b
          join trip t on t.id = b.trip_id
         where b.id = any(ids)
    ), before as (
        select * from booking_counted where booking_id = any(ids)
    ), people as (
        select p.booking_id, count(*) as tickets,
               count(*) filter (where p.state = 'CANCELLED') as cancelled,
               coalesce(sum(p.price_vnd) filter (where p.state = 'CANCELLED'), 0) as cancelled_vnd
          from booking_passenger p
         where p.booking_id = any(ids)
         group by p.booking_id
    ), now as (
        select a.*, case when a.confirmed_at is null then 0 else p.tickets end as tickets, d.device,
               coalesce(f.last_entry, 0) as entry_before,
               a.confirmed_at is not null as sold, coalesce(f.sold, false) as sold_before,
               coalesce(f.tickets, 0) as tickets_before,
               a.expired_at is not null as expired, coalesce(f.expired, false) as expired_before,
               (a.confirmed_at is not null and a.state = 'CANCELLED')::integer as cancelled_bookings,
               coalesce(f.cancelled_bookings, 0) as cancelled_bookings_before,
               case when a.confirmed_at is null then 0 else p.cancelled end as cancelled_tickets,
               coalesce(f.cancelled_tickets, 0) as cancelled_tickets_before,
               case when a.confirmed_at is null then 0 else p.cancelled_vnd end as cancelled_vnd,
               coalesce(f.cancelled_vnd, 0) as cancelled_vnd_before,
               case when a.state in ('CONFIRMED', 'COMPLETED') then p.tickets - p.cancelled else 0 end as seats,
               f.seats as seats_before, f.departure_day as departure_day_before, f.route_id as route_before,
               f.operator_id as operator_before, f.bus_type_id as bus_type_before
          from asked a
          join people p on p.booking_id = a.id
          left join before f on f.booking_id = a.id
          left join booking_device d on d.booking_id = a.id
    ), entries as (
        select n.id as booking_id, e.id, e.at,
               case when e.to_place = 'ALLOCATED' then e.amount_vnd else 0 end as received_vnd,
               case when e.from_place = 'ALLOCATED' then e.amount_vnd else 0 end as refunded_vnd
          from now n
          join ledger_entry e on e.payable_id = n.id and e.id > n.entry_before
                             and 'ALLOCATED' in (e.from_place, e.to_place) and e.reason <> 'passed on'
    ), happened (booking_id, at, received_vnd, refunded_vnd, bookings, tickets, cancelled_bookings, cancelled_tickets,
                 cancelled_vnd, expired_bookings, by_whom, reason) as (
        select booking_id, at, received_vnd, refunded_vnd, 0, 0, 0, 0, 0, 0, null, null from entries
        union all
        select id, confirmed_at, 0, 0, (not sold_before)::integer, tickets - tickets_before, 0, 0, 0, 0, null, null
          from now where sold and (not sold_before or tickets <> tickets_before)
        union all
        select id, expired_at, 0, 0, 0, 0, 0, 0, 0, 1, null, null
          from now where expired and not expired_before
        union all
        select n.id, c.at, 0, 0, 0, 0, n.cancelled_bookings - n.cancelled_bookings_before,
               n.cancelled_tickets - n.cancelled_tickets_before, n.cancelled_vnd - n.cancelled_vnd_before, 0, c.actor,
               coalesce(h.cause, case c.actor when 'PASSENGER' then 'PASSENGER_WISH' else c.actor end)
          from now n
         cross join lateral (select at, actor from booking_cancellation
                              where booking_id = n.id order by id desc limit 1) c
          left join lateral (select detail ->> 'cause' as cause from booking_history
                              where booking_id = n.id and event in ('CANCELLED', 'PARTLY_CANCELLED')
                              order by id desc limit 1) h on true
         where n.cancelled_tickets > n.cancelled_tickets_before
    ), facts as (
        insert into booking_fact (day, hour, booking_id, trip_id, route_id, operator_id, bus_type_id, lead_days, by_whom,
                                  reason, device, received_vnd, refunded_vnd, bookings, tickets, cancelled_bookings,
                                  cancelled_tickets, cancelled_vnd, expired_bookings)
        select vietnams_day(h.at), vietnams_hour(h.at), n.id, n.trip_id, n.route_id, n.operator_id, n.bus_type_id,
               case when sum(h.bookings) > 0 then vietnams_day(n.boards_at) - vietnams_day(n.confirmed_at) end,
               max(h.by_whom), max(h.reason), case when sum(h.bookings) > 0 then max(n.device) end, sum(h.received_vnd), sum(h.refunded_vnd), sum(h.bookings), sum(h.tickets),
               sum(h.cancelled_bookings), sum(h.cancelled_tickets), sum(h.cancelled_vnd), sum(h.expired_bookings)
          from happened h
          join now n on n.id = h.booking_id
         group by vietnams_day(h.at), vietnams_hour(h.at), n.id, n.trip_id, n.route_id, n.operator_id, n.bus_type_id,
                  n.boards_at, n.confirmed_at
        returning *
    ), counted as (
        insert into booking_counted as c (booking_id, last_entry, sold, expired, tickets, cancelled_bookings, cancelled_tickets,
                                          cancelled_vnd, seats, departure_day, route_id, operator_id, bus_type_id)
        select id, greatest(entry_before, (select coalesce(max(e.id), 0) from entries e where e.booking_id = now.id)),
               sold, expired, tickets, cancelled_bookings, cancelled_tickets, cancelled_vnd, seats, departure_day, route_id,
               operator_id, bus_type_id
          from now
        on conflict (booking_id) do update
        set last_entry = excluded.last_entry, sold = excluded.sold, expired = excluded.expired, tickets = excluded.tickets,
            cancelled_bookings = excluded.cancelled_bookings, cancelled_tickets = excluded.cancelled_tickets,
            cancelled_vnd = excluded.cancelled_vnd, seats = excluded.seats, departure_day = excluded.departure_day,
            route_id = excluded.route_id, operator_id = excluded.operator_id, bus_type_id = excluded.bus_type_id
    )
    insert into sales_tail (day, route_id, operator_id, bus_type_id, hour, lead_days, device, received_vnd, refunded_vnd, bookings,
                            tickets, cancelled_bookings, cancelled_tickets, cancelled_vnd, expired_bookings, seats_sold)
    select day, route_id, operator_id, bus_type_id, hour, lead_days, device, received_vnd, refunded_vnd, bookings, tickets,
           cancelled_bookings, cancelled_tickets, cancelled_vnd, expired_bookings, 0
      from facts
    union all
    select moved.day, moved.route_id, moved.operator_id, moved.bus_type_id, null, null, null, 0, 0, 0, 0, 0, 0, 0, 0, sum(moved.seats)
      from (select departure_day, route_id, operator_id, bus_type_id, seats from now
            union all
            select departure_day_before, route_before, operator_before, bus_type_before, -seats_before
              from now where seats_before <> 0) moved (day, route_id, operator_id, bus_type_id, seats)
     group by moved.day, moved.route_id, moved.operator_id, moved.bus_type_id
    having sum(moved.seats) <> 0;
end $$;
comment on function count_bookings(bigint[]) is 'Appends to the facts what happened to these locked bookings since they were last counted; repeating adds nothing';

-- Adds the oldest rows of the tail to the sums and takes them out of it; returns how many.
create function fold_sales(most integer) returns bigint language sql as $$
    with taken as (
        delete from sales_tail
         where ctid = any (array(select ctid from sales_tail limit most))
        returning *
    ), days as (
        insert into daily_sales as s
        select day, route_id, operator_id, bus_type_id, sum(received_vnd), sum(refunded_vnd), sum(bookings), sum(tickets),
               sum(cancelled_bookings), sum(cancelled_tickets), sum(cancelled_vnd), sum(expired_bookings), sum(seats_sold),
               sum(seats_offered), sum(trips), sum(trips_sold_out)
          from taken
         group by day, route_id, operator_id, bus_type_id
        on conflict (day, route_id, operator_id, bus_type_id) do update
        set received_vnd = s.received_vnd + excluded.received_vnd, refunded_vnd = s.refunded_vnd + excluded.refunded_vnd,
            bookings = s.bookings + excluded.bookings, tickets = s.tickets + excluded.tickets,
            cancelled_bookings = s.cancelled_bookings + excluded.cancelled_bookings,
            cancelled_tickets = s.cancelled_tickets + excluded.cancelled_tickets,
            cancelled_vnd = s.cancelled_vnd + excluded.cancelled_vnd,
            expired_bookings = s.expired_bookings + excluded.expired_bookings,
            seats_sold = s.seats_sold + excluded.seats_sold, seats_offered = s.seats_offered + excluded.seats_offered,
            trips = s.trips + excluded.trips, trips_sold_out = s.trips_sold_out + excluded.trips_sold_out
    ), months as (
        insert into monthly_sales as s
        select date_trunc('month', day)::date as month, route_id, operator_id, bus_type_id, sum(received_vnd),
               sum(refunded_vnd), sum(bookings), sum(tickets), sum(cancelled_bookings), sum(cancelled_tickets),
               sum(cancelled_vnd), sum(expired_bookings), sum(seats_sold), sum(seats_offered), sum(trips), sum(trips_sold_out)
          from taken
         group by 1, route_id, operator_id, bus_type_id
        on conflict (month, route_id, operator_id, bus_type_id) do update
        set received_vnd = s.received_vnd + excluded.received_vnd, refunded_vnd = s.refunded_vnd + excluded.refunded_vnd,
            bookings = s.bookings + excluded.bookings, tickets = s.tickets + excluded.tickets,
            cancelled_bookings = s.cancelled_bookings + excluded.cancelled_bookings,
            cancelled_tickets = s.cancelled_tickets + excluded.cancelled_tickets,
            cancelled_vnd = s.cancelled_vnd + excluded.cancelled_vnd,
            expired_bookings = s.expired_bookings + excluded.expired_bookings,
            seats_sold = s.seats_sold + excluded.seats_sold, seats_offered = s.seats_offered + excluded.seats_offered,
            trips = s.trips + excluded.trips, trips_sold_out = s.trips_sold_out + excluded.trips_sold_out
    ), totals as (
        insert into daily_totals as s
        select day, operator_id, bus_type_id, sum(received_vnd), sum(refunded_vnd), sum(bookings), sum(tickets),
               sum(cancelled_bookings), sum(cancelled_tickets), sum(cancelled_vnd), sum(expired_bookings), sum(seats_sold),
               sum(seats_offered), sum(trips), sum(trips_sold_out)
          from taken
         group by day, operator_id, bus_type_id
        on conflict (day, operator_id, bus_type_id) do update
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

-- Seats offered follow the trips themselves, whoever makes or changes them.
create function count_trips_added() returns trigger language plpgsql as $$
begin
    insert into sales_tail (day, route_id, operator_id, bus_type_id, seats_offered, trips)
    select vietnams_day(t.departs_at), t.route_id, t.operator_id, t.bus_type_id, sum(s.seats), count(*)
      from added t
      join (select layout_id, count(*) as seats from seat_layout_cell where kind = 'SEAT' group by layout_id) s
           on s.layout_id = t.layout_id
     where t.state = 'SCHEDULED'
     group by vietnams_day(t.departs_at), t.route_id, t.operator_id, t.bus_type_id;
    return null;
end $$;

create function count_trips_changed() returns trigger language plpgsql as $$
begin
    insert into sales_tail (day, route_id, operator_id, bus_type_id, seats_offered, trips)
    select day, route_id, operator_id, bus_type_id, sum(sign * seats), sum(sign)
      from (select vietnams_day(t.departs_at) as day, t.route_id, t.operator_id, t.bus_type_id, t.layout_id, 1 as sign
              from changed t where t.state = 'SCHEDULED'
            union all
            select vietnams_day(t.departs_at), t.route_id, t.operator_id, t.bus_type_id, t.layout_id, -1
              from unchanged t where t.state = 'SCHEDULED') t
      join (select layout_id, count(*) as seats from seat_layout_cell where kind = 'SEAT' group by layout_id) s
           using (layout_id)
     group by day, route_id, operator_id, bus_type_id
    having sum(sign * seats) <> 0 or sum(sign) <> 0;
    return null;
end $$;

create trigger trip_added_to_the_offer after insert on trip
    referencing new table as added for each statement execute function count_trips_added();
create trigger trip_changed_in_the_offer after update on trip
    referencing old table as unchanged new table as changed for each statement execute function count_trips_changed();

-- What stands already becomes facts.
insert into sales_tail (day, route_id, operator_id, bus_type_id, seats_offered, trips)
select vietnams_day(t.departs_at), t.route_id, t.operator_id, t.bus_type_id, sum(s.seats), count(*)
  from trip t
  join (select layout_id, count(*) as seats from seat_layout_cell where kind = 'SEAT' group by layout_id) s
       on s.layout_id = t.layout_id
 where t.state = 'SCHEDULED'
 group by vietnams_day(t.departs_at), t.route_id, t.operator_id, t.bus_type_id;

select make_month(parent, month::date)
  from generate_series(date_trunc('month', coalesce((select min(placed_at) from booking), timestamptz '2026-11-01')),
                       date_trunc('month', greatest((select max(placed_at) from booking), timestamptz '2026-11-01'))
                           + interval '3 months', interval '1 month') month
 cross join unnest(array['booking_fact', 'funnel_count']) parent;

select count_bookings((select array_agg(id) from booking))
 where exists (select from booking);
