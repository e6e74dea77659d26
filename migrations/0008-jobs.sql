-- Background jobs: the library's tables (made before this file runs) are worked by a role of their own;
-- the application may only put a job in, and see and re-run what failed for good in its organisation.

grant usage on schema graphile_worker to casewright_jobs;
grant all on all tables in schema graphile_worker to casewright_jobs;
grant usage on all sequences in schema graphile_worker to casewright_jobs;
grant execute on all functions in schema graphile_worker to casewright_jobs;

do $$
declare
  each record;
begin
  for each in
    select c.relname from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r'
  loop
    execute format('alter table graphile_worker.%I enable row level security', each.relname);
    execute format(
      'create policy worker on graphile_worker.%I to casewright_jobs using (true) with check (true)',
      each.relname);
  end loop;
end $$;

-- The payload holds ids only, the organisation's among them, put there from the transaction.
create function enqueue_job(task text, particulars jsonb, run_at timestamptz, max_attempts int)
  returns void language sql volatile security definer
  set search_path = graphile_worker, public
  begin atomic
    select graphile_worker.add_job(
      identifier => enqueue_job.task,
      payload => (enqueue_job.particulars
        || jsonb_build_object('organisationId', public.current_organisation()))::json,
      run_at => enqueue_job.run_at,
      max_attempts => enqueue_job.max_attempts);
  end;

create function list_dead_jobs()
  returns table (job_id bigint, task text, particulars jsonb, attempts int, failure text, failed_at timestamptz)
  language sql stable security definer set search_path = graphile_worker, public
  begin atomic
    select j.id, t.identifier, j.payload::jsonb, j.attempts::int, j.last_error, j.updated_at
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts >= j.max_attempts and j.locked_at is null
      and (j.payload ->> 'organisationId')::int = public.current_organisation()
    order by j.updated_at desc;
  end;

create function rerun_dead_job(wanted bigint) returns boolean
  language sql volatile security definer set search_path = graphile_worker, public
  begin atomic
    with again as (
      update graphile_worker._private_jobs j
      set attempts = 0, run_at = now(), last_error = null, updated_at = now()
      where j.id = rerun_dead_job.wanted and j.attempts >= j.max_attempts and j.locked_at is null
        and (j.payload ->> 'organisationId')::int = public.current_organisation()
      returning 1
    )
    select exists (select from again);
  end;
