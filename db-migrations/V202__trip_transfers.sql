-- Whose trip is called off may go by another trip of the company instead, as far as it has seats.

create table trip_transfer (
    trip_id       bigint not null,
    other_trip_id bigint not null,
    constraint trip_transfer_key primary key (trip_id),
    constraint trip_transfer_of_a_trip foreign key (trip_id) references trip (id),
    constraint trip_transfer_to_a_trip foreign key (other_trip_id) references trip (id),
    constraint trip_transfer_leads_elsewhere check (trip_id <> other_trip_id)
);
comment on table trip_transfer is 'Trips that were called off whose passengers go by another one; all others get their money back';
