import { bool, date, instant, int4, int8, json, nullable } from '#platform/columns.ts'
import { get, list } from '#platform/statement.ts'
import type { DatedEvent, DatedStage, DatedWork, StoredDeadline } from './dated-case.ts'

const returns = {
  caseId: int8,
  caseTypeId: int8,
  version: int4,
  receivedAt: instant,
  receivedOn: date,
  closedOn: nullable(date),
  isAnswered: bool,
  targetOn: nullable(date),
  targetDays: nullable(int4),
  stages: json<readonly DatedStage[]>(),
  events: json<readonly DatedEvent[]>(),
  deadlines: json<readonly StoredDeadline[]>(),
  tasks: json<readonly DatedWork[]>(),
  drafts: json<readonly DatedWork[]>(),
}

const gathered = (object: string, from: string, order: string) => `
    coalesce((
      select jsonb_agg(jsonb_build_object(${object}) order by ${order})
      from ${from}
    ), '[]')`
const within = (alias: string) =>
  `where ${alias}.organisation_id = c.organisation_id and ${alias}.case_id = c.case_id`

const dated = `
  select c.case_id as "caseId", c.case_type_id as "caseTypeId", c.case_type_version as version,
    c.received_at as "receivedAt", c.received_on as "receivedOn", c.closed_on as "closedOn",
    coalesce(c.withdrawn_on, c.rejected_on, c.returned_on) is null and c.merged_into is null as "isAnswered",
    c.target_on as "targetOn", c.target_days as "targetDays", ${gathered(
      `'track', s.track, 'code', s.code, 'receivedOn', s.received_on,
        'receivedAt', s.received_at,
        'startedAt', s.started_at, 'endedAt', s.ended_at, 'dueOn', s.due_on`,
      `case_stages s ${within('s')}`,
      's.track, s.code',
    )} as stages, ${gathered(
      `'id', e.clock_event_id, 'track', e.track, 'stage', e.stage, 'name', e.name, 'on', e.happened_on,
        'at', e.happened_at, 'until', e.until_on`,
      `clock_events e ${within('e')} and e.withdrawn_at is null`,
      'e.happened_on, e.happened_at nulls last, e.clock_event_id',
    )} as events, ${gathered(
      `'track', d.track, 'stage', d.stage, 'code', d.code, 'state', d.state, 'rule', d.rule,
        'ruleVersion', d.rule_version, 'triggerOn', d.calculation #>> '{received,on}',
        'countedFrom', d.counted_from, 'dueOn', d.due_on, 'dueAt', d.due_at,
        'derivedDueOn', d.derived_due_on, 'derivedDueAt', d.derived_due_at,
        'overrideReason', d.override_reason, 'metOn', d.met_on, 'isInTime', d.is_in_time,
        'remindersGiven', d.reminders_given`,
      `case_deadlines d ${within('d')}`,
      'd.track, d.stage, d.code',
    )} as deadlines, ${gathered(
      `'id', t.task_id, 'track', t.track, 'stage', t.stage, 'dueFrom', t.due_from,
        'dueOn', t.due_on`,
      `tasks t ${within('t')} and t.due_from is not null and t.completed_at is null`,
      't.task_id',
    )} as tasks, ${gathered(
      `'id', l.letter_draft_id, 'track', l.track, 'stage', l.stage, 'dueFrom', l.due_from,
        'dueOn', l.due_on`,
      `letter_drafts l ${within('l')} and l.due_from is not null and l.sent_at is null
        and l.dropped_at is null`,
      'l.letter_draft_id',
    )} as drafts
  from cases c
  where c.organisation_id = :organisationId`

/** All of a case that its dates depend on, and its dates as they are. */
export const getDatedCase = get({
  takes: { caseId: int8 },
  returns,
  sql: `${dated} and c.case_id = :caseId`,
})

/** The same of open cases of a choice. */
export const listChosenDatedCases = list({
  takes: { caseIds: json<readonly number[]>() },
  returns,
  sql: `${dated} and c.closed_on is null
      and c.case_id in (select n::bigint from jsonb_array_elements_text(:caseIds) n)
    order by c.case_id`,
})

/** The same of open cases in the order of their numbers, after one and up to another. */
export const listDatedCases = list({
  takes: { after: int8, upTo: int8 },
  returns,
  sql: `${dated} and c.case_id > :after and c.case_id <= :upTo and c.closed_on is null
    order by c.case_id`,
})
