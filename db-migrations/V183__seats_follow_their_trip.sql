-- Seats that are sold follow their trip to another day or kind of coach, also of those whom nobody tells because they stay
-- where they sit. Whoever changes such a trip has locked its bookings.
create or replace function count_trips_changed() returns trigger language plpgsql as $$
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

    perform count_bookings(array_agg(b.id))
       from changed t
       join unchanged o on o.id = t.id
       join booking b on b.trip_id = t.id
       join booking_counted c on c.booking_id = b.id and c.seats > 0
      where (vietnams_day(t.departs_at), t.route_id, t.operator_id, t.bus_type_id)
            <> (vietnams_day(o.departs_at), o.route_id, o.operator_id, o.bus_type_id)
     having count(*) > 0;
    return null;
end $$;
