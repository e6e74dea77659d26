-- Two records of one person become one, and can be taken apart again.

-- Where somebody's record went; whoever names it by its reference means that one.
alter table customers add column merged_into bigint;
alter table customers add foreign key (organisation_id, merged_into) references customers;
create index customers_merged_into on customers (organisation_id, merged_into)
  where merged_into is not null;

-- What a merge did, so that it can be undone: each column of the kept record that it changed with what there was
-- before and after, and whatever followed from one record to the other.
create table customer_merges (
  organisation_id int not null,
  merge_id bigint generated always as identity,
  kept_id bigint not null,
  merged_id bigint not null,
  fields jsonb not null,
  moved jsonb not null,
  merged_by text not null,
  merged_at timestamptz not null,
  unmerged_by text,
  unmerged_at timestamptz,
  primary key (organisation_id, merge_id),
  foreign key (organisation_id, kept_id) references customers,
  foreign key (organisation_id, merged_id) references customers,
  check (kept_id <> merged_id)
);
create index customer_merges_kept on customer_merges (organisation_id, kept_id);
create index customer_merges_merged on customer_merges (organisation_id, merged_id);
call protect('{customer_merges}', 'select, insert, update');

-- What another system changes of a record that went into another goes there too; what it only repeats does not
-- undo what was chosen when they were merged.
create function forward_to_kept() returns trigger
  language plpgsql as $$
begin
  update customers k
  set title = case when new.title is distinct from old.title then new.title else k.title end,
    first_name = case when new.first_name is distinct from old.first_name then new.first_name else k.first_name end,
    surname = case when new.surname is distinct from old.surname then new.surname else k.surname end,
    name = case when new.name is distinct from old.name then new.name else k.name end,
    organisation_name = case when new.organisation_name is distinct from old.organisation_name
      then new.organisation_name else k.organisation_name end,
    address = case when new.address is distinct from old.address then new.address else k.address end,
    town = case when new.town is distinct from old.town then new.town else k.town end,
    county = case when new.county is distinct from old.county then new.county else k.county end,
    country = case when new.country is distinct from old.country then new.country else k.country end,
    postcode = case when new.postcode is distinct from old.postcode then new.postcode else k.postcode end,
    email = case when new.email is distinct from old.email then new.email else k.email end,
    phone = case when new.phone is distinct from old.phone then new.phone else k.phone end,
    mobile = case when new.mobile is distinct from old.mobile then new.mobile else k.mobile end,
    contact_method = case when new.contact_method is distinct from old.contact_method
      then new.contact_method else k.contact_method end,
    contact_time = case when new.contact_time is distinct from old.contact_time
      then new.contact_time else k.contact_time end,
    contact_language = case when new.contact_language is distinct from old.contact_language
      then new.contact_language else k.contact_language end,
    contact_consent = case when new.contact_consent is distinct from old.contact_consent
      then new.contact_consent else k.contact_consent end,
    category = case when new.category is distinct from old.category then new.category else k.category end,
    date_of_birth = case when new.date_of_birth is distinct from old.date_of_birth
      then new.date_of_birth else k.date_of_birth end,
    further = (k.further || coalesce((
        select jsonb_object_agg(e.key, e.value) from jsonb_each(new.further) e
        where old.further -> e.key is distinct from e.value), '{}'))
      - array(select o.key from jsonb_object_keys(old.further) as o (key) where not new.further ? o.key),
    updated_at = casewright_now(), changed_in = pg_current_xact_id()
  where k.organisation_id = new.organisation_id and k.customer_id = new.merged_into;
  return null;
end $$;
create trigger customers_forward after update on customers
  for each row when (
    old.merged_into is not null and new.merged_into = old.merged_into
    and (old.title, old.first_name, old.surname, old.name, old.organisation_name, old.address, old.town,
      old.county, old.country, old.postcode, old.email, old.phone, old.mobile, old.contact_method,
      old.contact_time, old.contact_language, old.contact_consent, old.category, old.date_of_birth, old.further)
    is distinct from (new.title, new.first_name, new.surname, new.name, new.organisation_name, new.address,
      new.town, new.county, new.country, new.postcode, new.email, new.phone, new.mobile, new.contact_method,
      new.contact_time, new.contact_language, new.contact_consent, new.category, new.date_of_birth, new.further)
  ) execute function forward_to_kept();

-- A reference finds the record that it means.
create or replace function find_people(wanted text, most int)
  returns table (found_id bigint, found_by text)
  language plpgsql stable rows 100
  set search_path = public
as $$
declare
  way text;
begin
  -- a reference has an index that its wall lets be used
  return query select distinct coalesce(c.merged_into, c.customer_id), 'reference' from customers c
    where c.organisation_id = current_organisation() and c.reference in (wanted, upper(wanted));
  if found then return; end if;
  foreach way in array array['phone', 'e-mail address', 'postcode', 'name', 'name and address', 'similar name'] loop
    return query select distinct e.found_id, way
      from find_entries('person', person_query(way, wanted), most) e
      join customers c on c.organisation_id = current_organisation() and c.customer_id = e.found_id
        and c.merged_into is null
      order by 1 desc;
    if found then return; end if;
  end loop;
end $$;

-- What others may be found by who could be the same person: numbers and addresses are words as they stand.
create or replace function twin_query(person customers) returns tsquery
  language sql stable
  return (
    select nullif(string_agg(part, ' | '), '')::tsquery
    from (
      values (quote_literal('phone=' || phone_key(person.phone))),
        (quote_literal('phone=' || phone_key(person.mobile))),
        (quote_literal('email=' || lower(trim(person.email)))),
        ((select '(' || string_agg(quote_literal(n.lexeme) || ':A', ' & ') || ')'
          from unnest(to_tsvector('simple', person_name(person))) n having count(*) > 1))
    ) as parts (part)
  );
