-- Signing in: passwords, sessions that can be listed and ended, and what slows guessing down.

-- Apart from users, whom many statements read: nothing but signing in has to do with these.
create table passwords (
  organisation_id int not null,
  user_id bigint not null,
  hash text not null,
  set_at timestamptz not null,
  primary key (organisation_id, user_id),
  foreign key (organisation_id, user_id) references users
);

-- strength: with 'password' a second factor is still wanted, and nothing else can be reached.
alter table sessions
  add column session_id bigint generated always as identity,
  add column strength text not null default 'full' check (strength in ('password', 'full')),
  add column way text not null default 'link',
  add column device text not null default '';
create unique index sessions_number on sessions (organisation_id, session_id);
create index sessions_open on sessions (organisation_id, user_id) where ended_at is null;

alter table sign_in_links
  add column purpose text not null default 'sign in'
    check (purpose in ('sign in', 'set password'));
create index sign_in_links_user on sign_in_links (organisation_id, user_id);

-- How somebody fared at signing in from a network address; the subject is the hash of whom it was about, known
-- or not, so that the two are told apart by nobody.
create table sign_in_places (
  organisation_id int not null references organisations,
  subject bytea not null,
  address text not null,
  failures int not null default 0,
  failed_at timestamptz,
  succeeded_at timestamptz,
  used_at timestamptz not null,
  primary key (organisation_id, subject, address)
);
create index sign_in_places_address on sign_in_places (organisation_id, address, failed_at)
  where failures > 0;
create index sign_in_places_used on sign_in_places (organisation_id, used_at);

call protect('{passwords,sign_in_places}', 'select, insert, update, delete');
