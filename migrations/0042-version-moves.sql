-- Open cases of a case type are moved to a newer version of it, one after another in the background; a move that is
-- stopped goes on where it was.
create table version_moves (
  organisation_id int not null references organisations,
  version_move_id bigint generated always as identity,
  case_type_id bigint not null,
  to_version int not null,
  choices jsonb not null,
  requested_by text not null,
  requested_at timestamptz not null,
  reached_case_id bigint not null default 0,
  finished_at timestamptz,
  primary key (organisation_id, version_move_id),
  foreign key (organisation_id, case_type_id, to_version) references case_type_versions
);
create unique index version_moves_under_way on version_moves (organisation_id, case_type_id)
  where finished_at is null;
create index version_moves_type on version_moves (organisation_id, case_type_id, version_move_id);

-- What became of each case, and its target before and after.
create table version_move_lines (
  organisation_id int not null,
  version_move_id bigint not null,
  case_id bigint not null,
  result text not null check (result in ('moved', 'stage', 'stages', 'sensitive', 'failed')),
  from_version int not null,
  target_before date,
  target_after date,
  primary key (organisation_id, version_move_id, case_id),
  foreign key (organisation_id, version_move_id) references version_moves,
  foreign key (organisation_id, case_id) references cases
);
create index version_move_lines_case on version_move_lines (organisation_id, case_id);

call protect('{version_moves}', 'select, insert, update');
call protect('{version_move_lines}', 'select, insert');
