-- What is drafted to be sent as the answer to a case, each wording of it, and who must clear it first.

-- `version` is the newest; it is also what tells two who change an answer at once apart.
create table answers (
  organisation_id int not null,
  case_id bigint not null,
  answer int not null check (answer > 0),
  title text not null,
  version int not null default 1,
  dropped_at timestamptz,
  dropped_by text,
  dropped_reason text,
  primary key (organisation_id, case_id, answer),
  foreign key (organisation_id, case_id) references cases,
  check ((dropped_at is null) = (dropped_reason is null))
);

-- Every wording stays. `author_id` is null where no person wrote it.
create table answer_versions (
  organisation_id int not null,
  case_id bigint not null,
  answer int not null,
  version int not null check (version > 0),
  body text not null,
  author text not null,
  author_id bigint,
  written_at timestamptz not null,
  primary key (organisation_id, case_id, answer, version),
  foreign key (organisation_id, case_id, answer) references answers,
  foreign key (organisation_id, author_id) references users
);

-- The chain as it was when it was chosen: a later version of the case type does not change who must clear.
create table clearances (
  organisation_id int not null,
  clearance_id bigint generated always as identity,
  case_id bigint not null,
  answer int not null,
  version int not null,
  chain text not null,
  chain_name text not null,
  state text not null default 'running'
    check (state in ('running', 'given', 'returned', 'withdrawn')),
  started_by text not null,
  started_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  reason text,
  primary key (organisation_id, clearance_id),
  foreign key (organisation_id, case_id, answer, version) references answer_versions,
  check ((state = 'running') = (ended_at is null)),
  check ((state = 'withdrawn') = (reason is not null))
);
create index clearances_answer on clearances (organisation_id, case_id, answer, clearance_id);
create unique index clearances_running on clearances (organisation_id, case_id, answer)
  where state = 'running';

-- Whoever took a step; `on_behalf_of` is the member of the team for whom they stood in.
create table clearance_steps (
  organisation_id int not null,
  clearance_id bigint not null,
  position int not null check (position > 0),
  step text not null,
  name text not null,
  team_id bigint not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'open', 'cleared', 'returned')),
  remarks text,
  taken_by bigint,
  taken_at timestamptz,
  on_behalf_of bigint,
  primary key (organisation_id, clearance_id, position),
  foreign key (organisation_id, clearance_id) references clearances,
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, taken_by) references users,
  foreign key (organisation_id, on_behalf_of) references users,
  check ((state in ('cleared', 'returned')) = (taken_by is not null)),
  check ((taken_by is null) = (taken_at is null)),
  check (state <> 'returned' or remarks is not null)
);
create unique index clearance_steps_open on clearance_steps (organisation_id, clearance_id)
  where state = 'open';
create index clearance_steps_team on clearance_steps (organisation_id, team_id)
  where state = 'open';

call protect('{answers,clearances,clearance_steps}', 'select, insert, update, delete');
call protect('{answer_versions}', 'select, insert, delete');
