-- Limits that all nodes share: one token bucket per limit and key.
create table rate_limit (
    id text not null,
    state bytea,
    expires_at bigint,
    constraint rate_limit_pk primary key (id)
);

create index rate_limit_expiry on rate_limit (expires_at);
