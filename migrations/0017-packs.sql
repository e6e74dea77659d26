-- Service packs as they were installed: what an update compares with what is here now and what is new.
create table installed_packs (
  organisation_id int not null references organisations,
  code text not null,
  version text not null,
  content_hash text not null,
  content jsonb not null,
  installed_by text not null,
  installed_at timestamptz not null,
  primary key (organisation_id, code)
);
call protect('{installed_packs}', 'select, insert, update');
