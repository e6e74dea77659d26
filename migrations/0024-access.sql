-- Who may know of a case, and what people may do.

-- Whoever is named may know of a confidential case: for good, or until a moment where somebody has opened it for
-- themselves and said why.
create table case_readers (
  organisation_id int not null,
  case_id bigint not null,
  user_id bigint not null,
  named_by text not null,
  named_at timestamptz not null,
  reason text,
  until_at timestamptz,
  primary key (organisation_id, case_id, user_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, user_id) references users
);
create index case_readers_user on case_readers (organisation_id, user_id, case_id);

-- Whoever is barred, for a conflict of interest, may not know of the case, whatever else they are.
create table case_bars (
  organisation_id int not null,
  case_id bigint not null,
  user_id bigint not null,
  reason text not null,
  barred_by text not null,
  barred_at timestamptz not null,
  primary key (organisation_id, case_id, user_id),
  foreign key (organisation_id, case_id) references cases,
  foreign key (organisation_id, user_id) references users
);
create index case_bars_user on case_bars (organisation_id, user_id, case_id);

call protect('{case_readers,case_bars}', 'select, insert, update, delete');
grant select on case_readers, case_bars to casewright_reports;

-- Kept here, so that the wall looks into no other table for a case that is open to all.
alter table cases add column has_bars boolean not null default false;

create function keep_has_bars() returns trigger
  language plpgsql security definer set search_path = public as $$
declare
  changed case_bars := coalesce(new, old);
begin
  update cases c
  set has_bars = exists (
    select from case_bars b
    where b.organisation_id = c.organisation_id and b.case_id = c.case_id
  )
  where c.organisation_id = changed.organisation_id and c.case_id = changed.case_id;
  return null;
end $$;
create trigger case_bars_kept after insert or delete on case_bars
  for each row execute function keep_has_bars();

-- The person who reads or writes, and whether they have the right to know of confidential cases. Nobody is named
-- where a program, a job or a command works: then every case of the organisation is there. The owner, as whom
-- some functions work for a reader, passes this wall as every other.
create function current_reader() returns bigint
  language sql stable
  return case when current_user <> 'casewright_owner'
    then nullif(current_setting('casewright.reader', true), '')::bigint end;

create function sees_confidential() returns boolean
  language sql stable
  return coalesce(current_setting('casewright.sees_confidential', true), '') = 'on';

create function cases_named_to_reader() returns bigint[]
  language sql stable
  begin atomic
    select coalesce(array_agg(r.case_id), '{}')
    from case_readers r
    where r.organisation_id = current_organisation() and r.user_id = current_reader()
      and (r.until_at is null or r.until_at > casewright_now());
  end;

create function cases_barred_to_reader() returns bigint[]
  language sql stable
  begin atomic
    select coalesce(array_agg(b.case_id), '{}')
    from case_bars b
    where b.organisation_id = current_organisation() and b.user_id = current_reader();
  end;

-- Who may know of a case: everybody of an open one; of a confidential one its owner, those who are named, and
-- those with the right; nobody who is barred. Whoever has just written a case still knows of it in the same
-- transaction: it may have been theirs to make confidential or to give away. Each part in brackets is worked out
-- once for a statement, and only when it meets a case that is not open to all.
create policy who_may_know on cases as restrictive for all
  using (
    not (is_confidential or has_bars)
    or (select current_reader()) is null
    or changed_in = pg_current_xact_id_if_assigned()
    or (
      case_id <> all ((select cases_barred_to_reader())::bigint[])
      and (
        not is_confidential
        or (select sees_confidential())
        or assigned_user_id = (select current_reader())
        or case_id = any ((select cases_named_to_reader())::bigint[])
      )
    )
  )
  with check (true);

-- A number is taken, whether or not whoever opens a case may know by which.
alter function next_case_id() security definer set search_path = public;

-- Break-glass asks for a case that its reader may not know of yet.
create function find_confidential_case(wanted bigint)
  returns table (case_id bigint, team_id bigint, assigned_user_id bigint)
  language sql stable security definer set search_path = public
  as $$
    select c.case_id, c.team_id, c.assigned_user_id
    from cases c
    where c.organisation_id = current_organisation() and c.case_id = wanted and c.is_confidential
  $$;
revoke execute on function find_confidential_case(bigint) from public;
grant execute on function find_confidential_case(bigint) to casewright;

-- What notices there are, the program knows; a list of them here had to be changed with it.
alter table notices drop constraint if exists notices_kind_check;

-- Roles as an organisation has made or changed them; those in no row are as the program brings them.
create table roles (
  organisation_id int not null references organisations,
  name text not null,
  permissions text[] not null default '{}',
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (organisation_id, name)
);
create unique index roles_once on roles (organisation_id, lower(name));

-- The teams that somebody belongs to beside their own, in each with a role.
create table team_members (
  organisation_id int not null,
  team_id bigint not null,
  user_id bigint not null,
  role text not null,
  primary key (organisation_id, team_id, user_id),
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, user_id) references users
);
create index team_members_user on team_members (organisation_id, user_id);

create trigger roles_announce after insert or update or delete on roles
  for each row execute function announce_configuration();
create trigger team_members_announce after insert or update or delete on team_members
  for each row execute function announce_configuration();

call protect('{roles,team_members}', 'select, insert, update, delete');

-- Nobody locks everybody out: the last administrator stays one. The owner passes this wall too.
create function keep_administrator() returns trigger
  language plpgsql as $$
begin
  -- two who resign at the same time wait for one another
  perform from organisations o where o.organisation_id = old.organisation_id for update;
  if not exists (
    select from users u
    where u.organisation_id = old.organisation_id and u.user_id <> old.user_id
      and u.role = 'administrator' and u.disabled_at is null
  ) then
    raise exception 'The last administrator stays one'
      using errcode = 'check_violation', constraint = 'users_administrator_stays';
  end if;
  return new;
end $$;
create trigger users_administrator_stays before update of role, disabled_at on users
  for each row
  when (current_user <> 'casewright_owner'
    and old.role = 'administrator' and old.disabled_at is null
    and (new.role <> 'administrator' or new.disabled_at is not null))
  execute function keep_administrator();
