-- The second factor of signing in: authenticator apps, passkeys and recovery codes.

-- last_step is the step of time whose code was used last: it and those before it serve no more (RFC 6238 5.2).
create table authenticator_apps (
  organisation_id int not null,
  user_id bigint not null,
  sealed_secret bytea not null,
  last_step bigint not null,
  added_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (organisation_id, user_id),
  foreign key (organisation_id, user_id) references users
);

create table recovery_codes (
  organisation_id int not null,
  user_id bigint not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (organisation_id, user_id, code_hash),
  foreign key (organisation_id, user_id) references users
);

create table passkeys (
  organisation_id int not null,
  passkey_id bigint generated always as identity,
  user_id bigint not null,
  credential_id bytea not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamptz not null,
  last_used_at timestamptz,
  primary key (organisation_id, passkey_id),
  foreign key (organisation_id, user_id) references users
);
create unique index passkeys_credential on passkeys (organisation_id, credential_id);
create index passkeys_user on passkeys (organisation_id, user_id);

-- What was asked of a browser and has not been answered yet; session_id is none before somebody is known.
create table factor_challenges (
  organisation_id int not null references organisations,
  challenge_hash bytea not null,
  purpose text not null check (purpose in ('authenticator app', 'new passkey', 'second factor', 'sign in')),
  session_id bigint,
  sealed_secret bytea,
  expires_at timestamptz not null,
  primary key (organisation_id, challenge_hash)
);
create index factor_challenges_lapsing on factor_challenges (organisation_id, expires_at);

call protect('{authenticator_apps,recovery_codes,passkeys,factor_challenges}', 'select, insert, update, delete');
