create sequence ticket_number start with 100001;

create table ticket (
    id           bigint      not null,
    booking_id   bigint      not null,
    passenger_id bigint      not null,
    qr_text      text        not null,
    issued_at    timestamptz not null,
    voided_at    timestamptz,
    constraint ticket_pk primary key (id),
    constraint ticket_of_a_booking foreign key (booking_id) references booking (id),
    constraint ticket_of_a_passenger foreign key (passenger_id) references booking_passenger (id),
    constraint ticket_voided_after_issue check (voided_at >= issued_at)
);
comment on column ticket.qr_text is 'What the QR code says, signed; voiding the row makes a genuine code worthless';

create unique index ticket_one_valid_per_passenger on ticket (passenger_id) where voided_at is null;
create index ticket_by_booking on ticket (booking_id);
