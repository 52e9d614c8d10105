-- Places, stops, operators, bus types with their seat layouts, routes, fares, schedules and the trips made from them.

create table place (
    id bigint generated always as identity,
    code text not null,
    kind text not null,
    parent_id bigint,
    name_vi text not null,
    name_en text not null,
    aliases text[] not null default '{}',
    constraint place_key primary key (id),
    constraint place_code_unique unique (code),
    constraint place_lies_in_place foreign key (parent_id) references place (id),
    constraint place_kind_known check (kind in ('PROVINCE', 'CITY', 'TOWN')),
    constraint place_not_in_itself check (parent_id <> id)
);

create table stop (
    id bigint generated always as identity,
    code text not null,
    place_id bigint not null,
    kind text not null,
    name_vi text not null,
    name_en text not null,
    address_vi text not null,
    latitude double precision not null,
    longitude double precision not null,
    constraint stop_key primary key (id),
    constraint stop_code_unique unique (code),
    constraint stop_lies_in_place foreign key (place_id) references place (id),
    constraint stop_kind_known check (kind in ('STATION', 'OFFICE', 'PICKUP', 'REST')),
    constraint stop_on_earth check (latitude between -90 and 90 and longitude between -180 and 180)
);

create table operator (
    id bigint generated always as identity,
    code text not null,
    name text not null,
    hotline text not null,
    email text not null,
    address text not null,
    sales_cutoff_minutes integer not null,
    constraint operator_key primary key (id),
    constraint operator_code_unique unique (code),
    constraint operator_cutoff_sensible check (sales_cutoff_minutes between 0 and 10080)
);

create table bus_type (
    id bigint generated always as identity,
    code text not null,
    kind text not null,
    name_vi text not null,
    name_en text not null,
    amenities text[] not null default '{}',
    constraint bus_type_key primary key (id),
    constraint bus_type_code_unique unique (code),
    constraint bus_type_kind_known check (kind in ('SEATER', 'SLEEPER', 'CABIN', 'LIMOUSINE', 'VAN'))
);

-- A layout never changes: a bus rebuilt gets the next version, sold seats keep theirs.
create table seat_layout (
    id bigint generated always as identity,
    bus_type_id bigint not null,
    version integer not null,
    constraint seat_layout_key primary key (id),
    constraint seat_layout_version_unique unique (bus_type_id, version),
    constraint seat_layout_of_bus_type foreign key (bus_type_id) references bus_type (id),
    constraint seat_layout_version_positive check (version > 0)
);

create table seat_layout_cell (
    layout_id bigint not null,
    deck integer not null,
    row_number integer not null,
    column_number integer not null,
    kind text not null,
    label text,
    seat_class text,
    constraint seat_layout_cell_key primary key (layout_id, deck, row_number, column_number),
    constraint seat_layout_cell_of_layout foreign key (layout_id) references seat_layout (id),
    constraint seat_layout_cell_label_unique unique (layout_id, label),
    constraint seat_layout_cell_kind_known check (kind in ('SEAT', 'DRIVER', 'DOOR', 'STAIRS', 'STAFF', 'WC')),
    constraint seat_layout_cell_on_grid check (deck > 0 and row_number >= 0 and column_number > 0),
    constraint seat_has_label_and_class check (kind <> 'SEAT' or (label is not null and seat_class is not null))
);

create table bus (
    id bigint generated always as identity,
    operator_id bigint not null,
    plate text not null,
    layout_id bigint not null,
    constraint bus_key primary key (id),
    constraint bus_plate_unique unique (plate),
    constraint bus_of_operator foreign key (operator_id) references operator (id),
    constraint bus_has_layout foreign key (layout_id) references seat_layout (id)
);

create table route (
    id bigint generated always as identity,
    code text not null,
    name_vi text not null,
    name_en text not null,
    constraint route_key primary key (id),
    constraint route_code_unique unique (code)
);

-- The ordered stops of a route. A path never changes: a route whose stops change gets a new one, trips keep theirs.
create table route_path (
    id bigint generated always as identity,
    route_id bigint not null,
    content_hash text not null,
    superseded_at timestamptz,
    constraint route_path_key primary key (id),
    constraint route_path_with_route unique (id, route_id),
    constraint route_path_of_route foreign key (route_id) references route (id)
);
create unique index route_path_one_current on route_path (route_id) where superseded_at is null;

