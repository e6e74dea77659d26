-- Work to be done on a case, forms filed against it, files and messages.

create table tasks (
  organisation_id int not null,
  task_id bigint generated always as identity,
  case_id bigint not null,
  code text not null,
  title text not null,
  due_on date,
  team_id bigint,
  assigned_user_id bigint,
  created_at timestamptz not null,
  completed_at timestamptz,
  completed_by text,
  updated_at timestamptz not null,
  changed_in xid8 not null default pg_current_xact_id(),
  primary key (organisation_id, task_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, assigned_user_id) references users
);
create index tasks_case on tasks (organisation_id, case_id, code, task_id);
create index tasks_created_at on tasks (organisation_id, created_at, task_id);
create index tasks_updated_at on tasks (organisation_id, updated_at, task_id);

create table case_actions (
  organisation_id int not null,
  action_id bigint generated always as identity,
  case_id bigint not null,
  form text not null,
  title text not null,
  attributes jsonb not null default '{}',
  task_id bigint,
  submitted_by text not null,
  submitted_at timestamptz not null,
  primary key (organisation_id, action_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, task_id) references tasks
);
create index case_actions_case on case_actions (organisation_id, case_id, action_id);

-- state: 'pending' (to be fetched), 'stored', 'link' (kept as an address only), 'not retrieved'.
create table documents (
  organisation_id int not null,
  document_id bigint generated always as identity,
  case_id bigint not null,
  position int not null default 0,
  name text not null,
  media_type text,
  url text,
  is_url_public boolean not null default false,
  category text,
  is_in_summary boolean not null default false,
  is_self_service boolean not null default false,
  state text not null check (state in ('pending', 'stored', 'link', 'not retrieved')),
  failure text,
  content_hash text,
  content_size bigint,
  document_at timestamptz not null,
  author text not null,
  primary key (organisation_id, document_id),
  foreign key (organisation_id, case_id) references cases,
  check ((state = 'stored') = (content_hash is not null))
);
create index documents_case on documents (organisation_id, case_id, document_id);
create index documents_hash on documents (organisation_id, content_hash)
  where content_hash is not null;

create table correspondence (
  organisation_id int not null,
  correspondence_id bigint generated always as identity,
  case_id bigint not null,
  code text not null,
  name text not null,
  channel text not null check (channel in ('email', 'letter')),
  subject text,
  body text not null,
  author text not null,
  created_at timestamptz not null,
  processed_at timestamptz not null,
  is_self_service boolean not null default false,
  updated_at timestamptz not null,
  changed_in xid8 not null default pg_current_xact_id(),
  primary key (organisation_id, correspondence_id),
  foreign key (organisation_id, case_id) references cases
);
create index correspondence_case on correspondence (organisation_id, case_id, code, processed_at);
create index correspondence_created_at
  on correspondence (organisation_id, created_at, correspondence_id);
create index correspondence_updated_at
  on correspondence (organisation_id, updated_at, correspondence_id);

call protect('{tasks,case_actions,documents,correspondence}', 'select, insert, update, delete');
