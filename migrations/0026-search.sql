-- Search: what can be found of people, cases and notes, kept apart from them. Writing a case only leaves a
-- slip in search_pending; a job makes the entries, and until it has, a search reads the slips' rows itself.

create extension if not exists pg_trgm with schema public;

-- kind: 'person', 'case' or 'note'; id: the customer's, the case's or the note's.
create table search_entries (
  organisation_id int not null references organisations,
  kind text not null check (kind in ('person', 'case', 'note')),
  id bigint not null,
  words tsvector not null,
  primary key (organisation_id, kind, id)
);
create index search_entries_people on search_entries using gin (words) where kind = 'person';
create index search_entries_cases on search_entries using gin (words) where kind = 'case';
create index search_entries_notes on search_entries using gin (words) where kind = 'note';

-- Not a key, not an index: whoever opens a case waits for nobody here.
create table search_pending (
  organisation_id int not null,
  kind text not null check (kind in ('person', 'case', 'note')),
  id bigint not null
);

-- Each word that occurs in a name, once: what a misspelt one is compared with.
create table name_words (
  organisation_id int not null references organisations,
  word text not null,
  primary key (organisation_id, word)
);
create index name_words_trigrams on name_words using gin (word gin_trgm_ops);

call protect('{search_entries,name_words}', 'select');
call protect('{search_pending}', 'select, insert');

create index cases_account on cases (organisation_id, account_id) where account_id is not null;

-- The digits of a number as it is dialled within the country; null where they are too few for one.
create function phone_key(phone text) returns text
  language sql immutable parallel safe
  return (
    select case when length(digits) >= 6 then digits end
    from (select regexp_replace(regexp_replace(phone, '[^0-9+]', '', 'g'), '^(\+|00)44', '0')) d (digits)
  );

create function postcode_key(postcode text) returns text
  language sql immutable parallel safe
  return nullif(upper(regexp_replace(postcode, '[^A-Za-z0-9]', '', 'g')), '');

create function person_name(person customers) returns text
  language sql immutable parallel safe
  return coalesce(person.first_name, '') || ' ' || coalesce(person.surname, '') || ' '
    || coalesce(person.name, '') || ' ' || coalesce(person.organisation_name, '');

-- Exact things are words of their own, such as 'phone=01132220001'; no text has a word like that.
create function person_words(person customers) returns tsvector
  language sql immutable parallel safe
  return setweight(to_tsvector('simple', person_name(person)), 'A')
    || setweight(to_tsvector('simple', coalesce(person.address, '') || ' '
      || coalesce(person.town, '')), 'B')
    || array_to_tsvector(array_remove(array[
      'phone=' || phone_key(person.phone), 'phone=' || phone_key(person.mobile),
      'email=' || lower(trim(person.email)), 'postcode=' || postcode_key(person.postcode)], null));

-- The limits keep within what PostgreSQL can hold for one row.
create function case_words(of_case cases) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('english', left(coalesce(of_case.label, ''), 4000)) || to_tsvector('english', left((
    select coalesce(string_agg(value, ' '), '') from jsonb_each_text(of_case.attributes)), 100000));

create function note_words(note notes) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('english', left(note.body, 100000));

-- Nothing where the thing is no longer there.
create function words_of(of_kind text, of_id bigint) returns tsvector
  language sql stable
  begin atomic
    select person_words(c) from customers c where of_kind = 'person'
      and c.organisation_id = current_organisation() and c.customer_id = of_id
    union all
    select case_words(c) from cases c where of_kind = 'case'
      and c.organisation_id = current_organisation() and c.case_id = of_id
    union all
    select note_words(n) from notes n where of_kind = 'note'
      and n.organisation_id = current_organisation() and n.note_id = of_id;
  end;

create function leave_person_slip() returns trigger
  language plpgsql as $$
begin
  insert into search_pending (organisation_id, kind, id)
  values (new.organisation_id, 'person', new.customer_id);
  return null;
end $$;

create function leave_case_slip() returns trigger
  language plpgsql as $$
begin
  insert into search_pending (organisation_id, kind, id)
  values (new.organisation_id, 'case', new.case_id);
  return null;
end $$;

create function leave_note_slip() returns trigger
  language plpgsql as $$
begin
  insert into search_pending (organisation_id, kind, id)
  values (new.organisation_id, 'note', new.note_id);
  return null;
end $$;

create trigger customers_search_new after insert on customers
  for each row execute function leave_person_slip();
create trigger customers_search after update on customers
  for each row when (
    (old.first_name, old.surname, old.name, old.organisation_name, old.address, old.town, old.postcode,
      old.email, old.phone, old.mobile)
    is distinct from (new.first_name, new.surname, new.name, new.organisation_name, new.address, new.town,
      new.postcode, new.email, new.phone, new.mobile)
  ) execute function leave_person_slip();
create trigger cases_search_new after insert on cases
  for each row execute function leave_case_slip();
create trigger cases_search after update on cases
  for each row when ((old.label, old.attributes) is distinct from (new.label, new.attributes))
  execute function leave_case_slip();
create trigger notes_search_new after insert on notes
  for each row execute function leave_note_slip();

-- Makes the entries of at most so many slips of the transaction's organisation, and says how many it took.
-- Only one at a time does it for an organisation.
create function fill_search(most int) returns int
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
  ), things as (
    select distinct kind, id from slips
  ), entries as (
    insert into search_entries (organisation_id, kind, id, words)
    select own, t.kind, t.id, w from things t, words_of(t.kind, t.id) w where w is not null
    on conflict (organisation_id, kind, id) do update set words = excluded.words
  ), names as (
    insert into name_words (organisation_id, word)
    select distinct own, n.lexeme
    from things t
    join customers c on c.organisation_id = own and c.customer_id = t.id,
      unnest(to_tsvector('simple', person_name(c))) n
    where t.kind = 'person' and length(n.lexeme) >= 3
    on conflict do nothing
  )
  select count(*) into taken from slips;
  return taken;
