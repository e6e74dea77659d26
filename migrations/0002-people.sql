-- Those who work cases, and those (people and programs) who sign in.

create table teams (
  organisation_id int not null references organisations,
  team_id bigint generated always as identity,
  code text not null,
  name text not null,
  department text,
  directorate text,
  primary key (organisation_id, team_id),
  unique (organisation_id, code)
);

create table users (
  organisation_id int not null references organisations,
  user_id bigint generated always as identity,
  user_name text not null,
  full_name text not null,
  email text not null,
  job_title text,
  address text,
  department text,
  role text not null,
  team_id bigint,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  primary key (organisation_id, user_id),
  foreign key (organisation_id, team_id) references teams
);
create unique index users_user_name on users (organisation_id, lower(user_name));
create unique index users_email on users (organisation_id, lower(email));

create table sign_in_links (
  organisation_id int not null,
  link_hash bytea not null,
  user_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, link_hash),
  foreign key (organisation_id, user_id) references users
);

create table sessions (
  organisation_id int not null,
  session_hash bytea not null,
  user_id bigint not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, session_hash),
  foreign key (organisation_id, user_id) references users
);

-- The secret is needed to check signatures: sealed under the master key, never in clear.
create table api_keys (
  organisation_id int not null references organisations,
  api_key_id bigint generated always as identity,
  key text not null,
  sealed_secret bytea not null,
  name text not null,
  permitted_addresses text[] not null default '{}',
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation_id, api_key_id),
  unique (organisation_id, key)
);

call protect('{teams,users,sign_in_links,sessions,api_keys}', 'select, insert, update, delete');

create trigger teams_announce after insert or update or delete on teams
  for each row execute function announce_configuration();
create trigger users_announce after insert or update or delete on users
  for each row execute function announce_configuration();
create trigger api_keys_announce after insert or update or delete on api_keys
  for each row execute function announce_configuration();
