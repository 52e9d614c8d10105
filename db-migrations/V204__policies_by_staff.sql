-- Policies that staff keep on the screen stay as staff left them, whatever a catalogue file says afterwards.
alter table policy add column staff_changed_at timestamptz;
alter table policy add column removed_at timestamptz;
alter table policy add constraint policy_removed_by_staff check (removed_at is null or staff_changed_at is not null);
comment on column policy.staff_changed_at is 'Since when catalogue files leave it alone, because staff have changed, added or removed it';
comment on column policy.removed_at is 'Since when it counts for nobody; the row stays, so that no catalogue file brings it back';
