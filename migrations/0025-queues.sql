-- Lists of work: what somebody has to do, and the queues that work is taken from.

create index tasks_open_work on tasks (organisation_id, assigned_user_id)
  where assigned_user_id is not null and completed_at is null;
create index cases_unassigned on cases (organisation_id, team_id)
  where assigned_user_id is null and closed_on is null;
