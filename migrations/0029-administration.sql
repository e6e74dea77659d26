-- What administrators look after on screens: values of lists, and how strictly each list is held to.

alter table options
  add column option_id bigint generated always as identity,
  -- Other words that callers send for it.
  add column synonyms text[] not null default '{}',
  -- May programs send it? People are offered it either way.
  add column is_accepted boolean not null default true,
  -- Stays on cases, and is offered no longer.
  add column retired_at timestamptz;
create unique index options_number on options (organisation_id, option_id);

-- Lists that are held to otherwise than the organisation has chosen for all of them.
create table option_lists (
  organisation_id int not null references organisations,
  list text not null,
  is_strict boolean not null,
  primary key (organisation_id, list)
);
call protect('{option_lists}', 'select, insert, update, delete');
create trigger option_lists_announce after insert or update or delete on option_lists
  for each row execute function announce_configuration();
