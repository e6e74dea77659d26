-- Organisations, what a transaction says of itself, and the wall between organisations.

create function current_organisation() returns int
  language sql stable
  return nullif(current_setting('casewright.organisation', true), '')::int;

-- The database's own time of a write, taken after the transaction has its number, so that
-- "changed since" never overlooks a transaction that was still open.
create function casewright_now() returns timestamptz
  language sql stable
  return coalesce(
    nullif(current_setting('casewright.now', true), '')::timestamptz,
    transaction_timestamp()
  );

-- Puts tables behind the wall: the application's role meets only rows of the organisation that the
-- transaction names; the owner (migrations, commands, definer functions) meets all of them.
create procedure protect(tables text[], rights text)
  language plpgsql as $$
declare
  each text;
begin
  foreach each in array tables loop
    execute format('alter table %I enable row level security', each);
    execute format('alter table %I force row level security', each);
    execute format(
      'create policy own_organisation on %I
         using (organisation_id = (select current_organisation()))
         with check (organisation_id = (select current_organisation()))', each);
    execute format(
      'create policy owner on %I to casewright_owner using (true) with check (true)', each);
    execute format('grant %s on %I to casewright', rights, each);
  end loop;
end $$;

create table organisations (
  organisation_id int primary key generated always as identity,
  name text not null unique check (name ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  title text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
call protect('{organisations}', 'select, update');

-- A face must know the organisations before a transaction can name one.
create function list_organisations()
  returns table (organisation_id int, name text, title text, settings jsonb)
  language sql stable security definer set search_path = public
  begin atomic
    select o.organisation_id, o.name, o.title, o.settings from organisations o order by o.name;
  end;

-- Tells every running server that an organisation's configuration has changed.
create function announce_configuration() returns trigger
  language plpgsql as $$
begin
  perform pg_notify('casewright_configuration',
    coalesce(to_jsonb(new) ->> 'organisation_id', to_jsonb(old) ->> 'organisation_id'));
  return null;
end $$;

create trigger organisations_announce after insert or update or delete on organisations
  for each row execute function announce_configuration();
