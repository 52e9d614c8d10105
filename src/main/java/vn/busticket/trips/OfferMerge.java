package vn.busticket.trips;

import java.util.List;
import vn.busticket.trips.MergeStep.Check;
import vn.busticket.trips.MergeStep.Derive;
import vn.busticket.trips.MergeStep.Merge;

/** How staged operators, buses, fares, schedules and trips become part of the catalogue. */
final class OfferMerge {

    static final List<MergeStep> OPERATORS =
            List.of(
                    new Check(
                            "sales_cutoff_minutes is more than a week",
                            """
                            select line from import_operators where sales_cutoff_minutes > 10080
                            """),
                    new Merge(
                            """
                            insert into operator (code, name, hotline, email, address, sales_cutoff_minutes)
                            select i.code, i.name, i.hotline, i.email, i.address, i.sales_cutoff_minutes
                            from import_operators i
                            order by i.line
                            on conflict (code) do update
                                set name = excluded.name, hotline = excluded.hotline, email = excluded.email,
                                    address = excluded.address,
                                    sales_cutoff_minutes = excluded.sales_cutoff_minutes
                            """));

    static final List<MergeStep> BUSES =
            List.of(
                    new Check(
                            "the bus type has no layout of that version",
                            """
                            select i.line
                            from import_buses i
                            join bus_type b on b.code = i.bus_type_code
                            left join seat_layout l on l.bus_type_id = b.id and l.version = i.layout_version
                            where l.id is null
                            """),
                    new Check(
                            "the plate stands twice",
                            """
                            select line
                            from (select line, row_number() over (partition by plate order by line) as nth
                                  from import_buses) plated
                            where nth > 1
                            """),
                    new Merge(
                            """
                            insert into bus (operator_id, plate, layout_id)
                            select o.id, i.plate, l.id
                            from import_buses i
                            join operator o on o.code = i.operator_code
                            join bus_type b on b.code = i.bus_type_code
                            join seat_layout l on l.bus_type_id = b.id and l.version = i.layout_version
                            order by i.line
                            on conflict (plate) do update
                                set operator_id = excluded.operator_id, layout_id = excluded.layout_id
                            """));

    static final List<MergeStep> TARIFFS =
            List.of(
                    new Check(
                            "valid_to is before valid_from", endsBeforeItBegins("import_tariffs")),
                    new Check(
                            "lines of one tariff have different valid_to",
                            """
                            select line
                            from (select line, coalesce(valid_to, 'infinity') <> first_value(
                                                   coalesce(valid_to, 'infinity')) over
                                             (partition by operator_code, route_code, bus_type_code, valid_from
                                              order by line) as differs
                                  from import_tariffs) fares
                            where differs
                            """),
                    new Check(
                            "no bus of that type has a seat of that seat_class",
                            """
                            select i.line
                            from import_tariffs i
                            where not exists (select 1
                                              from bus_type b
                                              join seat_layout l on l.bus_type_id = b.id
                                              join seat_layout_cell c on c.layout_id = l.id
                                              where b.code = i.bus_type_code and c.seat_class = i.seat_class)
                            """),
                    new Derive(
                            """
                            create temporary table import_fares on commit drop as
                            select i.line, o.id as operator_id, p.id as path_id, b.id as bus_type_id,
                                   i.valid_from, coalesce(i.valid_to, 'infinity') as valid_to,
                                   f.sequence as from_sequence, t.sequence as to_sequence,
                                   i.seat_class, i.price_vnd
                            from import_tariffs i
                            join operator o on o.code = i.operator_code
                            join bus_type b on b.code = i.bus_type_code
                            join route r on r.code = i.route_code
                            join route_path p on p.route_id = r.id and p.superseded_at is null
                            join stop fs on fs.code = i.from_stop
                            join route_stop f on f.path_id = p.id and f.stop_id = fs.id
                            join stop ts on ts.code = i.to_stop
                            join route_stop t on t.path_id = p.id and t.stop_id = ts.id
                            where f.sequence < t.sequence
                            """),
                    new Check(
                            "the route does not lead from that stop to the other",
                            """
                            select line from import_tariffs except select line from import_fares
                            """),
                    new Derive(
                            """
                            create temporary table import_prices on commit drop as
                            select operator_id, path_id, bus_type_id, valid_from, valid_to,
                                   md5(string_agg(concat_ws(':', from_sequence, to_sequence, seat_class,
                                                            price_vnd, valid_to),
                                                  ',' order by from_sequence, to_sequence, seat_class))
                                       as content_hash
                            from import_fares
                            group by operator_id, path_id, bus_type_id, valid_from, valid_to
                            """),
                    new Merge(
                            """
                            update tariff t
                            set superseded_at = :now
                            from import_prices i
                            where t.operator_id = i.operator_id and t.path_id = i.path_id
                              and t.bus_type_id = i.bus_type_id and t.valid_from = i.valid_from
                              and t.superseded_at is null and t.content_hash <> i.content_hash
                            """),
                    new Merge(
                            """
                            insert into tariff (operator_id, path_id, bus_type_id, valid_from, valid_to, content_hash)
                            select operator_id, path_id, bus_type_id, valid_from, valid_to, content_hash
                            from import_prices
                            on conflict do nothing
                            """),
                    new Merge(
                            """
                            insert into fare (tariff_id, from_sequence, to_sequence, seat_class, price_vnd)
                            select t.id, i.from_sequence, i.to_sequence, i.seat_class, i.price_vnd
                            from import_fares i
                            join tariff t on t.operator_id = i.operator_id and t.path_id = i.path_id
                                          and t.bus_type_id = i.bus_type_id and t.valid_from = i.valid_from
                                          and t.superseded_at is null
                            on conflict do nothing
                            """));

