-- Queues are read in one of two orders. What they are mostly narrowed down by stands behind the key, so that
-- rows that do not match are passed over within the index.
create index cases_open_due on cases
  (organisation_id, target_on, case_id, team_id, case_type_id, assigned_user_id)
  where closed_on is null;
create index cases_open_received on cases
  (organisation_id, received_on, case_id, team_id, case_type_id, assigned_user_id)
  where closed_on is null;

-- What a list is narrowed down by, kept under a name; the reader's own, or for everybody.
create table saved_filters (
  organisation_id int not null,
  saved_filter_id bigint generated always as identity,
  user_id bigint not null,
  name text not null,
  is_shared boolean not null default false,
  asked jsonb not null,
  saved_at timestamptz not null,
  primary key (organisation_id, saved_filter_id),
  foreign key (organisation_id, user_id) references users
);
create unique index saved_filters_name on saved_filters (organisation_id, user_id, lower(name));
create index saved_filters_shared on saved_filters (organisation_id) where is_shared;

call protect('{saved_filters}', 'select, insert, update, delete');

-- What was done to several cases at once, case by case, so that it can be shown and undone.
create table bulk_changes (
  organisation_id int not null,
  bulk_change_id bigint generated always as identity,
  user_id bigint not null,
  made_at timestamptz not null,
  undone_at timestamptz,
  primary key (organisation_id, bulk_change_id),
  foreign key (organisation_id, user_id) references users
);

-- No foreign key to the case: a line also says of a number that there is no such case.
create table bulk_change_lines (
  organisation_id int not null,
  bulk_change_id bigint not null,
  case_id bigint not null,
  result text not null check (result in ('done', 'as it was', 'not there', 'closed', 'not allowed')),
  from_team_id bigint,
  from_user_id bigint,
  to_team_id bigint,
  to_user_id bigint,
  undone text check (undone in ('done', 'not there', 'changed since')),
  primary key (organisation_id, bulk_change_id, case_id),
  foreign key (organisation_id, bulk_change_id) references bulk_changes
);

call protect('{bulk_changes,bulk_change_lines}', 'select, insert, update, delete');
