-- A breaker for the whole cluster: so many calls in a row without an answer, and since when nobody calls any more.
alter table gateway_pause
    add column failures  integer not null default 0,
    add column opened_at timestamptz;
alter table gateway_pause drop column granted;

-- A link whose making was never answered and that was found by asking has no QR code to show.
alter table payment_attempt add column found_again boolean not null default false;

-- Where a gateway sends what happens, how registering that went, and when it last did so.
create table gateway_webhook (
    gateway         text        not null,
    url             text,
    registered_at   timestamptz,
    registered_by   bigint,
    outcome         text,
    detail          text,
    last_genuine_at timestamptz,
    constraint gateway_webhook_pk primary key (gateway),
    constraint webhook_outcome_is_known check (outcome in ('ACCEPTED', 'REFUSED', 'UNKNOWN')),
    constraint webhook_outcome_says_when check ((outcome is null) = (registered_at is null))
);

-- One comparison of our books with the gateway's, which goes on where it stopped, on whichever node.
create table reconciliation_run (
    id           bigint generated always as identity,
    started_by   text        not null,
    account_id   bigint,
    since        timestamptz not null,
    until        timestamptz not null,
    started_at   timestamptz not null,
    finished_at  timestamptz,
    position     bigint      not null default 0,
    looked_at    integer     not null default 0,
    next_step_at timestamptz,
    constraint reconciliation_run_pk primary key (id),
    constraint run_starter_is_known check (started_by in ('NIGHT', 'STAFF')),
    constraint staff_run_says_who check ((started_by = 'STAFF') = (account_id is not null)),
    constraint finished_run_has_no_next_step check ((finished_at is null) = (next_step_at is not null))
);
create unique index one_reconciliation_run_at_a_time on reconciliation_run ((true)) where finished_at is null;

create table reconciliation_difference (
    id                  bigint generated always as identity,
    run_id              bigint      not null,
    kind                text        not null,
    found_at            timestamptz not null,
    order_code          bigint,
    attempt_id          bigint,
    bank_transaction_id bigint,
    payable_id          bigint,
    ours                text        not null,
    theirs              text        not null,
    healed              boolean     not null,
    constraint reconciliation_difference_pk primary key (id),
    constraint difference_of_a_run foreign key (run_id) references reconciliation_run (id) on delete cascade
);
create index reconciliation_difference_run on reconciliation_difference (run_id, kind, id);

-- What the last look at the books found, for the metrics of every node.
create table money_figure (
    name        text        not null,
    value       bigint      not null,
    measured_at timestamptz not null,
    constraint money_figure_pk primary key (name)
);

-- The comparisons read the last days only; these cost next to nothing when rows are added.
create index payment_attempt_created on payment_attempt using brin (created_at);
create index bank_transaction_received on bank_transaction using brin (received_at);
create index booking_placed on booking using brin (placed_at);
