-- Addresses that mail comes back from.
create table suppression (
    address   text        not null,
    reason    text,
    source    text        not null,
    detail    text,
    since     timestamptz,
    count     integer     not null default 0,
    delays    integer     not null default 0,
    last_at   timestamptz not null,
    lifted_at timestamptz,
    constraint suppression_pk primary key (address),
    constraint suppression_address_is_lower_case check (address = lower(address)),
    constraint suppression_reason_is_known check (reason in ('BOUNCED', 'REFUSED', 'INVALID', 'COMPLAINED')),
    constraint suppression_source_is_known check (source in ('SMTP', 'REPORT', 'SENDGRID')),
    constraint suppressed_has_a_reason check ((since is null) = (reason is null)),
    constraint suppressed_was_returned check ((since is null) = (count = 0)),
    constraint lifted_was_suppressed check (lifted_at is null or since is not null)
);
comment on column suppression.since is 'From when on it takes no mail; null while only delays were told';
comment on column suppression.count is 'How often mail was returned for good';
comment on column suppression.delays is 'How often it was told that mail is late or was returned for a reason that may pass';
comment on column suppression.lifted_at is 'Staff lifted it; the row stays until SendGrid has forgotten the address too';

create index suppression_since on suppression (since desc, address) where since is not null and lifted_at is null;
create index suppression_lifted on suppression (lifted_at) where lifted_at is not null;

create table suppression_source_mark (
    source     text        not null,
    read_until timestamptz not null,
    constraint suppression_source_mark_pk primary key (source)
);
comment on table suppression_source_mark is 'Up to when a list of returned addresses has been read';
