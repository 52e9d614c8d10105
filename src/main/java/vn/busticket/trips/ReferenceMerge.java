package vn.busticket.trips;

import java.util.List;
import vn.busticket.trips.MergeStep.Check;
import vn.busticket.trips.MergeStep.Derive;
import vn.busticket.trips.MergeStep.Merge;

/** How staged places, stops, bus types, layouts and routes become part of the catalogue. */
final class ReferenceMerge {

    static final List<MergeStep> PLACES =
            List.of(
                    new Merge(
                            """
                            insert into place (code, kind, name_vi, name_en, aliases)
                            select i.code, i.kind, i.name_vi, i.name_en,
                                   coalesce(string_to_array(i.aliases, '|'), '{}')
                            from import_places i
                            order by i.line
                            on conflict (code) do update
                                set kind = excluded.kind, name_vi = excluded.name_vi,
                                    name_en = excluded.name_en, aliases = excluded.aliases
                            """),
                    new Merge(
                            """
                            update place p
                            set parent_id = parent.id
                            from import_places i left join place parent on parent.code = i.parent_code
                            where p.code = i.code and p.parent_id is distinct from parent.id
                            """));

    static final List<MergeStep> STOPS =
            List.of(
                    new Check(
                            "latitude or longitude is not on earth",
                            """
                            select line from import_stops
                            where abs(latitude) > 90 or abs(longitude) > 180
                            """),
                    new Merge(
                            """
                            insert into stop (code, place_id, kind, name_vi, name_en, address_vi, latitude, longitude)
                            select i.code, p.id, i.kind, i.name_vi, i.name_en, i.address_vi, i.latitude, i.longitude
                            from import_stops i join place p on p.code = i.place_code
                            order by i.line
                            on conflict (code) do update
                                set place_id = excluded.place_id, kind = excluded.kind,
                                    name_vi = excluded.name_vi, name_en = excluded.name_en,
                                    address_vi = excluded.address_vi, latitude = excluded.latitude,
                                    longitude = excluded.longitude
                            """));

    static final List<MergeStep> BUS_TYPES =
            List.of(
                    new Merge(
                            """
                            insert into bus_type (code, kind, name_vi, name_en, amenities)
                            select i.code, i.kind, i.name_vi, i.name_en,
                                   coalesce(string_to_array(i.amenities, '|'), '{}')
                            from import_bus_types i
                            order by i.line
                            on conflict (code) do update
                                set kind = excluded.kind, name_vi = excluded.name_vi,
                                    name_en = excluded.name_en, amenities = excluded.amenities
                            """));

    static final List<MergeStep> LAYOUTS =
            List.of(
                    new Check(
                            "a seat needs a label and a seat_class",
                            """
                            select line from import_layouts
                            where kind = 'SEAT' and (label is null or seat_class is null)
                            """),
                    new Check(
                            "version, deck and column count from 1",
                            """
                            select line from import_layouts where version < 1 or deck < 1 or "column" < 1
                            """),
                    new Check(
                            "the label stands twice in this layout",
                            """
                            select line
                            from (select line, row_number() over
                                         (partition by bus_type_code, version, label order by line) as nth
                                  from import_layouts where label is not null) labelled
                            where nth > 1
                            """),
                    new Check(
                            "this version of the layout is stored with other cells; give the new one the next version",
                            """
                            with staged as (
                                select bus_type_code, version, min(line) as line,
                                       array_agg((deck, "row", "column", kind, label, seat_class)::text
                                                 order by deck, "row", "column") as cells
                                from import_layouts group by bus_type_code, version)
                            select s.line
                            from staged s
                            join bus_type b on b.code = s.bus_type_code
                            join seat_layout l on l.bus_type_id = b.id and l.version = s.version
                            where s.cells is distinct from
                                  (select array_agg((c.deck, c.row_number, c.column_number, c.kind, c.label,
                                                     c.seat_class)::text
                                                    order by c.deck, c.row_number, c.column_number)
                                   from seat_layout_cell c where c.layout_id = l.id)
                            """),
                    new Merge(
                            """
                            insert into seat_layout (bus_type_id, version)
                            select distinct b.id, i.version
                            from import_layouts i join bus_type b on b.code = i.bus_type_code
                            on conflict do nothing
                            """),
                    new Merge(
                            """
                            insert into seat_layout_cell
                                (layout_id, deck, row_number, column_number, kind, label, seat_class)
                            select l.id, i.deck, i."row", i."column", i.kind, i.label, i.seat_class
                            from import_layouts i
                            join bus_type b on b.code = i.bus_type_code
                            join seat_layout l on l.bus_type_id = b.id and l.version = i.version
                            on conflict do nothing
                            """));

    static final List<MergeStep> ROUTES =
            List.of(
                    new Merge(
                            """
                            insert into route (code, name_vi, name_en)
                            select i.code, i.name_vi, i.name_en from import_routes i order by i.line
                            on conflict (code) do update
                                set name_vi = excluded.name_vi, name_en = excluded.name_en
                            """));

    static final List<MergeStep> ROUTE_STOPS =
            List.of(
                    new Check(
                            "the stop comes twice on this route",
                            """
                            select line
                            from (select line, row_number() over
                                         (partition by route_code, stop_code order by line) as nth
                                  from import_route_stops) visited
                            where nth > 1
                            """),
                    new Check(
                            "minutes and distance_km must not be less than at the stop before",
                            """
                            select line
                            from (select line, minutes < lag(minutes) over road
                                               or distance_km < lag(distance_km) over road as backwards
                                  from import_route_stops
                                  window road as (partition by route_code order by sequence)) driven
                            where backwards
                            """),
                    new Check(
                            "minutes start at 0 with the first stop",
                            """
                            select distinct on (route_code) case when minutes <> 0 then line end
                            from import_route_stops order by route_code, sequence
                            """),
                    new Check(
                            "a route needs two stops",
                            """
                            select min(line) from import_route_stops group by route_code having count(*) < 2
                            """),
                    new Derive(
                            """
                            create temporary table import_roads on commit drop as
                            select r.id as route_id,
                                   md5(string_agg(concat_ws(':', s.id, i.distance_km, i.minutes), ','
                                                  order by i.sequence)) as content_hash
                            from import_route_stops i
                            join route r on r.code = i.route_code
                            join stop s on s.code = i.stop_code
                            group by r.id
                            """),
                    new Merge(
                            """
                            update route_path p
                            set superseded_at = :now
                            from import_roads i
                            where p.route_id = i.route_id and p.superseded_at is null
                              and p.content_hash <> i.content_hash
                            """),
                    new Merge(
                            """
                            insert into route_path (route_id, content_hash)
                            select i.route_id, i.content_hash from import_roads i order by i.route_id
                            on conflict do nothing
                            """),
                    new Merge(
                            """
                            insert into route_stop (path_id, sequence, stop_id, distance_km, minutes)
                            select p.id, row_number() over (partition by p.id order by i.sequence) - 1,
                                   s.id, i.distance_km, i.minutes
                            from import_route_stops i
                            join route r on r.code = i.route_code
                            join route_path p on p.route_id = r.id and p.superseded_at is null
                            join stop s on s.code = i.stop_code
                            where not exists (select 1 from route_stop known where known.path_id = p.id)
                            """));

    private ReferenceMerge() {}
}
