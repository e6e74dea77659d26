-- API keys as administrators look after them: how each may sign in, how its secret is changed, what it was used for.

alter table api_keys
  -- How it may sign in: by signed calls, by tokens or by both.
  add column ways text not null default 'both' check (ways in ('both', 'signatures', 'tokens')),
  -- When the present secret was made, and who may still be shown it, once.
  add column secret_made_at timestamptz,
  add column secret_for bigint,
  -- The secret before, as long as it is still good.
  add column earlier_secret bytea,
  add column earlier_until timestamptz,
  add check ((earlier_secret is null) = (earlier_until is null));

-- How often each key was used on each day, and when last. Written from the memory of the servers, each minute.
create table api_key_days (
  organisation_id int not null,
  api_key_id bigint not null,
  day date not null,
  answered bigint not null,
  refused bigint not null,
  last_at timestamptz not null,
  primary key (organisation_id, api_key_id, day),
  foreign key (organisation_id, api_key_id) references api_keys
);
call protect('{api_key_days}', 'select, insert, update');
