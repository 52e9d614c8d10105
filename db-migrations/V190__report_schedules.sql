-- Reports that are sent by themselves: what, when, to whom; and every time that one was due.
create table report_schedule (
    id              bigint generated always as identity,
    account_id      bigint      not null,
    kind            text        not null,
    cadence         text        not null,
    hour            smallint    not null,
    period          text        not null,
    grain           text        not null,
    comparison      text        not null,
    route_id        bigint,
    operator_id     bigint,
    bus_type_id     bigint,
    ordered_by      text        not null,
    descending      boolean     not null,
    language        text        not null,
    formats         text[]      not null,
    created_at      timestamptz not null,
    next_due_at     timestamptz,
    stopped_at      timestamptz,
    stopped_because text,
    constraint report_schedule_pk primary key (id),
    constraint report_schedule_kind_is_known check (kind in ('REVENUE', 'BOOKINGS')),
    constraint report_schedule_cadence_is_known check (cadence in ('DAILY', 'WEEKLY', 'MONTHLY')),
    constraint report_schedule_hour_exists check (hour between 0 and 23),
    constraint report_schedule_language_is_known check (language in ('VI', 'EN')),
    constraint report_schedule_formats_are_known check (formats <@ array['XLSX', 'PDF']),
    constraint report_schedule_stops_or_goes_on check ((stopped_at is null) = (next_due_at is not null)),
    constraint report_schedule_stop_has_a_cause check ((stopped_at is null) = (stopped_because is null)),
    constraint report_schedule_cause_is_known check (stopped_because in ('STAFF', 'NO_RIGHT', 'NO_RECIPIENT'))
);
comment on table report_schedule is 'A report that is sent by itself; whose figures it shows follows each time from what its owner may see then';
comment on column report_schedule.account_id is 'Who set it up; no foreign key, because it outlives an erased account as stopped';
comment on column report_schedule.period is 'The days that it tells of, counted from the day on which it is due';
create index report_schedule_due on report_schedule (next_due_at, id) where next_due_at is not null;
create index report_schedule_by_owner on report_schedule (account_id);

create table report_recipient (
    id          bigint generated always as identity,
    schedule_id bigint not null,
    address     text   not null,
    stopped_at  timestamptz,
    constraint report_recipient_pk primary key (id),
    constraint report_recipient_of_a_schedule foreign key (schedule_id) references report_schedule (id),
    constraint report_recipient_is_lower_case check (address = lower(address))
);
comment on column report_recipient.stopped_at is 'Since when this reader does not want it any more, by the link in the mail';
create unique index report_recipient_once on report_recipient (schedule_id, address)
    where address <> 'erased@busticket.invalid';
create index report_recipient_by_address on report_recipient (address);

create table report_run (
    id          bigint generated always as identity,
    schedule_id bigint      not null,
    due_at      timestamptz not null,
    from_day    date        not null,
    to_day      date        not null,
    told_at     timestamptz not null,
    constraint report_run_pk primary key (id),
    constraint report_run_of_a_schedule foreign key (schedule_id) references report_schedule (id),
    constraint report_run_once unique (schedule_id, due_at),
    constraint report_run_goes_forward check (from_day <= to_day)
);
comment on table report_run is 'Every time that a report was due, and the days that it tells of; what became of its mails stands with the messages';

-- Mails with a report go to addresses that need no account.
alter table notification add column report_run_id bigint;
alter table notification add column report_recipient_id bigint;
alter table notification add constraint notification_of_a_report_run
    foreign key (report_run_id) references report_run (id);
alter table notification add constraint notification_to_a_report_recipient
    foreign key (report_recipient_id) references report_recipient (id);
alter table notification add constraint notification_of_a_report check
    ((report_run_id is not null) = (kind = 'REPORT') and (report_run_id is null) = (report_recipient_id is null));
alter table notification drop constraint notification_about_one_thing;
alter table notification add constraint notification_about_one_thing check
    (num_nonnulls(booking_id, account_id, report_run_id) = 1);
create index notification_by_report_run on notification (report_run_id) where report_run_id is not null;

-- The kinds that were there before stay.
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
            || kinds || ', ''REPORT'']))';
end
$$;
