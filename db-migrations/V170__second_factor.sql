-- The second factor of administrators: a secret that their phone shares, and codes for the day it is lost.
create table second_factor (
    account_id  bigint      not null,
    secret      text        not null,
    last_step   bigint      not null,
    enrolled_at timestamptz not null,
    constraint second_factor_pk primary key (account_id),
    constraint second_factor_of_an_account foreign key (account_id) references account (id) on delete cascade,
    constraint second_factor_secret_is_sealed check (starts_with(secret, 'v1:'))
);
comment on column second_factor.last_step is 'The half minute since 1970 whose code was taken last: no code is taken twice, nor an older one after it';

create table second_factor_recovery (
    id         bigint generated always as identity,
    account_id bigint      not null,
    code_hash  text        not null,
    used_at    timestamptz,
    constraint second_factor_recovery_pk primary key (id),
    constraint second_factor_recovery_of_a_factor foreign key (account_id) references second_factor (account_id) on delete cascade
);
create index second_factor_recovery_by_account on second_factor_recovery (account_id);
