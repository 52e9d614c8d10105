-- When the sums were compared with the facts, and what that found.

create index booking_counted_by_departure on booking_counted (departure_day);
alter table figures_state add column differences bigint not null default 0;
alter table figures_state add column proved_at timestamptz;
comment on column figures_state.differences is 'How many sums differed from the facts when that was last looked at';
