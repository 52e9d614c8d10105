-- A payout whose end the gateway never tells is ended by people: two of them, each with a proof, close it for good.

alter table refund_payout
    add column bank_bin       text,
    add column account_number text,
    add column account_holder text,
    add column sending_until  timestamptz,
    add column closed_at      timestamptz,
    add column staff_proof    text;
comment on column refund_payout.account_number is 'Where it was ordered to go, sealed as in its refund; the refund may have another account later';
comment on column refund_payout.sending_until is 'Until then a call that pays may be on its way; written and committed before each such call';
comment on column refund_payout.staff_proof is 'The bank''s number by which staff say that it was paid, where the gateway does not tell';

update refund_payout p
   set bank_bin = c.bank_bin, account_number = c.account_number, account_holder = c.account_holder
  from refund_case c
 where c.id = p.refund_case_id;

alter table refund_payout drop constraint refund_payout_outcome_is_known;
alter table refund_payout add constraint refund_payout_outcome_is_known check
    (outcome in ('SUCCEEDED', 'FAILED', 'CLOSED'));
alter table refund_payout add constraint payout_account_is_whole check
    ((bank_bin is null) = (account_number is null));
alter table refund_payout add constraint payout_account_is_sealed check
    ((account_number is null or account_number like 'v1:%') and (account_holder is null or account_holder like 'v1:%'));
alter table refund_payout add constraint closed_payout_says_when check (outcome <> 'CLOSED' or closed_at is not null);
alter table refund_payout add constraint staff_proof_says_something check (staff_proof is null or btrim(staff_proof) <> '');

-- Never twice: a second sending can only be written down once the first has failed or is closed.
drop index refund_is_sent_once;
create unique index refund_is_sent_once on refund_payout (refund_case_id)
    where outcome is null or outcome = 'SUCCEEDED';

-- Who says that a payout was not paid, and by what proof.
create table refund_payout_verdict (
    refund_payout_id bigint      not null,
    account_id       bigint      not null,
    proof            text        not null,
    at               timestamptz not null,
    constraint refund_payout_verdict_pk primary key (refund_payout_id, account_id),
    constraint refund_payout_verdict_payout_fk foreign key (refund_payout_id) references refund_payout (id),
    constraint verdict_has_proof check (btrim(proof) <> '')
);

-- Whatever the program does: nobody closes a payout alone or while it may be being sent, and a closed one is sent no more.
create function payout_is_closed_for_good() returns trigger language plpgsql as $$
begin
    if old.outcome is not null
       and (new.outcome is null or new.sending_until is distinct from old.sending_until) then
        raise exception 'payout_is_closed_for_good: payout % has ended', old.id using errcode = 'check_violation';
    end if;
    if old.closed_at is not null and new.closed_at is distinct from old.closed_at then
        raise exception 'payout_is_closed_for_good: payout % was closed', old.id using errcode = 'check_violation';
    end if;
    if new.outcome = 'CLOSED' and old.outcome is distinct from 'CLOSED' then
        if old.outcome is not null then
            raise exception 'payout_is_closed_for_good: payout % has ended', old.id using errcode = 'check_violation';
        end if;
        if old.sending_until > new.closed_at then
            raise exception 'payout_is_closed_for_good: payout % may be being sent', old.id using errcode = 'check_violation';
        end if;
        if (select count(*) from refund_payout_verdict where refund_payout_id = new.id) < 2 then
            raise exception 'payout_is_closed_for_good: payout % needs two people', old.id using errcode = 'check_violation';
        end if;
    end if;
    return new;
end $$;

create trigger payout_is_closed_for_good before update on refund_payout
    for each row execute function payout_is_closed_for_good();

alter table payment_exception drop constraint exception_kind_is_known;
alter table payment_exception add constraint exception_kind_is_known check
    (kind in ('UNKNOWN_ORDER', 'WRONG_CURRENCY', 'CONTRADICTION', 'DECISION_FAILED', 'PAID_OUT_TWICE'));
