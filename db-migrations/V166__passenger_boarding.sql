-- Who got on, and when the crew last decided about a passenger: what comes later from a phone without network is older.

alter table booking_passenger
    add column boarded_at timestamptz,
    add column decided_at timestamptz,
    add constraint booking_passenger_boarded_at_a_time check ((state = 'BOARDED') = (boarded_at is not null));
