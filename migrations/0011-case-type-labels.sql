-- What reports say of every case's type, without opening its whole definition for each row.

alter table case_type_versions
  add column label text generated always as (definition ->> 'label') stored,
  add column form text generated always as (definition ->> 'form') stored;
