import { touching } from '#domain/events/index.ts'
import { bool, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

const merging = { caseId: int8, otherCase: int8, author: text, now: instant }

const touchedOther = `other_touched as (
      update cases
      set ${touching}
      where organisation_id = :organisationId and case_id = :otherCase
        and exists (select from changed)
    )`

/**
 * Closes a case as merged into another: what it was is kept, its stages stay where they are, and its open tasks are
 * not needed any more.
 */
export const mergeRow = change({
  takes: { ...merging, reason: text },
  returns: { caseMergeId: int8 },
  sql: `
    with open_tasks as (
      update tasks
      set completed_at = :now, completed_by = :author, outcome = 'not needed',
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      where organisation_id = :organisationId and case_id = :caseId and completed_at is null
      returning task_id
    ), changed as (
      insert into case_merges (organisation_id, case_id, into_case_id, reason, before, merged_by,
        merged_at)
      select c.organisation_id, c.case_id, :otherCase, :reason, jsonb_build_object(
        'status', c.status, 'outcome', c.outcome, 'outcomeOn', c.outcome_on,
        'targetOn', c.target_on, 'targetDays', c.target_days,
        'tasks', coalesce((select jsonb_agg(t.task_id) from open_tasks t), '[]')), :author, :now
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :caseId
      returning case_merge_id
    ), closed as (
      update cases
      set merged_into = :otherCase, status = 'Merged', outcome = 'Merged with another case',
        outcome_on = (:now at time zone 'Europe/London')::date,
        closed_on = (:now at time zone 'Europe/London')::date, closed_at = :now,
        ${touching}
      where organisation_id = :organisationId and case_id = :caseId
        and exists (select from changed)
    ), ${touchedOther}, events as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, side.case_id, side.kind,
        jsonb_build_object('otherCase', side.other, 'reason', :reason), :author, :now
      from changed, (
        values (:caseId, :otherCase, 'caseMerged'), (:otherCase, :caseId, 'caseTakenIn')
      ) as side (case_id, other, kind)
    )
    select case_merge_id as "caseMergeId" from changed`,
})

/** Brings a merged case back to what it was; no row where it is not merged into that one. */
export const unmergeRow = change({
  takes: merging,
  returns: { caseMergeId: int8 },
  sql: `
    with changed as (
      update case_merges
      set unmerged_by = :author, unmerged_at = :now
      where organisation_id = :organisationId and case_id = :caseId
        and into_case_id = :otherCase and unmerged_at is null
      returning case_merge_id, before
    ), tasks_again as (
      update tasks t
      set completed_at = null, completed_by = null, outcome = null,
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      from changed m, jsonb_array_elements_text(m.before -> 'tasks') as n (task_id)
      where t.organisation_id = :organisationId and t.case_id = :caseId
        and t.task_id = n.task_id::bigint
    ), opened as (
      update cases c
      set merged_into = null, closed_on = null, closed_at = null,
        status = m.before ->> 'status', outcome = m.before ->> 'outcome',
        outcome_on = (m.before ->> 'outcomeOn')::date,
        target_on = (m.before ->> 'targetOn')::date,
        target_days = (m.before ->> 'targetDays')::int, ${touching}
      from changed m
      where c.organisation_id = :organisationId and c.case_id = :caseId
    ), ${touchedOther}, events as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, side.case_id, 'mergeUndone',
        jsonb_build_object('otherCase', side.other), :author, :now
      from changed, (values (:caseId, :otherCase), (:otherCase, :caseId)) as side (case_id, other)
    )
    select case_merge_id as "caseMergeId" from changed`,
})

/**
 * The cases that went into a case, also by way of others, and the case that it went into; as far as the reader may
 * know of them. Why one was merged is told to those who may know of both.
 */
export const listMerges = list({
  takes: { caseId: int8 },
  returns: {
    otherCase: nullable(int8),
    isIntoOther: bool,
    isDirect: bool,
    reason: nullable(text),
    mergedBy: text,
    mergedAt: instant,
  },
  sql: `
    with recursive taken_in as (
      select m.case_id, m.into_case_id, m.reason, m.merged_by, m.merged_at, true as is_direct
      from case_merges m
      where m.organisation_id = :organisationId and m.into_case_id = :caseId
        and m.unmerged_at is null
      union all
      select m.case_id, m.into_case_id, m.reason, m.merged_by, m.merged_at, false
      from taken_in t
      join case_merges m on m.organisation_id = :organisationId and m.into_case_id = t.case_id
        and m.unmerged_at is null
    )
    select c.case_id as "otherCase", false as "isIntoOther", t.is_direct as "isDirect",
      case when i.case_id is not null then t.reason end as reason, t.merged_by as "mergedBy",
      t.merged_at as "mergedAt"
    from taken_in t
    join cases c on c.organisation_id = :organisationId and c.case_id = t.case_id
    left join cases i on i.organisation_id = :organisationId and i.case_id = t.into_case_id
    union all
    select c.case_id, true, true, case when c.case_id is not null then m.reason end, m.merged_by,
      m.merged_at
    from case_merges m
    left join cases c on c.organisation_id = :organisationId and c.case_id = m.into_case_id
    where m.organisation_id = :organisationId and m.case_id = :caseId and m.unmerged_at is null
    order by 1`,
})
