import { bool, instant, int4, int8, json, text } from '#platform/columns.ts'
import { change, get, list } from '#platform/statement.ts'

/** Cases that were chosen, of those that the reader may know of, and how each stands. */
export const listCasesToClose = list({
  takes: { caseIds: json<readonly number[]>() },
  returns: { caseId: int8, caseTypeId: int8, version: int4, isClosed: bool, status: text },
  sql: `
    select c.case_id as "caseId", c.case_type_id as "caseTypeId", c.case_type_version as version,
      c.closed_on is not null as "isClosed", c.status
    from jsonb_array_elements_text(:caseIds) as n (case_id)
    join cases c on c.organisation_id = :organisationId and c.case_id = n.case_id::bigint
    order by c.case_id`,
})

/** What a case is before it closes, as far as closing it changes that. */
export const getBefore = get({
  takes: { caseId: int8 },
  returns: { before: json<unknown>() },
  sql: `
    select jsonb_build_object('status', c.status, 'outcome', c.outcome, 'outcomeOn', c.outcome_on,
      'targetOn', c.target_on, 'targetDays', c.target_days, 'stages', coalesce((
        select jsonb_agg(to_jsonb(s))
        from case_stages s
        where s.organisation_id = c.organisation_id and s.case_id = c.case_id
      ), '[]'), 'tasks', coalesce((
        select jsonb_agg(t.task_id)
        from tasks t
        where t.organisation_id = c.organisation_id and t.case_id = c.case_id
          and t.completed_at is null
      ), '[]')) as before
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** Makes a case what it was before it closed, unless anything has happened to it since; then no row comes back. */
export const openAgain = change({
  takes: { caseId: int8, bulkChangeId: int8, author: text, now: instant },
  returns: { caseId: int8 },
  sql: `
    with line as (
      select l.before
      from bulk_change_lines l
      where l.organisation_id = :organisationId and l.bulk_change_id = :bulkChangeId
        and l.case_id = :caseId and l.last_event_id = (
          select max(e.event_id)
          from case_events e
          where e.organisation_id = :organisationId and e.case_id = :caseId
        )
    ), opened as (
      update cases c
      set closed_on = null, closed_at = null, ending = null, is_closed_in_target = null,
        status = l.before ->> 'status', outcome = l.before ->> 'outcome',
        outcome_on = (l.before ->> 'outcomeOn')::date,
        target_on = (l.before ->> 'targetOn')::date,
        target_days = (l.before ->> 'targetDays')::int, withdrawn_on = null,
        withdrawn_reason = null, rejected_on = null, rejected_reason = null, returned_on = null,
        returned_reason = null, last_touched_at = :now, updated_at = casewright_now(),
        changed_in = pg_current_xact_id()
      from line l
      where c.organisation_id = :organisationId and c.case_id = :caseId
        and c.closed_on is not null
      returning c.case_id
    ), stages_again as (
      update case_stages s
      set ended_at = b.ended_at, completed_on = b.completed_on, outcome = b.outcome,
        outcome_code = b.outcome_code, outcome_details = b.outcome_details,
        outcome_by = b.outcome_by, is_in_target = b.is_in_target, worked_by = b.worked_by,
        workers = b.workers, target_days = b.target_days, due_on = b.due_on
      from opened o, line l, jsonb_populate_recordset(null::case_stages, l.before -> 'stages') b
      where s.organisation_id = :organisationId and s.case_id = o.case_id
        and s.track = b.track and s.code = b.code
    ), tasks_again as (
      update tasks t
      set completed_at = null, completed_by = null, outcome = null,
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      from opened o, line l, jsonb_array_elements_text(l.before -> 'tasks') n (task_id)
      where t.organisation_id = :organisationId and t.case_id = o.case_id
        and t.task_id = n.task_id::bigint and t.completed_at is not null
    ), event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, o.case_id, 'caseReopened',
        '{"reopening": "closing undone"}'::jsonb, :author, :now
      from opened o
    )
    select case_id as "caseId" from opened`,
})
