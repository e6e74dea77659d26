-- Several cases can be tagged and closed at once as well as assigned; what they were before is kept for undoing it.
alter table bulk_changes
  add column kind text not null default 'assign' check (kind in ('assign', 'tag', 'close')),
  add column what text;
alter table bulk_change_lines
  add column why text,
  add column before jsonb,
  add column last_event_id bigint;