create table route_stop (
    path_id bigint not null,
    sequence integer not null,
    stop_id bigint not null,
    distance_km integer not null,
    minutes integer not null,
    constraint route_stop_key primary key (path_id, sequence),
    constraint route_stop_once unique (path_id, stop_id),
    constraint route_stop_of_path foreign key (path_id) references route_path (id),
    constraint route_stop_at_stop foreign key (stop_id) references stop (id),
    constraint route_stop_after_start check (sequence >= 0 and distance_km >= 0 and minutes >= 0)
);

-- Fares of one operator for one path and bus type. A tariff never changes: new fares supersede it, trips keep theirs.
create table tariff (
    id bigint generated always as identity,
    operator_id bigint not null,
    path_id bigint not null,
    bus_type_id bigint not null,
    valid_from date not null,
    valid_to date not null default 'infinity',
    content_hash text not null,
    superseded_at timestamptz,
    constraint tariff_key primary key (id),
    constraint tariff_of_operator foreign key (operator_id) references operator (id),
    constraint tariff_of_path foreign key (path_id) references route_path (id),
    constraint tariff_of_bus_type foreign key (bus_type_id) references bus_type (id),
    constraint tariff_valid_in_order check (valid_from <= valid_to)
);
create unique index tariff_one_current on tariff (path_id, operator_id, bus_type_id, valid_from)
    where superseded_at is null;

create table fare (
    tariff_id bigint not null,
    from_sequence integer not null,
    to_sequence integer not null,
    seat_class text not null,
    price_vnd bigint not null,
    constraint fare_key primary key (tariff_id, from_sequence, to_sequence, seat_class),
    constraint fare_of_tariff foreign key (tariff_id) references tariff (id),
    constraint fare_for_stretch check (from_sequence >= 0 and from_sequence < to_sequence),
    constraint fare_positive check (price_vnd > 0)
);

create table schedule (
    id bigint generated always as identity,
    code text not null,
    operator_id bigint not null,
    route_id bigint not null,
    bus_type_id bigint not null,
    departure_time time not null,
    weekdays text not null,
    valid_from date not null,
    valid_to date not null default 'infinity',
    constraint schedule_key primary key (id),
    constraint schedule_code_unique unique (code),
    constraint schedule_of_operator foreign key (operator_id) references operator (id),
    constraint schedule_of_route foreign key (route_id) references route (id),
    constraint schedule_of_bus_type foreign key (bus_type_id) references bus_type (id),
    constraint schedule_weekdays_known check (weekdays ~ '^[1-7]+$'),
    constraint schedule_valid_in_order check (valid_from <= valid_to)
);
comment on column schedule.weekdays is 'ISO weekdays on which it runs: 1 is Monday, 7 is Sunday';

create table schedule_exception (
    schedule_id bigint not null,
    day date not null,
    kind text not null,
    departure_time time,
    constraint schedule_exception_key primary key (schedule_id, day),
    constraint schedule_exception_of_schedule foreign key (schedule_id) references schedule (id),
    constraint schedule_exception_kind_known check (kind in ('CANCELLED', 'EXTRA', 'MOVED')),
    constraint schedule_exception_moved_has_time check (kind <> 'MOVED' or departure_time is not null)
);

create table trip (
    id bigint generated always as identity,
    operator_id bigint not null,
    route_id bigint not null,
    path_id bigint not null,
    bus_type_id bigint not null,
    layout_id bigint not null,
    tariff_id bigint not null,
    schedule_id bigint,
    bus_id bigint,
    departs_at timestamptz not null,
    service_day date not null,
    state text not null,
    created_at timestamptz not null,
    constraint trip_key primary key (id),
    constraint trip_once_a_day unique (schedule_id, service_day),
    constraint trip_of_operator foreign key (operator_id) references operator (id),
    constraint trip_on_path_of_route foreign key (path_id, route_id) references route_path (id, route_id),
    constraint trip_of_bus_type foreign key (bus_type_id) references bus_type (id),
    constraint trip_has_layout foreign key (layout_id) references seat_layout (id),
    constraint trip_has_tariff foreign key (tariff_id) references tariff (id),
    constraint trip_of_schedule foreign key (schedule_id) references schedule (id),
    constraint trip_by_bus foreign key (bus_id) references bus (id),
    constraint trip_state_known check (state in ('SCHEDULED', 'CANCELLED'))
);
create index trip_by_path_and_departure on trip (path_id, departs_at);
create index trip_by_departure on trip (departs_at);
create unique index trip_single_once on trip (operator_id, route_id, bus_type_id, departs_at) where schedule_id is null;
comment on column trip.service_day is 'Vietnam''s calendar day at the first stop';

create table catalogue_source (
    name text not null,
    content_hash text not null,
    imported_at timestamptz not null,
    constraint catalogue_source_key primary key (name)
);
