import { telling } from '#domain/events/index.ts'
import {
  bool,
  date,
  instant,
  int4,
  int8,
  json,
  nullable,
  text,
  type Row,
} from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

/** Was a clearance over before its case was last opened again? A closing that is undone opens nothing again. */
export const isPast = `exists (
        select from case_events e
        where e.organisation_id = c.organisation_id and e.case_id = c.case_id
          and e.kind = 'caseReopened' and e.particulars ? 'closedOn'
          and e.occurred_at >= c.ended_at
      )`

/** The clearances of a case's answers, oldest first. */
export const listClearances = list({
  takes: { caseId: int8 },
  returns: {
    clearanceId: int8,
    answer: int4,
    version: int4,
    chainName: text,
    state: text,
    startedBy: text,
    startedAt: instant,
    endedBy: nullable(text),
    endedAt: nullable(instant),
    reason: nullable(text),
    isPast: bool,
  },
  sql: `
    select c.clearance_id as "clearanceId", c.answer, c.version, c.chain_name as "chainName",
      c.state, c.started_by as "startedBy", c.started_at as "startedAt", c.ended_by as "endedBy",
      c.ended_at as "endedAt", c.reason, ${isPast} as "isPast"
    from clearances c
    where c.organisation_id = :organisationId and c.case_id = :caseId
    order by c.clearance_id`,
})

/** The steps of all clearances of a case, in their order. */
export const listSteps = list({
  takes: { caseId: int8 },
  returns: {
    clearanceId: int8,
    step: text,
    name: text,
    teamId: int8,
    team: text,
    state: text,
    remarks: nullable(text),
    takenBy: nullable(text),
    takenAt: nullable(instant),
    onBehalfOf: nullable(text),
  },
  sql: `
    select s.clearance_id as "clearanceId", s.step, s.name, s.team_id as "teamId", t.name as team,
      s.state, s.remarks, u.full_name as "takenBy", s.taken_at as "takenAt",
      b.full_name as "onBehalfOf"
    from clearances c
    join clearance_steps s
      on s.organisation_id = c.organisation_id and s.clearance_id = c.clearance_id
    join teams t on t.organisation_id = s.organisation_id and t.team_id = s.team_id
    left join users u on u.organisation_id = s.organisation_id and u.user_id = s.taken_by
    left join users b on b.organisation_id = s.organisation_id and b.user_id = s.on_behalf_of
    where c.organisation_id = :organisationId and c.case_id = :caseId
    order by s.clearance_id, s.position`,
})

const openStep = {
  clearanceId: int8,
  version: int4,
  position: int4,
  step: text,
  teamId: int8,
}

/** The step of a running clearance at which it waits. */
export type OpenStep = Row<typeof openStep>

/** The step at which an answer's running clearance waits; undefined where none runs. */
export const findOpenStep = find({
  takes: { caseId: int8, answer: int4 },
  returns: openStep,
  sql: `
    select c.clearance_id as "clearanceId", c.version, s.position, s.step, s.team_id as "teamId"
    from clearances c
    join clearance_steps s
      on s.organisation_id = c.organisation_id and s.clearance_id = c.clearance_id
    where c.organisation_id = :organisationId and c.case_id = :caseId and c.answer = :answer
      and c.state = 'running' and s.state = 'open'`,
})

/** Of a team: the person, and those who are away on the day and for whom they stand in; the person first. */
export const listMembersFor = list({
  takes: { teamId: int8, userId: int8, today: date },
  returns: { userId: int8, name: text },
  sql: `
    select u.user_id as "userId", u.full_name as name
    from users u
    where u.organisation_id = :organisationId and u.team_id = :teamId and (
      u.user_id = :userId or exists (
        select from absences a
        where a.organisation_id = u.organisation_id and a.user_id = u.user_id
          and a.stand_in_user_id = :userId and :today between a.from_on and a.until_on
          and u.disabled_at is null
      ))
    order by u.user_id <> :userId, u.full_name, u.user_id`,
})

const author = { author: text, now: instant }

/** A step as it is written when its clearance starts. */
export interface NewStep {
  readonly position: number
  readonly step: string
  readonly name: string
  readonly teamId: number
}

/** Starts a clearance of the newest version of an answer, at its first step. */
export const insertClearance = change({
  takes: {
    caseId: int8,
    answer: int4,
    version: int4,
    chain: text,
    chainName: text,
    steps: json<readonly NewStep[]>(),
    ...author,
  },
  returns: { clearanceId: int8 },
  sql: `
    with changed as (
      insert into clearances (organisation_id, case_id, answer, version, chain, chain_name,
        started_by, started_at)
      values (:organisationId, :caseId, :answer, :version, :chain, :chainName, :author, :now)
      returning clearance_id, answer, version
    ), steps as (
      insert into clearance_steps
        (organisation_id, clearance_id, position, step, name, team_id, state)
      select :organisationId, changed.clearance_id, s.position, s.step, s.name, s."teamId",
        case when s.position = 1 then 'open' else 'waiting' end
      from changed,
        jsonb_to_recordset(:steps)
          as s (position int, step text, name text, "teamId" bigint)
    ), ${telling(
      'clearanceStarted',
      `jsonb_build_object('answer', answer, 'version', version, 'chain', :chain)`,
    )}
    select clearance_id as "clearanceId" from changed`,
})

