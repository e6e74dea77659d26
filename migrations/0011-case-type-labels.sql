-- What reports say of every case's type, without opening its whole definition for each row. Both follow
-- from the name where the definition does not give them.

alter table case_type_versions
  add column label text generated always as
    (coalesce(definition ->> 'label', definition ->> 'name')) stored,
  add column form text generated always as
    (coalesce(definition ->> 'form', regexp_replace(definition ->> 'name', '[^A-Za-z0-9]', '', 'g')))
    stored;

-- The disclosure log of one type, newest first, however few of the published cases are of that type.
create index cases_published_by_type
  on cases (organisation_id, case_type_id, received_at desc, case_id desc)
  where is_published;
