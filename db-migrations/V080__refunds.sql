-- Money that goes back: one case for each amount of one transfer, from its reason to the proof that it arrived.

create table refund_case (
    id                  bigint generated always as identity,
    token               text        not null,
    bank_transaction_id bigint      not null,
    payable_id          bigint,
    amount_vnd          bigint      not null,
    reason              text        not null,
    state               text        not null,
    approvals_needed    integer     not null,
    approval_round      integer     not null default 1,
    bank_bin            text,
    account_number      text,
    account_holder      text,
    account_source      text,
    hand_reference      text,
    hand_note           text,
    failure_reason      text,
    opened_at           timestamptz not null,
    changed_at          timestamptz not null,
    finished_at         timestamptz,
    constraint refund_case_pk primary key (id),
    constraint refund_case_token_unique unique (token),
    constraint refund_case_transaction_fk foreign key (bank_transaction_id) references bank_transaction (id),
    constraint refund_amount_is_positive check (amount_vnd > 0),
    constraint refund_reason_is_known check
        (reason in ('PAID_TOO_MUCH', 'PAID_TWICE', 'PAID_AFTER_CANCELLATION', 'PAID_TOO_LATE', 'CANCELLED',
                    'UNKNOWN_PAYMENT')),
    constraint refund_state_is_known check
        (state in ('NEEDS_ACCOUNT', 'NEEDS_APPROVAL', 'APPROVED', 'REQUESTED', 'PROCESSING', 'UNKNOWN', 'REFUNDED',
                   'FAILED')),
    constraint refund_is_approved_by_somebody check (approvals_needed between 1 and 2),
    constraint refund_account_is_whole check
        ((bank_bin is null) = (account_number is null) and (bank_bin is null) = (account_source is null)),
    constraint refund_account_is_sealed check
        ((account_number is null or account_number like 'v1:%') and (account_holder is null or account_holder like 'v1:%')),
    constraint refund_account_source_is_known check (account_source in ('TRANSACTION', 'PASSENGER', 'STAFF')),
    constraint refund_goes_somewhere check (state in ('NEEDS_ACCOUNT', 'REFUNDED') or bank_bin is not null),
    constraint refunded_says_when check ((state = 'REFUNDED') = (finished_at is not null)),
    constraint refund_failure_says_why check (state <> 'FAILED' or failure_reason is not null),
    constraint refund_by_hand_has_proof check (hand_reference is null or btrim(hand_reference) <> '')
);

create index refund_case_payable on refund_case (payable_id) where payable_id is not null;
create index refund_case_transaction on refund_case (bank_transaction_id);
create index refund_case_open on refund_case (state, changed_at) where state <> 'REFUNDED';

-- Who agreed to pay out; another account or another try begins a new round.
create table refund_approval (
    refund_case_id bigint      not null,
    round          integer     not null,
    account_id     bigint      not null,
    at             timestamptz not null,
    constraint refund_approval_pk primary key (refund_case_id, round, account_id),
    constraint refund_approval_case_fk foreign key (refund_case_id) references refund_case (id)
);

create table refund_event (
    id             bigint generated always as identity,
    refund_case_id bigint      not null,
    at             timestamptz not null,
    actor          text        not null,
    account_id     bigint,
    from_state     text,
    to_state       text        not null,
    what           text        not null,
    constraint refund_event_pk primary key (id),
    constraint refund_event_case_fk foreign key (refund_case_id) references refund_case (id),
    constraint refund_event_actor_is_known check (actor in ('SYSTEM', 'PASSENGER', 'STAFF')),
    constraint refund_event_staff_is_named check ((actor = 'STAFF') = (account_id is not null))
);

create index refund_event_case on refund_event (refund_case_id, id);

-- One sending through the gateway: written before the call, with the keys that make it the same sending for ever.
create table refund_payout (
    id              bigint generated always as identity,
    refund_case_id  bigint      not null,
    gateway         text        not null,
    reference       text        not null,
    idempotency_key text        not null,
    payout_id       text,
    gateway_state   text,
    outcome         text,
    requested_at    timestamptz not null,
    answered_at     timestamptz,
    next_check_at   timestamptz,
    checks          integer     not null default 0,
    constraint refund_payout_pk primary key (id),
    constraint refund_payout_case_fk foreign key (refund_case_id) references refund_case (id),
    constraint refund_payout_reference_unique unique (gateway, reference),
    constraint refund_payout_key_unique unique (gateway, idempotency_key),
    constraint refund_payout_outcome_is_known check (outcome in ('SUCCEEDED', 'FAILED'))
);

-- Never twice: a second sending can only be written down once the first is known to have failed.
create unique index refund_is_sent_once on refund_payout (refund_case_id) where outcome is distinct from 'FAILED';
create index refund_payout_next_check on refund_payout (next_check_at) where next_check_at is not null;

-- A bank can send back what it had paid out.
alter table ledger_entry drop constraint from_place_is_known;
alter table ledger_entry add constraint from_place_is_known check
    (from_place in ('PAYER', 'UNALLOCATED', 'ALLOCATED', 'DUE_FOR_REFUND', 'IN_REFUND', 'REFUNDED'));

-- Money that was due before there were cases gets its case.
with due as (
    select bank_transaction_id, payable_id, max(at) as at,
           sum(case when to_place = 'DUE_FOR_REFUND' then amount_vnd else -amount_vnd end) as amount_vnd,
           max(reason) filter (where to_place = 'DUE_FOR_REFUND') as reason
      from ledger_entry
     where 'DUE_FOR_REFUND' in (from_place, to_place)
     group by bank_transaction_id, payable_id),
opened as (
    insert into refund_case (token, bank_transaction_id, payable_id, amount_vnd, reason, state, approvals_needed,
           opened_at, changed_at)
    select substr(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 1, 40),
           bank_transaction_id, payable_id, amount_vnd,
           case reason when 'paid too much' then 'PAID_TOO_MUCH'
                       when 'paid twice' then 'PAID_TWICE'
                       when 'paid after cancellation' then 'PAID_AFTER_CANCELLATION'
                       else 'PAID_TOO_LATE' end,
           'NEEDS_ACCOUNT', 2, at, at
      from due
     where amount_vnd > 0
    returning id, opened_at)
insert into refund_event (refund_case_id, at, actor, to_state, what)
select id, opened_at, 'SYSTEM', 'NEEDS_ACCOUNT', 'opened'
  from opened;
