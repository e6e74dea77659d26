-- Making the entries of what has changed took as much of the database's time as opening the cases did: most of it went
-- into calling functions once for each thing. What is written so that the planner can put it into the statement is
-- not called at all: nothing with a query in it.

create or replace function phone_key(phone text) returns text
  language sql immutable parallel safe
  return case
    when length(regexp_replace(regexp_replace(phone, '[^0-9+]', '', 'g'), '^(\+|00)44', '0')) >= 6
    then regexp_replace(regexp_replace(phone, '[^0-9+]', '', 'g'), '^(\+|00)44', '0')
  end;

-- What is longer than PostgreSQL could hold for one row, cut.
create function long_words(attributes jsonb) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('english', left((
    select coalesce(string_agg(value, ' '), '') from jsonb_each_text(attributes)), 100000));

create or replace function case_words(of_case cases) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('english', left(coalesce(of_case.label, ''), 4000))
    || case when length(of_case.attributes::text) <= 100000
      then jsonb_to_tsvector('english', of_case.attributes, '["string", "numeric", "boolean"]')
      else long_words(of_case.attributes) end;

create or replace function fill_search(most int) returns int
  language plpgsql security definer set search_path = public as $$
declare
  own constant int := current_organisation();
  taken int;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('fill search ' || own, 0)) then return 0; end if;
  with slips as (
    delete from search_pending
    where ctid = any (array(select ctid from search_pending where organisation_id = own limit most))
    returning kind, id
  ), things as materialized (
    select distinct kind, id from slips
  ), made as materialized (
    select t.kind, t.id, person_words(c) as words
    from things t join customers c on c.organisation_id = own and c.customer_id = t.id
    where t.kind = 'person'
    union all
    select t.kind, t.id, case_words(c)
    from things t join cases c on c.organisation_id = own and c.case_id = t.id
    where t.kind = 'case'
    union all
    select t.kind, t.id, note_words(n)
    from things t join notes n on n.organisation_id = own and n.note_id = t.id
    where t.kind = 'note'
  ), entries as (
    insert into search_entries (organisation_id, kind, id, words)
    select own, m.kind, m.id, m.words from made m
    on conflict (organisation_id, kind, id) do update set words = excluded.words
  ), names as (
    -- of a person's words, those of the name weigh A
    insert into name_words (organisation_id, word)
    select distinct own, n.lexeme
    from made m, unnest(ts_filter(m.words, '{a}')) n
    where m.kind = 'person' and length(n.lexeme) >= 3
    on conflict do nothing
  )
  select count(*) into taken from slips;
  return taken;
end $$;

-- Entries are made of people, cases and notes alone, whose organisation is known to be there.
alter table search_entries drop constraint search_entries_organisation_id_fkey;
