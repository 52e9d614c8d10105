-- Proving mailboxes, ending sessions, and mails that people ask for.

alter table account add column sign_in_generation integer not null default 0;
comment on column account.sign_in_generation is
    'Grows when all sessions, remembered sign-ins and open reset links of the account end.';

alter table account add column registered_by uuid;
comment on column account.registered_by is
    'The browser that registered, until the mailbox is proved: the link signs in only there without the password.';

alter table account add column new_email text
    constraint account_new_email_is_lower_case check (new_email = lower(new_email) and length(new_email) between 3 and 254);

-- What people asked to be mailed, known or not: written at the same cost, answered by a job.
create table account_mail_request (
    id bigint generated always as identity constraint account_mail_request_pk primary key,
    kind text not null
        constraint account_mail_request_kind_is_known check (kind in ('PASSWORD_RESET', 'EMAIL_VERIFICATION')),
    email text not null,
    requested_at timestamptz not null
);

create index booking_of_guests_by_email on booking (contact_email) where account_id is null;
