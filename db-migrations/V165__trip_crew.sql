-- Which coach runs a trip and who drives it, as the operator's people say it: for their own list of passengers.

alter table trip
    add column plate text
        constraint trip_plate_is_given check (length(btrim(plate)) between 4 and 20),
    add column driver_name text
        constraint trip_driver_name_is_given check (length(btrim(driver_name)) between 1 and 100),
    add column driver_phone text
        constraint trip_driver_phone_is_international check (driver_phone ~ '^\+[1-9][0-9]{6,14}$');
comment on column trip.plate is 'The coach that was really sent; without it, the plate of the planned bus_id';

create index trip_by_operator_and_departure on trip (operator_id, departs_at);
