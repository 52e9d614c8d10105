-- People with an account, and what staff did.

create table account (
    id bigint generated always as identity constraint account_pk primary key,
    email text not null
        constraint account_email_once unique
        constraint account_email_is_lower_case check (email = lower(email) and length(email) between 3 and 254),
    password_hash text not null,
    full_name text not null
        constraint account_full_name_is_given check (length(btrim(full_name)) between 1 and 100),
    phone_e164 text
        constraint account_phone_is_international check (phone_e164 ~ '^\+[1-9][0-9]{6,14}$'),
    role text not null
        constraint account_role_is_known check (role in ('PASSENGER', 'OPERATOR_STAFF', 'ADMINISTRATOR')),
    operator_code text,
    language text not null
        constraint account_language_is_known check (language in ('VI', 'EN')),
    email_verified_at timestamptz,
    password_changed_at timestamptz not null,
    created_at timestamptz not null,
    version integer not null default 0,
    constraint account_operator_belongs_to_its_staff
        check ((role = 'OPERATOR_STAFF') = (operator_code is not null))
);

create index account_by_role on account (role) where role <> 'PASSENGER';

create table audit_log (
    id bigint generated always as identity constraint audit_log_pk primary key,
    at timestamptz not null,
    -- No foreign key: what was done stays on record when the account is erased.
    account_id bigint,
    action text not null
        constraint audit_log_action_is_given check (length(action) between 1 and 100),
    subject text not null,
    reason text,
    detail jsonb not null default '{}'::jsonb
);

create index audit_log_by_time on audit_log (at);
create index audit_log_by_subject on audit_log (subject, at);
create index audit_log_by_account on audit_log (account_id, at);
