-- Who did or saw what. The application may add entries and read them, and nothing else.

create table audit_entries (
  organisation_id int not null references organisations,
  entry_id bigint generated always as identity,
  written_in xid8 not null default pg_current_xact_id(),
  occurred_at timestamptz not null,
  actor text not null,
  operation text not null,
  outcome text not null,
  case_id bigint,
  particulars jsonb not null default '{}',
  request_id text not null,
  primary key (organisation_id, entry_id)
);
create index audit_entries_case on audit_entries (organisation_id, case_id, entry_id)
  where case_id is not null;
create index audit_entries_written on audit_entries (organisation_id, written_in, entry_id);
call protect('{audit_entries}', 'select, insert');

-- One link for each entry, added after its transaction is over: writers never wait for one another.
create table audit_links (
  organisation_id int not null references organisations,
  position bigint not null,
  entry_id bigint not null,
  hash bytea not null,
  primary key (organisation_id, position),
  unique (organisation_id, entry_id)
);
call protect('{audit_links}', 'select');

-- A repeat of a call carrying the same Idempotency-Key gets the first answer.
create table idempotency_keys (
  organisation_id int not null,
  caller text not null,
  operation text not null,
  key text not null,
  request_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (organisation_id, caller, operation, key)
);
create index idempotency_keys_age on idempotency_keys (organisation_id, created_at);
call protect('{idempotency_keys}', 'select, insert, update, delete');
