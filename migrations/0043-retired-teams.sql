-- A team that is retired goes on under the code by which case types and histories name it: whatever they give it
-- goes to the team that has taken its place.
alter table teams
  add column retired_at timestamptz,
  add column succeeded_by bigint,
  add foreign key (organisation_id, succeeded_by) references teams,
  add check ((retired_at is null) = (succeeded_by is null)),
  add check (succeeded_by <> team_id);
create index teams_succeeded on teams (organisation_id, succeeded_by)
  where succeeded_by is not null;

-- Retires a team: its open work, its people and their roles go to another. Work goes along that whoever retires it
-- may not know of; nothing is said of how much.
create function retire_team(leaving bigint, heir bigint, author text, at timestamptz) returns void
  language plpgsql security definer set search_path = public
  as $$
declare
  org int := current_organisation();
  left_code text := (select t.code from teams t where t.organisation_id = org and t.team_id = leaving);
  heir_code text := (select t.code from teams t where t.organisation_id = org and t.team_id = heir);
begin
  with moved as (
    update cases c
    set team_id = heir, assigned_at = at, updated_at = casewright_now(),
      changed_in = pg_current_xact_id()
    where c.organisation_id = org and c.team_id = leaving and c.closed_on is null
    returning c.case_id, c.assigned_user_id
  )
  insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
  select org, m.case_id, 'caseAssigned', jsonb_strip_nulls(jsonb_build_object(
    'fromTeam', left_code, 'fromUser', u.user_name, 'toTeam', heir_code, 'toUser', u.user_name,
    'reason', 'The team ' || left_code || ' was retired')), author, at
  from moved m
  left join users u on u.organisation_id = org and u.user_id = m.assigned_user_id;

  with moved as (
    update tasks k
    set team_id = heir, updated_at = casewright_now(), changed_in = pg_current_xact_id()
    where k.organisation_id = org and k.team_id = leaving and k.completed_at is null
    returning k.case_id, k.task_id, k.code, k.title
  )
  insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
  select org, m.case_id, 'taskReassigned',
    jsonb_build_object('taskId', m.task_id, 'code', m.code, 'title', m.title, 'outcome', null),
    author, at
  from moved m;

  update remedies r set team_id = heir, version = version + 1, changed_at = at, changed_by = author
  where r.organisation_id = org and r.team_id = leaving and r.state = 'open';
  update clearance_steps s set team_id = heir
  where s.organisation_id = org and s.team_id = leaving and s.state in ('waiting', 'open');

  update users u
  set team_id = heir, department = (
    select t.department from teams t where t.organisation_id = org and t.team_id = heir
  )
  where u.organisation_id = org and u.team_id = leaving;
  insert into team_members (organisation_id, team_id, user_id, role)
  select org, heir, m.user_id, m.role
  from team_members m
  where m.organisation_id = org and m.team_id = leaving
  on conflict do nothing;
  delete from team_members m where m.organisation_id = org and m.team_id = leaving;
  delete from team_managers m where m.organisation_id = org and m.team_id = leaving;
  delete from team_turns n where n.organisation_id = org and n.team_id = leaving;

  update teams t set succeeded_by = heir
  where t.organisation_id = org and t.succeeded_by = leaving;
  update teams t set succeeded_by = heir, retired_at = at
  where t.organisation_id = org and t.team_id = leaving;
end
  $$;
revoke execute on function retire_team(bigint, bigint, text, timestamptz) from public;
grant execute on function retire_team(bigint, bigint, text, timestamptz) to casewright;
