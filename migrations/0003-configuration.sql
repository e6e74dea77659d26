-- What administrators configure: lists of values, case types, saved reports.

create table options (
  organisation_id int not null references organisations,
  list text not null,
  value text not null,
  label text,
  group_name text not null default '',
  position int not null default 0,
  primary key (organisation_id, list, group_name, value)
);
create unique index options_value on options (organisation_id, list, group_name, lower(value));

create table case_types (
  organisation_id int not null references organisations,
  case_type_id bigint generated always as identity,
  name text not null,
  current_version int not null,
  primary key (organisation_id, case_type_id)
);
create unique index case_types_name on case_types (organisation_id, lower(name));

-- A published version never changes; a case keeps the version it was opened under.
create table case_type_versions (
  organisation_id int not null,
  case_type_id bigint not null,
  version int not null,
  definition jsonb not null,
  published_at timestamptz not null,
  primary key (organisation_id, case_type_id, version),
  foreign key (organisation_id, case_type_id) references case_types
);

create table reports (
  organisation_id int not null references organisations,
  report_id bigint not null,
  name text not null,
  source text not null check (source in ('cases', 'tasks', 'correspondence', 'customers')),
  definition jsonb not null,
  primary key (organisation_id, report_id)
);

-- Hosts from which documents may be fetched although their addresses are not public.
create table document_sources (
  organisation_id int not null references organisations,
  host text not null,
  port int not null,
  primary key (organisation_id, host, port)
);

call protect('{options,case_types,reports,document_sources}', 'select, insert, update, delete');
call protect('{case_type_versions}', 'select, insert');

create trigger options_announce after insert or update or delete on options
  for each row execute function announce_configuration();
create trigger case_types_announce after insert or update or delete on case_types
  for each row execute function announce_configuration();
create trigger case_type_versions_announce after insert on case_type_versions
  for each row execute function announce_configuration();
create trigger document_sources_announce after insert or update or delete on document_sources
  for each row execute function announce_configuration();
