-- Case types that are being worked on: one draft for a name, until it is published or thrown away.
create table case_type_drafts (
  organisation_id int not null references organisations,
  draft_id bigint generated always as identity,
  name text not null,
  -- the published version it began from; null for a new case type
  based_on int,
  definition jsonb not null,
  -- a save on top of another's change is refused by it
  version int not null default 1,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (organisation_id, draft_id)
);
create unique index case_type_drafts_name on case_type_drafts (organisation_id, lower(name));
call protect('{case_type_drafts}', 'select, insert, update, delete');

-- How many open cases there are of a case type, and under which of its versions.
create index cases_open_types on cases (organisation_id, case_type_id, case_type_version, case_id)
  where closed_on is null;
