-- The clock of a case: what happened to it, what is due when and why; the stages it goes through.

-- Days on which a calendar does not work, beside those that the product ships. Never deleted: a day that
-- was proclaimed and withdrawn again stays, retired.
create table calendar_days (
  organisation_id int not null references organisations,
  calendar text not null,
  day date not null,
  name text not null,
  kind text not null check (kind in ('bank holiday', 'school closure', 'local closure')),
  source text not null,
  added_by text not null,
  added_at timestamptz not null,
  retired_by text,
  retired_at timestamptz,
  retired_reason text,
  primary key (organisation_id, calendar, kind, day)
);
create trigger calendar_days_announce after insert or update or delete on calendar_days
  for each row execute function announce_configuration();

-- What starts, stops, restarts or extends a clock. Deadlines are derived from these by replay.
create table clock_events (
  organisation_id int not null,
  clock_event_id bigint generated always as identity,
  case_id bigint not null,
  track text not null default '',
  stage text not null default '',
  name text not null,
  happened_on date not null,
  happened_at timestamptz,
  until_on date,
  reason text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (organisation_id, clock_event_id),
  foreign key (organisation_id, case_id) references cases
);
create index clock_events_case on clock_events (organisation_id, case_id, clock_event_id);

-- state: 'waiting' (what it counts from has not happened), 'running', 'stopped' (no due date while
-- something is outstanding), 'unsettled' (the law gives no date yet), 'met', 'ended' (no longer needed).
create table case_deadlines (
  organisation_id int not null,
  case_id bigint not null,
  track text not null default '',
  stage text not null default '',
  code text not null,
  state text not null
    check (state in ('waiting', 'running', 'stopped', 'unsettled', 'met', 'ended')),
  rule text not null,
  rule_version text not null,
  calendar text,
  calendar_version text,
  is_target boolean not null default false,
  counted_from date,
  due_on date,
  due_at timestamptz,
  derived_due_on date,
  derived_due_at timestamptz,
  override_reason text,
  overridden_by text,
  met_on date,
  is_in_time boolean,
  calculation jsonb not null default '{}',
  next_reminder_at timestamptz,
  reminders_given int not null default 0,
  computed_at timestamptz not null,
  primary key (organisation_id, case_id, track, stage, code),
  foreign key (organisation_id, case_id) references cases
);
create index case_deadlines_due on case_deadlines (organisation_id, due_on, case_id)
  where state = 'running';
create index case_deadlines_reminder on case_deadlines (organisation_id, next_reminder_at, case_id)
  where next_reminder_at is not null;
create index case_deadlines_open on case_deadlines (organisation_id, case_id)
  where state in ('waiting', 'running', 'stopped', 'unsettled');

-- The stages that a case has been in; where ended_at is null it is in that stage now, one for each track.
alter table case_stages
  add column track text not null default 'main',
  add column code text,
  add column started_at timestamptz,
  add column ended_at timestamptz,
  add column worked_by bigint;
update case_stages set code = 'stage-' || stage,
  ended_at = completed_on::timestamp at time zone 'Europe/London';
alter table case_stages drop constraint case_stages_pkey;
alter table case_stages alter column code set not null;
alter table case_stages add primary key (organisation_id, case_id, track, code);
alter table case_stages alter column stage drop not null;
create unique index case_stages_number on case_stages (organisation_id, case_id, stage);
create unique index case_stages_open on case_stages (organisation_id, case_id, track)
  where ended_at is null and started_at is not null;

-- How a case ended, and when to the moment (late papers and reopening count from it).
alter table cases
  add column ending text,
  add column closed_at timestamptz,
  add column rejected_on date,
  add column rejected_reason text;

-- What a task or letter is due by, relative to something dated, so that it moves when that moves.
alter table tasks
  add column track text,
  add column stage text,
  add column due_from jsonb,
  add column outcome text;

-- Letters that a stage has raised and nobody has sent yet; what is sent becomes correspondence.
create table letter_drafts (
  organisation_id int not null,
  letter_draft_id bigint generated always as identity,
  case_id bigint not null,
  track text,
  stage text,
  template text not null,
  name text not null,
  channel text not null check (channel in ('email', 'letter')),
  subject text,
  body text not null,
  due_on date,
  due_from jsonb,
  created_at timestamptz not null,
  sent_at timestamptz,
  correspondence_id bigint,
  dropped_at timestamptz,
  primary key (organisation_id, letter_draft_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, correspondence_id) references correspondence
);
create index letter_drafts_case on letter_drafts (organisation_id, case_id, letter_draft_id);

-- The letters and e-mails that can be written, with merge fields in {{braces}}.
create table letter_templates (
  organisation_id int not null references organisations,
  code text not null,
  name text not null,
  channel text not null check (channel in ('email', 'letter')),
  subject text,
  body text not null,
  updated_at timestamptz not null,
  primary key (organisation_id, code)
);
create trigger letter_templates_announce after insert or update or delete on letter_templates
  for each row execute function announce_configuration();

-- A recomputation of open cases after a calendar, a rule or a target changed; it goes on where it stopped.
create table recomputations (
  organisation_id int not null references organisations,
  recomputation_id bigint generated always as identity,
  reason text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  reached_case_id bigint not null default 0,
  cases_seen bigint not null default 0,
  deadlines_moved bigint not null default 0,
  finished_at timestamptz,
  primary key (organisation_id, recomputation_id)
);
create table deadline_moves (
  organisation_id int not null,
  deadline_move_id bigint generated always as identity,
  case_id bigint not null,
  track text not null,
  stage text not null,
  code text not null,
  recomputation_id bigint,
  due_before text,
  due_after text,
  moved_at timestamptz not null,
  primary key (organisation_id, deadline_move_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, recomputation_id) references recomputations
);
create index deadline_moves_case on deadline_moves (organisation_id, case_id);
create index deadline_moves_recomputation on deadline_moves (organisation_id, recomputation_id)
  where recomputation_id is not null;

call protect('{calendar_days,clock_events,case_deadlines,letter_drafts,letter_templates,recomputations}',
  'select, insert, update, delete');
call protect('{deadline_moves}', 'select, insert');
