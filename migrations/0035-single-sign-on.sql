-- Single sign-on: the provider that an organisation trusts, who is who there, and who is on the way to it.

create table sign_in_providers (
  organisation_id int primary key references organisations,
  is_on boolean not null,
  label text not null,
  issuer text not null,
  client_id text not null,
  -- Sealed; absent where the provider knows us by the client id and the proof of each visit alone.
  client_secret bytea,
  scopes text not null,
  groups_claim text not null,
  -- In order, the first that fits counts: {"group", "role"}.
  group_roles jsonb not null default '[]',
  admits_unknown boolean not null,
  admits_other_ways boolean not null,
  -- What the last test of the connection came to; no trouble where it went well.
  tested_at timestamptz,
  trouble text
);
create trigger sign_in_providers_announce after insert or update or delete on sign_in_providers
  for each row execute function announce_configuration();

-- Issuer and subject are the identity; a person has one with each issuer.
create table sign_in_identities (
  organisation_id int not null,
  issuer text not null,
  subject text not null,
  user_id bigint not null,
  -- The role that a group has given, if one has: it goes with the group.
  given_role text,
  linked_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (organisation_id, issuer, subject),
  unique (organisation_id, user_id, issuer),
  foreign key (organisation_id, user_id) references users
);

-- Somebody on the way to the provider and back: good once, for ten minutes, in the browser that began.
create table sign_in_visits (
  organisation_id int not null references organisations,
  state_hash bytea not null,
  browser_hash bytea not null,
  nonce text not null,
  verifier text not null,
  next text not null,
  kept text,
  started_at timestamptz not null,
  primary key (organisation_id, state_hash)
);
create index sign_in_visits_started on sign_in_visits (organisation_id, started_at);

call protect('{sign_in_providers,sign_in_identities,sign_in_visits}',
  'select, insert, update, delete');