const taking = {
  caseId: int8,
  clearanceId: int8,
  position: int4,
  remarks: nullable(text),
  takenBy: int8,
  onBehalfOf: nullable(int8),
  ...author,
}
const taken = (state: 'cleared' | 'returned') => `
    step as (
      update clearance_steps
      set state = '${state}', remarks = :remarks, taken_by = :takenBy, taken_at = :now,
        on_behalf_of = :onBehalfOf
      where organisation_id = :organisationId and clearance_id = :clearanceId
        and position = :position and state = 'open'
      returning clearance_id, step, name
    )`

/** Clears the open step and opens the next; after the last one the clearance is given. */
export const clearStep = change({
  takes: taking,
  returns: { isGiven: bool, nextTeamId: nullable(int8) },
  sql: `
    with ${taken('cleared')}, next as (
      update clearance_steps
      set state = 'open'
      where organisation_id = :organisationId and clearance_id = :clearanceId
        and position = :position + 1 and exists (select from step)
      returning clearance_id, team_id
    ), changed as (
      update clearances c
      set state = case when g.is_given then 'given' else c.state end,
        ended_by = case when g.is_given then :author end,
        ended_at = case when g.is_given then :now end
      from step, (select not exists (select from next) as is_given) g
      where c.organisation_id = :organisationId and c.clearance_id = step.clearance_id
      returning c.answer, c.version, step.step, step.name, g.is_given
    ), ${telling(
      'answerCleared',
      `jsonb_build_object('answer', answer, 'version', version, 'step', step,
        'stepName', name, 'isGiven', is_given)`,
    )}
    select is_given as "isGiven", (select team_id from next) as "nextTeamId" from changed`,
})

/** Returns an answer to whoever wrote it, with remarks, and gives them notice; its clearance is over. */
export const returnStep = change({
  takes: taking,
  returns: { answer: int4 },
  sql: `
    with ${taken('returned')}, changed as (
      update clearances c set state = 'returned', ended_by = :author, ended_at = :now
      from step
      where c.organisation_id = :organisationId and c.clearance_id = step.clearance_id
      returning c.answer, c.version, step.step, step.name
    ), noticed as (
      insert into notices (organisation_id, user_id, case_id, kind, particulars, created_at)
      select :organisationId, v.author_id, :caseId, 'answer returned',
        jsonb_build_object('answer', v.answer), :now
      from changed
      join answer_versions v on v.organisation_id = :organisationId and v.case_id = :caseId
        and v.answer = changed.answer and v.version = changed.version
      where v.author_id is not null
    ), ${telling(
      'answerReturned',
      `jsonb_build_object('answer', answer, 'version', version, 'step', step, 'stepName', name)`,
    )}
    select answer from changed`,
})

/** Ends a running clearance before it is given. */
export const withdrawClearanceOf = change({
  takes: { caseId: int8, clearanceId: int8, reason: text, ...author },
  returns: { answer: int4 },
  sql: `
    with waiting as (
      update clearance_steps set state = 'waiting'
      where organisation_id = :organisationId and clearance_id = :clearanceId and state = 'open'
    ), changed as (
      update clearances
      set state = 'withdrawn', reason = :reason, ended_by = :author, ended_at = :now
      where organisation_id = :organisationId and clearance_id = :clearanceId
      returning answer, version
    ), ${telling('clearanceWithdrawn', `jsonb_build_object('answer', answer, 'version', version)`)}
    select answer from changed`,
})

/**
 * Of a case's answers that were not dropped: how many lack clearance as they read now, and which of them asked for it.
 * What was cleared before the case was opened again is none of what it is answered with now.
 */
export const getClearance = get({
  takes: { caseId: int8 },
  returns: { answers: int4, uncleared: int4, open: int4 },
  sql: `
    select count(*)::int as answers, count(*) filter (where not s.is_given)::int as uncleared,
      count(*) filter (where not s.is_given and s.is_asked)::int as open
    from answers a, lateral (
      select coalesce(bool_or(g.is_given and not g.is_past), false) as is_given,
        coalesce(bool_or(c.state <> 'withdrawn'), false) as is_asked,
        coalesce((array_agg(g.is_given and g.is_past order by c.clearance_id desc)
          filter (where c.state <> 'withdrawn'))[1], false) as was_given
      from clearances c, lateral (
        select c.state = 'given' and c.version = a.version as is_given, ${isPast} as is_past
      ) g
      where c.organisation_id = a.organisation_id and c.case_id = a.case_id and c.answer = a.answer
    ) s
    where a.organisation_id = :organisationId and a.case_id = :caseId and a.dropped_at is null
      and not s.was_given`,
})
