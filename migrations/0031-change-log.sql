-- What administrators look after: what was changed and by whom, what the audit's chain came to, what runs behind.

-- Every change of the configuration and of rights, with what there was before and after; never a secret.
create table configuration_changes (
  organisation_id int not null references organisations,
  change_id bigint generated always as identity,
  changed_at timestamptz not null,
  changed_by text not null,
  kind text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  restores bigint,
  primary key (organisation_id, change_id),
  foreign key (organisation_id, restores) references configuration_changes
);
create index configuration_changes_restores on configuration_changes (organisation_id, restores)
  where restores is not null;
call protect('{configuration_changes}', 'select, insert');

-- What checking the chain of the audit came to; what is asked for and not finished has no finished_at.
create table audit_verifications (
  organisation_id int not null references organisations,
  verification_id bigint generated always as identity,
  asked_by text not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  linked bigint,
  waiting bigint,
  head text,
  breaks jsonb,
  primary key (organisation_id, verification_id),
  check ((finished_at is null) = (breaks is null))
);
call protect('{audit_verifications}', 'select, insert, update');

-- The audit is read from its end; a stretch of time in its middle is found by the blocks that hold it.
create index audit_entries_time on audit_entries using brin (occurred_at);

-- The organisation's jobs that are not done: those that run, wait and have failed for good.
create function list_jobs(wanted_state text, before_job bigint, most int)
  returns table (
    job_id bigint, task text, state text, attempts int, max_attempts int,
    failure text, put_in_at timestamptz, run_at timestamptz, changed_at timestamptz)
  language sql stable security definer set search_path = graphile_worker, public
  begin atomic
    select own.id, own.identifier, own.state, own.attempts, own.max_attempts,
      own.last_error, own.created_at, own.run_at, own.updated_at
    from (
      select j.id, t.identifier,
        case when j.locked_at is not null then 'running'
          when j.attempts >= j.max_attempts then 'failed'
          else 'waiting' end as state,
        j.attempts::int, j.max_attempts::int, j.last_error, j.created_at, j.run_at, j.updated_at
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where (j.payload ->> 'organisationId')::int = public.current_organisation()
        and (list_jobs.before_job is null or j.id < list_jobs.before_job)
    ) own
    where list_jobs.wanted_state is null or own.state = list_jobs.wanted_state
    order by own.id desc
    limit list_jobs.most;
  end;
revoke execute on function list_jobs(text, bigint, int) from public;
grant execute on function list_jobs(text, bigint, int) to casewright;

-- A job that failed for good is thrown away.
create function give_up_job(wanted bigint) returns boolean
  language sql volatile security definer set search_path = graphile_worker, public
  begin atomic
    with given_up as (
      delete from graphile_worker._private_jobs j
      where j.id = give_up_job.wanted and j.attempts >= j.max_attempts and j.locked_at is null
        and (j.payload ->> 'organisationId')::int = public.current_organisation()
      returning 1
    )
    select exists (select from given_up);
  end;
revoke execute on function give_up_job(bigint) from public;
grant execute on function give_up_job(bigint) to casewright;
