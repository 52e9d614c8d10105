-- A comparison asks about payouts as well, after all attempts.
alter table reconciliation_run add column payout_position bigint not null default 0;
alter table reconciliation_difference add column refund_case_id bigint;
create index refund_payout_requested on refund_payout using brin (requested_at);
