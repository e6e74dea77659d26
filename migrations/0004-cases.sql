-- Customers, accounts, cases and what belongs to a case.

create table customers (
  organisation_id int not null references organisations,
  customer_id bigint generated always as identity,
  reference text,
  title text,
  first_name text,
  surname text,
  name text,
  organisation_name text,
  address text,
  town text,
  county text,
  country text,
  postcode text,
  email text,
  phone text,
  mobile text,
  contact_method text,
  contact_time text,
  contact_language text,
  contact_consent boolean,
  category text,
  date_of_birth date,
  further jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  changed_in xid8 not null default pg_current_xact_id(),
  primary key (organisation_id, customer_id)
);
create unique index customers_reference on customers (organisation_id, reference);

create table accounts (
  organisation_id int not null references organisations,
  account_id bigint generated always as identity,
  account_type text not null,
  reference text not null,
  description text,
  status text,
  balance numeric(14, 2),
  balance_on date,
  start_on date,
  end_on date,
  closed_on date,
  removed_on date,
  updated_at timestamptz not null,
  primary key (organisation_id, account_id)
);
create unique index accounts_reference on accounts (organisation_id, account_type, reference)
  where removed_on is null;

create table cases (
  organisation_id int not null references organisations,
  case_id bigint not null check (case_id > 0),
  external_id text,
  parent_case_id bigint,
  case_type_id bigint not null,
  case_type_version int not null,
  label text,
  status text not null,
  rating text,
  is_confidential boolean not null default false,
  is_published boolean not null default false,
  team_id bigint,
  assigned_user_id bigint,
  account_id bigint,
  received_at timestamptz not null,
  received_on date not null,
  received_method text,
  created_at timestamptz not null,
  created_by text not null,
  first_touched_at timestamptz,
  last_touched_at timestamptz,
  updated_at timestamptz not null,
  changed_in xid8 not null default pg_current_xact_id(),
  target_days int,
  target_on date,
  current_stage int,
  accepted_on date,
  returned_on date,
  returned_reason text,
  withdrawn_on date,
  withdrawn_reason text,
  closed_on date,
  is_closed_in_target boolean,
  outcome text,
  outcome_on date,
  total_redress numeric(14, 2),
  satisfaction text,
  latitude double precision,
  longitude double precision,
  place_postcode text,
  attributes jsonb not null default '{}',
  primary key (organisation_id, case_id),
  foreign key (organisation_id, case_type_id, case_type_version) references case_type_versions,
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, assigned_user_id) references users,
  foreign key (organisation_id, account_id) references accounts
);
create index cases_external_id on cases (organisation_id, external_id, case_id);
create index cases_received_on on cases (organisation_id, received_on, case_id);
create index cases_updated_at on cases (organisation_id, updated_at, case_id);
create index cases_published on cases (organisation_id, received_at desc, case_id desc)
  where is_published;
create index cases_parent on cases (organisation_id, parent_case_id) where parent_case_id is not null;

create table case_parties (
  organisation_id int not null,
  case_id bigint not null,
  role text not null,
  position int not null default 0,
  customer_id bigint not null,
  primary key (organisation_id, case_id, role, position),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, customer_id) references customers
);
create index case_parties_customer on case_parties (organisation_id, customer_id, case_id);

create table case_stages (
  organisation_id int not null,
  case_id bigint not null,
  stage int not null check (stage between 1 and 4),
  target_days int,
  received_on date,
  due_on date,
  outcome text,
  outcome_details text,
  outcome_by text,
  completed_on date,
  is_in_target boolean,
  primary key (organisation_id, case_id, stage),
  foreign key (organisation_id, case_id) references cases
);

create table case_classifications (
  organisation_id int not null,
  case_id bigint not null,
  group_name text not null,
  value text not null,
  primary key (organisation_id, case_id, group_name, value),
  foreign key (organisation_id, case_id) references cases
);

-- What arrived and could not be taken as it was: kept, and shown to a case worker.
create table case_flags (
  organisation_id int not null,
  flag_id bigint generated always as identity,
  case_id bigint not null,
  parameter text not null,
  text text not null,
  raised_at timestamptz not null,
  settled_at timestamptz,
  primary key (organisation_id, flag_id),
  foreign key (organisation_id, case_id) references cases
);
create index case_flags_case on case_flags (organisation_id, case_id);

create table case_events (
  organisation_id int not null,
  event_id bigint generated always as identity,
  case_id bigint not null,
  kind text not null,
  particulars jsonb not null default '{}',
  actor text not null,
  occurred_at timestamptz not null,
  primary key (organisation_id, event_id),
  foreign key (organisation_id, case_id) references cases
);
create index case_events_case on case_events (organisation_id, case_id, event_id);

create table notes (
  organisation_id int not null,
  note_id bigint generated always as identity,
  case_id bigint not null,
  kind text not null,
  body text not null,
  is_visible_to_customer boolean not null default false,
  author text not null,
  added_at timestamptz not null,
  primary key (organisation_id, note_id),
  foreign key (organisation_id, case_id) references cases
);
create index notes_case on notes (organisation_id, case_id, note_id);

-- Who last used which case: the source of "recent cases".
create table case_uses (
  organisation_id int not null,
  user_id bigint not null,
  case_id bigint not null,
  used_at timestamptz not null,
  primary key (organisation_id, user_id, case_id),
  foreign key (organisation_id, user_id) references users,
  foreign key (organisation_id, case_id) references cases
);
create index case_uses_recent on case_uses (organisation_id, user_id, used_at desc);

call protect('{customers,accounts,cases,case_parties,case_stages,case_classifications,case_flags,case_uses}',
  'select, insert, update, delete');
call protect('{case_events}', 'select, insert');
call protect('{notes}', 'select, insert');

-- A number that a caller has chosen for a case is skipped, never handed out twice. The sequence of an
-- organisation is made with it (create_organisation).
create function next_case_id() returns bigint
  language plpgsql volatile as $$
declare
  sequence regclass := 'case_ids_' || current_organisation();
  candidate bigint;
begin
  loop
    candidate := nextval(sequence);
    exit when not exists (
      select from cases c
      where c.organisation_id = current_organisation() and c.case_id = candidate
    );
  end loop;
  return candidate;
end $$;

-- For the owner only: an organisation and the sequence its case numbers come from.
create function create_organisation(wanted_name text, wanted_title text, first_case_id bigint)
  returns int language plpgsql as $$
declare
  made int;
begin
  insert into organisations (name, title) values (wanted_name, wanted_title)
    returning organisation_id into made;
  execute format('create sequence %I start with %s cache 1', 'case_ids_' || made, first_case_id);
  execute format('grant usage on sequence %I to casewright', 'case_ids_' || made);
  return made;
end $$;
revoke execute on function create_organisation(text, text, bigint) from public;
