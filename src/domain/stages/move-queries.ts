import { draftLetters, type RaisedLetter, type RaisedTask } from '#domain/clock/index.ts'
import { touching } from '#domain/events/index.ts'
import { bool, date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

/** A stage that ends, as it is written. */
export interface EndedStage {
  readonly track: string
  readonly stage: string
  readonly outcome: string
  readonly outcomeCode: string
  readonly details: string | null
}

/** A stage that begins, as it is written. */
export interface EnteredStage {
  readonly track: string
  readonly stage: string
  readonly number: number | null
}

/** A task that is raised; where it names no team it goes to whoever has the case. */
export type TaskToRaise = Omit<RaisedTask, 'team'> & { readonly teamId: number | null }

const doing = { caseId: int8, author: text, now: instant } as const

/**
 * Ends stages, and keeps who has worked them: whoever has the case, whoever ended them, and whoever wrote an answer
 * or a finding while they were open.
 */
export const endStagesOfCase = change({
  takes: { ...doing, stages: json<readonly EndedStage[]>(), userId: nullable(int8), today: date },
  returns: {},
  sql: `
    update case_stages s
    set ended_at = :now, completed_on = :today, outcome = e."outcome",
      outcome_code = e."outcomeCode", outcome_details = e."details", outcome_by = :author,
      worked_by = coalesce(c.assigned_user_id, :userId),
      workers = array(
        select w from unnest(s.workers || c.assigned_user_id || :userId) w
        where w is not null
        union
        select v.author_id from answer_versions v
        where v.organisation_id = s.organisation_id and v.case_id = s.case_id
          and v.written_at >= s.started_at and v.author_id is not null
        union
        select a.answered_by_id from point_answers a
        where a.organisation_id = s.organisation_id and a.case_id = s.case_id
          and a.answered_at >= s.started_at and a.answered_by_id is not null
          and a.finding <> 'withdrawn'
      )
    from jsonb_to_recordset(:stages) as e ("track" text, "stage" text, "outcome" text,
      "outcomeCode" text, "details" text), cases c
    where s.organisation_id = :organisationId and s.case_id = :caseId and s.track = e."track"
      and s.code = e."stage" and s.ended_at is null
      and c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/**
 * Begins stages. What was set by hand or recorded of a stage that begins once more belongs to its earlier run and
 * moves nothing now.
 */
export const enterStagesOfCase = change({
  takes: {
    ...doing,
    stages: json<readonly EnteredStage[]>(),
    countedFrom: date,
    countedFromAt: nullable(instant),
  },
  returns: {},
  sql: `
    with entered as (
      select r."track", r."stage", r."number"
      from jsonb_to_recordset(:stages) as r ("track" text, "stage" text, "number" int)
    ), deadlines_of_before as (
      update case_deadlines d
      set override_reason = null, overridden_by = null, reminders_given = 0,
        next_reminder_at = null
      from entered e
      where d.organisation_id = :organisationId and d.case_id = :caseId
        and d.track = e."track" and d.stage = e."stage"
    ), events_of_before as (
      update clock_events o
      set withdrawn_by = :author, withdrawn_at = :now, withdrawn_reason = 'The stage began again'
      from entered e
      where o.organisation_id = :organisationId and o.case_id = :caseId
        and o.track = e."track" and o.stage = e."stage" and o.withdrawn_at is null
    )
    insert into case_stages (organisation_id, case_id, track, code, stage, received_on, received_at,
      started_at)
    select :organisationId, :caseId, e."track", e."stage", e."number", :countedFrom,
      :countedFromAt, :now
    from entered e
    on conflict (organisation_id, case_id, track, code) do update
    set stage = excluded.stage, received_on = excluded.received_on,
      received_at = excluded.received_at,
      started_at = excluded.started_at, ended_at = null, completed_on = null, outcome = null,
      outcome_code = null, outcome_details = null, outcome_by = null, is_in_target = null,
      target_days = null, due_on = null`,
})

/** Raises tasks, and drafts letters, of a case that has its team already. */
export const raiseWorkOfCase = change({
  takes: {
    caseId: int8,
    now: instant,
    tasks: json<readonly TaskToRaise[]>(),
    letters: json<readonly RaisedLetter[]>(),
  },
  returns: {},
  sql: `
    with the_case as (
      select c.case_id, c.team_id, c.assigned_user_id
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :caseId
    ), ${draftLetters('the_case')}
    insert into tasks (organisation_id, case_id, code, title, due_on, team_id, assigned_user_id,
      track, stage, due_from, created_at, updated_at)
    select :organisationId, c.case_id, t."code", t."title", t."dueOn",
      coalesce(t."teamId", c.team_id), case when t."teamId" is null then c.assigned_user_id end,
      t."track", t."stage", t."dueFrom", :now, casewright_now()
    from the_case c, jsonb_to_recordset(:tasks) as t ("code" text, "title" text, "dueOn" date,
      "teamId" bigint, "track" text, "stage" text, "dueFrom" jsonb)`,
})

/**
 * Gives a case the status and number of its stage, and its team; null leaves each as it is. Whoever had the case
 * has it no more where another team gets it.
 */
export const moveCase = change({
  takes: {
    caseId: int8,
    now: instant,
    status: nullable(text),
    stage: nullable(int4),
    teamId: nullable(int8),
    outcome: nullable(text),
    today: date,
  },
  returns: {},
  sql: `
    update cases
    set status = coalesce(:status, status),
      current_stage = case when :status is null then current_stage else :stage end,
      outcome = coalesce(:outcome, outcome),
      outcome_on = case when :outcome is null then outcome_on else :today end,
      assigned_user_id = case when :teamId is null or :teamId = team_id
        then assigned_user_id end,
      team_id = coalesce(:teamId, team_id), ${touching}
    where organisation_id = :organisationId and case_id = :caseId`,
})

/** Ends the tasks of a case that nobody has done and nobody needs; what follows says which. */
const tasksNotNeeded = `update tasks
      set completed_at = :now, completed_by = :author, outcome = 'not needed',
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      where organisation_id = :organisationId and case_id = :caseId and completed_at is null`

/** Closes a case; tasks that its stages raised and nobody has done are not needed any more. */
export const closeCaseRow = change({
  takes: {
    ...doing,
    today: date,
    ending: text,
    kind: text,
    status: text,
    outcome: text,
    reason: nullable(text),
  },
  returns: {},
  sql: `
    with tasks_ended as (
      ${tasksNotNeeded} and track is not null
    )
    update cases
    set closed_on = :today, closed_at = :now, ending = :ending, status = :status,
      outcome = :outcome, outcome_on = :today,
      withdrawn_on = case when :kind = 'withdrawn' then :today end,
      withdrawn_reason = case when :kind = 'withdrawn' then :reason end,
      rejected_on = case when :kind = 'rejected' then :today end,
      rejected_reason = case when :kind = 'rejected' then :reason end,
      returned_on = case when :kind = 'returned' then :today end,
      returned_reason = case when :kind = 'returned' then :reason end, ${touching}
    where organisation_id = :organisationId and case_id = :caseId`,
})

/** Makes a closed case an open one again. */
export const reopenCaseRow = change({
  takes: { caseId: int8, now: instant },
  returns: {},
  sql: `
    update cases
    set closed_on = null, closed_at = null, ending = null, is_closed_in_target = null,
      outcome = null, outcome_on = null, withdrawn_on = null, withdrawn_reason = null,
      rejected_on = null, rejected_reason = null, returned_on = null, returned_reason = null,
      ${touching}
    where organisation_id = :organisationId and case_id = :caseId`,
})

/** What the clock has found of stages: the time they have, and whether they were done within it. */
export interface StageTimes {
  readonly track: string
  readonly stage: string
  readonly targetDays: number | null
  readonly isInTarget: boolean | null
}

/** Notes what the clock has found of stages that began or ended, and tells the history what happened. */
export const noteMove = change({
  takes: {
    ...doing,
    stages: json<readonly StageTimes[]>(),
    isClosedInTarget: nullable(bool),
    kind: text,
    particulars: json<Readonly<Record<string, unknown>>>(),
  },
  returns: {},
  sql: `
    with stages as (
      update case_stages s
      set target_days = r."targetDays", is_in_target = r."isInTarget"
      from jsonb_to_recordset(:stages) as r ("track" text, "stage" text, "targetDays" int,
        "isInTarget" boolean)
      where s.organisation_id = :organisationId and s.case_id = :caseId
        and s.track = r."track" and s.code = r."stage"
    ), the_case as (
      update cases set is_closed_in_target = :isClosedInTarget
      where organisation_id = :organisationId and case_id = :caseId
        and :isClosedInTarget is not null
    )
    insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
    values (:organisationId, :caseId, :kind, :particulars, :author, :now)`,
})

/** Marks what a stage has raised and nobody has done as not needed: its tasks, and its letters with the reason. */
export const dropWorkOfStage = change({
  takes: { caseId: int8, track: text, stage: text, reason: text, author: text, now: instant },
  returns: {},
  sql: `
    with tasks_left as (
      ${tasksNotNeeded} and track = :track and stage = :stage
    )
    update letter_drafts
    set dropped_at = :now, dropped_by = :author,
      dropped_reason = :reason, version = version + 1
    where organisation_id = :organisationId and case_id = :caseId and track = :track
      and stage = :stage and sent_at is null and dropped_at is null`,
})

/** What the stages that a case is in have raised and nobody has done: tasks, and letters that are not sent. */
export const listUndoneWork = list({
  takes: { caseId: int8 },
  returns: { track: text, stage: text, name: text },
  sql: `
    select w.track, w.stage, w.name
    from (
      select t.track, t.stage, 0 as kind, t.task_id as id, t.title as name
      from tasks t
      where t.organisation_id = :organisationId and t.case_id = :caseId and t.completed_at is null
      union all
      select l.track, l.stage, 1, l.letter_draft_id, 'Letter: ' || l.name
      from letter_drafts l
      where l.organisation_id = :organisationId and l.case_id = :caseId and l.sent_at is null
        and l.dropped_at is null
    ) w
    join case_stages s on s.organisation_id = :organisationId and s.case_id = :caseId
      and s.track = w.track and s.code = w.stage and s.started_at is not null and s.ended_at is null
    order by w.kind, w.id`,
})
