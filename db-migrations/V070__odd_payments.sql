-- What is not as it should be with money, and money that is kept for a booking until the rest comes.

-- What a transfer is for: by its order code, or because staff said so.
alter table bank_transaction add column payable_id bigint;
comment on column bank_transaction.payable_id is 'What a settled transfer is for: by its order code, or assigned by staff';
update bank_transaction t set payable_id = a.payable_id from payment_attempt a where a.id = t.attempt_id;
create index bank_transaction_payable on bank_transaction (payable_id) where payable_id is not null;

-- Other money than đồng is put on record, but never entered in the ledger.
alter table bank_transaction drop constraint transaction_is_in_dong;
alter table bank_transaction add constraint transaction_currency_is_named check (length(currency) between 1 and 10);
alter table bank_transaction add constraint other_money_is_never_settled_for_something
    check (currency = 'VND' or (payable_id is null and settled_at is not null));

create function ledger_entry_is_in_dong() returns trigger language plpgsql as $$
begin
    if (select currency from bank_transaction where id = new.bank_transaction_id) <> 'VND' then
        raise exception 'ledger_entry_is_in_dong: transaction %', new.bank_transaction_id using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- Everything that leaves the payer passes here once, so that nothing of it can be moved on either.
create trigger ledger_entry_is_in_dong after insert on ledger_entry
    for each row when (new.from_place = 'PAYER') execute function ledger_entry_is_in_dong();

create table payment_exception (
    id                  bigint generated always as identity,
    kind                text        not null,
    bank_transaction_id bigint      not null,
    detail              text        not null,
    opened_at           timestamptz not null,
    resolved_at         timestamptz,
    -- No foreign key: what was done stays on record when the account is erased.
    resolved_by         bigint,
    resolution          text,
    note                text,
    constraint payment_exception_pk primary key (id),
    constraint payment_exception_transaction_fk foreign key (bank_transaction_id) references bank_transaction (id),
    constraint exception_kind_is_known
        check (kind in ('UNKNOWN_ORDER', 'WRONG_CURRENCY', 'CONTRADICTION', 'DECISION_FAILED')),
    constraint exception_resolution_is_known
        check (resolution in ('ASSIGNED', 'REFUNDED', 'HANDLED', 'SETTLED')),
    constraint resolved_says_how check ((resolved_at is null) = (resolution is null)),
    constraint only_time_resolves_without_a_person
        check (resolution is null or (resolution = 'SETTLED') = (resolved_by is null))
);
comment on table payment_exception is 'What about a transfer a person has to decide; stays on record when it is decided.';
create unique index one_open_exception_of_a_kind on payment_exception (kind, bank_transaction_id) where resolved_at is null;
create index payment_exception_open on payment_exception (id) where resolved_at is null;
create index payment_exception_transaction on payment_exception (bank_transaction_id);

insert into payment_exception (kind, bank_transaction_id, detail, opened_at)
select 'UNKNOWN_ORDER', id, 'order code ' || order_code, received_at
  from bank_transaction where settled_at is not null and attempt_id is null;

-- Parts that came too late are kept for a while under the booking's name.
alter table booking add column money_kept_since timestamptz;
comment on column booking.money_kept_since is 'Since when received money that is not enough is kept for it, unallocated; null if none is';
create index booking_keeping_money on booking (money_kept_since) where money_kept_since is not null;

update booking b
   set money_kept_since = coalesce(b.expired_at, b.placed_at)
  from (select t.payable_id
          from bank_transaction t
          join ledger_entry e on e.bank_transaction_id = t.id and 'UNALLOCATED' in (e.from_place, e.to_place)
         where t.settled_at is not null and t.payable_id is not null
         group by t.payable_id
        having sum(case when e.to_place = 'UNALLOCATED' then e.amount_vnd else -e.amount_vnd end) > 0) kept
 where kept.payable_id = b.id;
