-- Money in: attempts to pay, bank transfers that arrived, and the ledger that says where every đồng is.

create sequence payment_order_code start with 100001;

create table payment_attempt (
    id                 bigint generated always as identity,
    token              text        not null,
    gateway            text        not null,
    order_code         bigint      not null default nextval('payment_order_code'),
    payable_id         bigint      not null,
    amount_vnd         bigint      not null,
    received_vnd       bigint      not null default 0,
    description        text        not null,
    state              text        not null,
    expires_at         timestamptz not null,
    payment_link_id    text,
    checkout_url       text,
    qr_code            text,
    bank_bin           text,
    account_number     text,
    account_name       text,
    transfer_text      text,
    failure_reason     text,
    close_requested_at timestamptz,
    asked_at           timestamptz,
    next_check_at      timestamptz,
    checks             integer     not null default 0,
    checked_at         timestamptz,
    created_at         timestamptz not null,
    answered_at        timestamptz,
    closed_at          timestamptz,
    constraint payment_attempt_pk primary key (id),
    constraint payment_attempt_token_unique unique (token),
    constraint payment_attempt_order_code_unique unique (order_code),
    constraint order_code_is_ours check (order_code >= 100001),
    constraint amount_is_positive check (amount_vnd > 0),
    constraint received_is_not_negative check (received_vnd >= 0),
    constraint description_fits_every_bank check (description ~ '^[A-Za-z0-9 ]{1,9}$'),
    constraint attempt_state_is_known check
        (state in ('REQUESTED', 'OPEN', 'UNKNOWN', 'PAID', 'UNDERPAID', 'CANCELLED', 'EXPIRED', 'FAILED')),
    -- A failure never overwrites a success: what was received alone decides between these two and the others.
    constraint paid_means_received_in_full check ((state = 'PAID') = (received_vnd >= amount_vnd)),
    constraint underpaid_means_received_in_part check
        ((state = 'UNDERPAID') = (received_vnd > 0 and received_vnd < amount_vnd)),
    constraint closed_says_when check
        ((closed_at is null) = (state in ('REQUESTED', 'OPEN', 'UNKNOWN', 'UNDERPAID')))
);

-- Two clicks make one attempt: a second one can start only once the first is closed or being closed.
create unique index one_open_attempt_of_a_payable on payment_attempt (payable_id)
    where state in ('REQUESTED', 'OPEN', 'UNKNOWN') and close_requested_at is null;
create index payment_attempt_payable on payment_attempt (payable_id);
create index payment_attempt_next_check on payment_attempt (next_check_at) where next_check_at is not null;

create table bank_transaction (
    id                   bigint generated always as identity,
    gateway              text        not null,
    reference            text        not null,
    order_code           bigint      not null,
    attempt_id           bigint,
    amount_vnd           bigint      not null,
    currency             text        not null,
    paid_at              timestamptz not null,
    account_number       text,
    transfer_text        text,
    payer_bank_bin       text,
    payer_bank_name      text,
    payer_name           text,
    payer_account_number text,
    source               text        not null,
    received_at          timestamptz not null,
    settled_at           timestamptz,
    settle_tries         integer     not null default 0,
    next_settle_at       timestamptz,
    constraint bank_transaction_pk primary key (id),
    constraint bank_transaction_reference_unique unique (gateway, reference),
    constraint bank_transaction_attempt_fk foreign key (attempt_id) references payment_attempt (id),
    constraint transaction_amount_is_positive check (amount_vnd > 0),
    constraint transaction_is_in_dong check (currency = 'VND'),
    constraint transaction_source_is_known check (source in ('WEBHOOK', 'CHECK')),
    constraint settled_is_not_tried_again check (settled_at is null or next_settle_at is null)
);

create index bank_transaction_attempt on bank_transaction (attempt_id) where attempt_id is not null;
create index bank_transaction_order_code on bank_transaction (order_code);
create index bank_transaction_unsettled on bank_transaction (next_settle_at) where next_settle_at is not null;

-- One row is one movement: a credit of one place and a debit of another. Balance of a place = sum in - sum out.
create table ledger_entry (
    id                  bigint generated always as identity,
    at                  timestamptz not null,
    bank_transaction_id bigint      not null,
    payable_id          bigint,
    from_place          text        not null,
    to_place            text        not null,
    amount_vnd          bigint      not null,
    reason              text        not null,
    constraint ledger_entry_pk primary key (id),
    constraint ledger_entry_transaction_fk foreign key (bank_transaction_id) references bank_transaction (id),
    constraint entry_amount_is_positive check (amount_vnd > 0),
    constraint entry_moves check (from_place <> to_place),
    constraint from_place_is_known check
        (from_place in ('PAYER', 'UNALLOCATED', 'ALLOCATED', 'DUE_FOR_REFUND', 'IN_REFUND')),
    constraint to_place_is_known check
        (to_place in ('UNALLOCATED', 'ALLOCATED', 'DUE_FOR_REFUND', 'IN_REFUND', 'REFUNDED'))
);

create index ledger_entry_transaction on ledger_entry (bank_transaction_id);
create index ledger_entry_payable on ledger_entry (payable_id) where payable_id is not null;
create unique index received_once on ledger_entry (bank_transaction_id) where from_place = 'PAYER';

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'ledger_is_append_only' using errcode = 'restrict_violation';
end $$;

create trigger ledger_entry_stays before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();

-- No place can give more of a transfer than it holds, whoever asks and however many at once.
create function ledger_entry_is_covered() returns trigger language plpgsql as $$
declare
    held bigint;
begin
    perform 1 from bank_transaction where id = new.bank_transaction_id for update;
    select coalesce(sum(case when to_place = new.from_place then amount_vnd else -amount_vnd end), 0)
      into held
      from ledger_entry
     where bank_transaction_id = new.bank_transaction_id
       and (to_place = new.from_place or from_place = new.from_place);
    if held < new.amount_vnd then
        raise exception 'ledger_entry_is_covered: transaction % has % in %, not %',
            new.bank_transaction_id, held, new.from_place, new.amount_vnd using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger ledger_entry_is_covered before insert on ledger_entry
    for each row when (new.from_place <> 'PAYER') execute function ledger_entry_is_covered();

-- How many calls the whole cluster may still make, and until when the gateway asked everybody to wait.
create table gateway_pause (
    gateway      text             not null,
    paused_until timestamptz,
    permits      double precision not null,
    granted      integer          not null default 0,
    refilled_at  timestamptz      not null,
    constraint gateway_pause_pk primary key (gateway)
);
insert into gateway_pause (gateway, permits, refilled_at) values ('payos', 0, timestamptz '2026-01-01 00:00:00Z');