    static final List<MergeStep> SCHEDULES =
            List.of(
                    new Check(
                            "valid_to is before valid_from",
                            endsBeforeItBegins("import_schedules")),
                    new Merge(
                            """
                            insert into schedule
                                (code, operator_id, route_id, bus_type_id, departure_time, weekdays, valid_from, valid_to)
                            select i.code, o.id, r.id, b.id, i.departure_time, i.weekdays, i.valid_from,
                                   coalesce(i.valid_to, 'infinity')
                            from import_schedules i
                            join operator o on o.code = i.operator_code
                            join route r on r.code = i.route_code
                            join bus_type b on b.code = i.bus_type_code
                            order by i.line
                            on conflict (code) do update
                                set operator_id = excluded.operator_id, route_id = excluded.route_id,
                                    bus_type_id = excluded.bus_type_id,
                                    departure_time = excluded.departure_time, weekdays = excluded.weekdays,
                                    valid_from = excluded.valid_from, valid_to = excluded.valid_to
                            """));

    static final List<MergeStep> SCHEDULE_EXCEPTIONS =
            List.of(
                    new Check(
                            "a departure that is moved needs a departure_time",
                            """
                            select line from import_schedule_exceptions
                            where kind = 'MOVED' and departure_time is null
                            """),
                    new Merge(
                            """
                            insert into schedule_exception (schedule_id, day, kind, departure_time)
                            select s.id, i.date, i.kind, i.departure_time
                            from import_schedule_exceptions i join schedule s on s.code = i.schedule_code
                            order by i.line
                            on conflict (schedule_id, day) do update
                                set kind = excluded.kind, departure_time = excluded.departure_time
                            """));

    static final List<MergeStep> TRIPS =
            List.of(
                    new Derive(
                            """
                            create temporary table import_departures on commit drop as
                            select i.line, o.id as operator_id, r.id as route_id, p.id as path_id,
                                   b.id as bus_type_id, l.id as layout_id, t.id as tariff_id,
                                   i.departs_at at time zone 'Asia/Ho_Chi_Minh' as departs_at,
                                   i.departs_at::date as service_day
                            from import_trips i
                            join operator o on o.code = i.operator_code
                            join bus_type b on b.code = i.bus_type_code
                            join route r on r.code = i.route_code
                            join route_path p on p.route_id = r.id and p.superseded_at is null
                            cross join lateral (%s) l
                            cross join lateral (%s) t
                            """
                                    .formatted(
                                            TripGenerator.NEWEST_LAYOUT,
                                            TripGenerator.TARIFF_OF_DAY.formatted(
                                                    "o.id", "i.departs_at::date"))),
                    new Check(
                            "no fares or no layout are known for this departure",
                            """
                            select line from import_trips except select line from import_departures
                            """),
                    new Merge(
                            """
                            insert into trip
                                (operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id,
                                 departs_at, service_day, state, created_at)
                            select operator_id, route_id, path_id, bus_type_id, layout_id, tariff_id,
                                   departs_at, service_day, 'SCHEDULED', :now
                            from import_departures
                            order by departs_at
                            on conflict do nothing
                            """));

    private OfferMerge() {}

    private static String endsBeforeItBegins(String table) {
        return "select line from " + table + " where valid_to < valid_from";
    }
}
