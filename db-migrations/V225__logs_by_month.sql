-- The logs that grow most are cut by month, so that one month is looked after, emptied and dropped without touching the others.

-- Whoever writes into a log waits half a second at most; the job comes again.
-- Makes the partition of a month of Vietnam's calendar, and takes into it what the rest has of that month.
create function make_log_month(parent text, month date) returns void language plpgsql set lock_timeout = '500ms' as $$
declare
    part text := parent || '_' || to_char(month, 'YYYY_MM');
    first timestamptz := month::timestamp at time zone 'Asia/Ho_Chi_Minh';
    next timestamptz := (month + interval '1 month') at time zone 'Asia/Ho_Chi_Minh';
begin
    if to_regclass(part) is not null then
        return;
    end if;
    execute format('create table %I (like %I including defaults including constraints)', part, parent);
    execute format('with moved as (delete from %I where at >= %L and at < %L returning *) insert into %I select * from moved',
                   parent || '_rest', first, next, part);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, part, first, next);
end $$;

-- Drops the partitions of months that are over and have been emptied; tells which.
create function drop_emptied_log_months(parent text, now timestamptz) returns setof text language plpgsql set lock_timeout = '500ms' as $$
declare
    part text;
    is_used boolean;
begin
    for part in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = parent::regclass and right(c.relname, 8) ~ '^_\d{4}_\d{2}$'
           and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= (now at time zone 'Asia/Ho_Chi_Minh')
         order by c.relname
    loop
        execute format('select exists (select from %I)', part) into is_used;
        if not is_used then
            execute format('drop table %I', part);
            return next part;
        end if;
    end loop;
end $$;

-- Numbers come from sequences: what becomes of identity columns in partitions differs between PostgreSQL 16 and 17.

lock table audit_log, notification_attempt in access exclusive mode;

alter table audit_log rename to audit_log_before;
create sequence audit_log_number;
create table audit_log (
    id         bigint      not null default nextval('audit_log_number'),
    at         timestamptz not null,
    account_id bigint,
    action     text        not null,
    subject    text        not null,
    reason     text,
    detail     jsonb       not null default '{}'::jsonb,
    constraint audit_log_action_is_given check (length(action) between 1 and 100)
) partition by range (at);
comment on column audit_log.account_id is 'No foreign key: what was done stays on record when the account is erased';
create table audit_log_rest partition of audit_log default;
select make_log_month('audit_log', month::date)
  from (select coalesce(min(at), now()) as first from audit_log_before) known,
       generate_series(date_trunc('month', least(first, now()) at time zone 'Asia/Ho_Chi_Minh'),
                       now() at time zone 'Asia/Ho_Chi_Minh' + interval '3 months', interval '1 month') month;
insert into audit_log (id, at, account_id, action, subject, reason, detail)
select id, at, account_id, action, subject, reason, detail from audit_log_before;
select setval('audit_log_number', max(id)) from audit_log_before having max(id) is not null;
drop table audit_log_before;
alter sequence audit_log_number owned by audit_log.id;
alter table audit_log add constraint audit_log_pk primary key (at, id);
create index audit_log_by_subject on audit_log (subject, at);
create index audit_log_by_account on audit_log (account_id, at);

alter table notification_attempt rename to notification_attempt_before;
create sequence notification_attempt_number;
create table notification_attempt (
    id              bigint      not null default nextval('notification_attempt_number'),
    notification_id bigint      not null,
    number          integer     not null,
    at              timestamptz not null,
    outcome         text        not null,
    answer          text,
    duration_millis bigint      not null,
    failure         text,
    constraint notification_attempt_outcome_is_known check
        (outcome in ('SENT', 'RETRY', 'REJECTED', 'OVERTAKEN', 'UNWANTED', 'POSTPONED', 'ARRIVED', 'NOT_ARRIVED')),
    constraint notification_attempt_failure_is_known check
        (failure in ('CONNECTION', 'WE_ARE_REFUSED', 'TEMPORARY', 'MESSAGE_REFUSED', 'RECIPIENT_REFUSED', 'ANSWER_LOST', 'NOT_WRITTEN')),
    constraint notification_attempt_failure_has_its_kind check
        (failure is null or outcome in ('RETRY', 'REJECTED', 'NOT_ARRIVED'))
) partition by range (at);
comment on table notification_attempt is 'Every try to deliver, never changed afterwards';
comment on column notification_attempt.notification_id is
    'No foreign key: to make or drop a month would lock the outbox, which every payment writes into; both are forgotten in one statement';
comment on column notification_attempt.failure is 'What kind of failure it was; ANSWER_LOST may have been taken all the same';
create table notification_attempt_rest partition of notification_attempt default;
select make_log_month('notification_attempt', month::date)
  from (select coalesce(min(at), now()) as first from notification_attempt_before) known,
       generate_series(date_trunc('month', least(first, now()) at time zone 'Asia/Ho_Chi_Minh'),
                       now() at time zone 'Asia/Ho_Chi_Minh' + interval '3 months', interval '1 month') month;
insert into notification_attempt (id, notification_id, number, at, outcome, answer, duration_millis, failure)
select id, notification_id, number, at, outcome, answer, duration_millis, failure from notification_attempt_before;
select setval('notification_attempt_number', max(id)) from notification_attempt_before having max(id) is not null;
drop table notification_attempt_before;
alter sequence notification_attempt_number owned by notification_attempt.id;
alter table notification_attempt add constraint notification_attempt_pk primary key (id, at);
create index notification_attempt_by_notification on notification_attempt (notification_id);