end $$;

-- Things of a kind that fit, newest first. Whatever fits often is among the newest, which are looked
-- through in order; the index is asked only for what is rare, so that neither ever takes long.
-- Row-level security keeps such indexes from being used: so this passes it, and gives numbers only,
-- which the caller's own statement looks up under it.
create function find_entries(of_kind text, wanted tsquery, most int) returns table (found_id bigint)
  language plpgsql stable security definer rows 100
  set search_path = public set plan_cache_mode = force_custom_plan set enable_seqscan = off
as $$
declare
  own constant int := current_organisation();
  found bigint[];
begin
  if coalesce(numnode(wanted), 0) = 0 then return; end if;
  return query
    select p.id
    from (select distinct s.id from search_pending s
      where s.organisation_id = own and s.kind = of_kind limit 200) p, words_of(of_kind, p.id) w
    where w @@ wanted;
  select array_agg(e.id) into found
  from (
    select s.id, s.words from search_entries s
    where s.organisation_id = own and s.kind = of_kind order by s.id desc limit most * 15
  ) e
  where e.words @@ wanted;
  if coalesce(cardinality(found), 0) < most / 6 then
    -- the kind stands in the text: only then is the kind's index known to fit; and + 0 keeps the key's away
    execute format('select array_agg(e.id) from search_entries e
      where e.kind = %L and e.words @@ $1 and e.organisation_id + 0 = $2', of_kind)
      into found using wanted, own;
  end if;
  return query select f from unnest(found) f order by f desc limit most;
end $$;

-- A word as it is, or as words of people's names are that look like it.
create function similar_words(wanted text) returns text[]
  language sql stable security definer
  set search_path = public set enable_seqscan = off
  return array(
    select n.word from name_words n
    where n.organisation_id = current_organisation() and n.word % wanted and similarity(n.word, wanted) >= 0.35
    order by similarity(n.word, wanted) desc, n.word limit 8
  ) || wanted;

-- What somebody typed, as what people's entries are asked for, each with why it is; null where it cannot be.
create function person_query(sought_by text, wanted text) returns tsquery
  language sql stable
  set search_path = public
  return case sought_by
    when 'phone' then case when wanted ~ '^[-+0-9() .]+$'
      then quote_literal('phone=' || phone_key(wanted))::tsquery end
    when 'e-mail address' then case when wanted like '%_@_%'
      then quote_literal('email=' || lower(trim(wanted)))::tsquery end
    when 'postcode' then case when postcode_key(wanted) ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$'
      then quote_literal('postcode=' || postcode_key(wanted))::tsquery end
    when 'name' then (select to_tsquery('simple', string_agg(quote_literal(l.lexeme) || ':*A', ' & '))
      from unnest(to_tsvector('simple', wanted)) l)
    when 'name and address' then (select to_tsquery('simple', string_agg(quote_literal(l.lexeme) || ':*', ' & '))
      from unnest(to_tsvector('simple', wanted)) l)
    when 'similar name' then (select to_tsquery('simple', string_agg('(' || (
        select string_agg(quote_literal(s) || ':A', ' | ') from unnest(similar_words(l.lexeme)) s
      ) || ')', ' & '))
      from unnest(to_tsvector('simple', wanted)) l)
  end;

-- People who fit what was typed, newest first, by the first way that finds any; names that only look like it
-- come last.
create function find_people(wanted text, most int)
  returns table (found_id bigint, found_by text)
  language plpgsql stable rows 100
  set search_path = public
as $$
declare
  way text;
begin
  -- a reference has an index that its wall lets be used
  return query select c.customer_id, 'reference' from customers c
    where c.organisation_id = current_organisation() and c.reference in (wanted, upper(wanted));
  if found then return; end if;
  foreach way in array array['phone', 'e-mail address', 'postcode', 'name', 'name and address', 'similar name'] loop
    return query select distinct e.found_id, way
      from find_entries('person', person_query(way, wanted), most) e order by 1 desc;
    if found then return; end if;
  end loop;
end $$;

-- Entries of everything there is, for an organisation that was filled without its triggers.
create function rebuild_search() returns void
  language sql security definer set search_path = public
  begin atomic
    delete from search_pending where organisation_id = current_organisation();
    insert into search_entries (organisation_id, kind, id, words)
    select c.organisation_id, 'person', c.customer_id, person_words(c) from customers c
    where c.organisation_id = current_organisation()
    union all
    select c.organisation_id, 'case', c.case_id, case_words(c) from cases c
    where c.organisation_id = current_organisation()
    union all
    select n.organisation_id, 'note', n.note_id, note_words(n) from notes n
    where n.organisation_id = current_organisation()
    on conflict (organisation_id, kind, id) do update set words = excluded.words;
    insert into name_words (organisation_id, word)
    select distinct c.organisation_id, l.lexeme
    from customers c, unnest(to_tsvector('simple', person_name(c))) l
    where c.organisation_id = current_organisation() and length(l.lexeme) >= 3
    on conflict do nothing;
  end;
revoke execute on function rebuild_search() from public;

-- What is there already is found as soon as the job has made its entries.
insert into search_pending (organisation_id, kind, id)
select organisation_id, 'person', customer_id from customers
union all
select organisation_id, 'case', case_id from cases
union all
select organisation_id, 'note', note_id from notes;
