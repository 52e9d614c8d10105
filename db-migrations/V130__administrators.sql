-- Since when somebody is an administrator: shown to the others who decide about money.

alter table account add column administrator_since timestamptz;

update account set administrator_since = created_at where role = 'ADMINISTRATOR';

alter table account add constraint account_administrator_since_appointment
    check ((role = 'ADMINISTRATOR') = (administrator_since is not null));
