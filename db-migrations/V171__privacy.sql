-- Who agreed to what, and whose bookings nobody can tell any more.
create table consent (
    account_id   bigint      not null,
    text_version text        not null,
    agreed_at    timestamptz not null,
    constraint consent_pk primary key (account_id),
    constraint consent_of_an_account foreign key (account_id) references account (id) on delete cascade
);
comment on table consent is 'Who agreed that an account keeps name, ways to be reached and bookings, to which wording; buying needs no consent, and nothing else is done with data';

alter table booking add column anonymised_at timestamptz;
comment on column booking.anonymised_at is 'Since when nobody can tell whose booking it was; trip, seats and money stay';

-- The last message to somebody whose account is erased. The kinds that were there before stay.
do $$
declare
    kinds text;
begin
    select substring(pg_get_constraintdef(oid) from 'ARRAY\[(.*)\]')
      into strict kinds
      from pg_constraint
     where conname = 'notification_kind_is_known' and conrelid = 'notification'::regclass;
    execute 'alter table notification drop constraint notification_kind_is_known';
    execute 'alter table notification add constraint notification_kind_is_known check (kind = any (array['
            || kinds || ', ''ACCOUNT_ERASED'']))';
    select substring(pg_get_constraintdef(oid) from 'ARRAY\[(.*)\]')
      into strict kinds
      from pg_constraint
     where conname = 'notification_of_an_account' and conrelid = 'notification'::regclass;
    execute 'alter table notification drop constraint notification_of_an_account';
    execute 'alter table notification add constraint notification_of_an_account check '
            || '((account_id is not null) = (kind = any (array[' || kinds || ', ''ACCOUNT_ERASED''])))';
end
$$;
