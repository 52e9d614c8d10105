-- What was done about an administrator's second factor is told to the mailbox. The kinds that were there before stay.
do $$
declare
    added constant text := ', ''SECOND_FACTOR_ENROLLED'', ''SECOND_FACTOR_RESET'', ''RECOVERY_CODE_USED''';
    kinds text;
begin
    select substring(pg_get_constraintdef(oid) from 'ARRAY\[(.*)\]')
      into strict kinds
      from pg_constraint
     where conname = 'notification_kind_is_known' and conrelid = 'notification'::regclass;
    execute 'alter table notification drop constraint notification_kind_is_known';
    execute 'alter table notification add constraint notification_kind_is_known check (kind = any (array['
            || kinds || added || ']))';
    select substring(pg_get_constraintdef(oid) from 'ARRAY\[(.*)\]')
      into strict kinds
      from pg_constraint
     where conname = 'notification_of_an_account' and conrelid = 'notification'::regclass;
    execute 'alter table notification drop constraint notification_of_an_account';
    execute 'alter table notification add constraint notification_of_an_account check '
            || '((account_id is not null) = (kind = any (array[' || kinds || added || '])))';
end
$$;
