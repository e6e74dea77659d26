import { telling, type EventKind } from '#domain/events/index.ts'
import { bool, date, instant, int8, nullable, text, type Row } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** The task of a code on a case: the open one that has waited longest, else one that is done. */
export const findTask = find({
  takes: { caseId: int8, code: text },
  returns: { taskId: int8, isDone: bool },
  sql: `
    select t.task_id as "taskId", t.completed_at is not null as "isDone"
    from tasks t
    where t.organisation_id = :organisationId and t.case_id = :caseId
      and lower(t.code) = lower(:code)
    order by "isDone", t.task_id
    limit 1`,
})

const item = {
  taskNumber: int8,
  code: text,
  title: text,
  dueOn: nullable(date),
  isDueReckoned: bool,
  team: nullable(text),
  teamCode: nullable(text),
  person: nullable(text),
  userName: nullable(text),
  createdAt: instant,
  completedAt: nullable(instant),
  completedBy: nullable(text),
  outcome: nullable(text),
}

/** A task of a case. */
export type CaseTask = Row<typeof item>

const selected = `
    select t.task_id as "taskNumber", t.code, t.title, t.due_on as "dueOn",
      t.due_from is not null as "isDueReckoned", m.name as team, m.code as "teamCode",
      u.full_name as person, u.user_name as "userName", t.created_at as "createdAt",
      t.completed_at as "completedAt", t.completed_by as "completedBy", t.outcome
    from tasks t
    left join teams m on m.organisation_id = t.organisation_id and m.team_id = t.team_id
    left join users u on u.organisation_id = t.organisation_id and u.user_id = t.assigned_user_id
    where t.organisation_id = :organisationId and t.case_id = :caseId`

/** The tasks of a case: those that wait by date, then those that are done, the last first. */
export const listTasks = list({
  takes: { caseId: int8 },
  returns: item,
  sql: `${selected}
    order by t.completed_at desc nulls first, t.due_on nulls last, t.task_id`,
})

export const findTaskByNumber = find({
  takes: { caseId: int8, taskNumber: int8 },
  returns: item,
  sql: `${selected} and t.task_id = :taskNumber`,
})

const doing = { caseId: int8, author: text, now: instant }

const tellingOfTask = (kind: EventKind): string => `
    ${telling(
      kind,
      `jsonb_build_object('taskId', task_id, 'code', code, 'title', title, 'outcome', outcome)`,
    )}
    select task_id as "taskNumber" from changed`
const told = `task_id, code, title, outcome`
const stamped = `updated_at = casewright_now(), changed_in = pg_current_xact_id()`
const theTask = `organisation_id = :organisationId and case_id = :caseId
        and task_id = :taskNumber`

/** Adds a task; where nobody is named it goes to whoever has the case. */
export const insertTask = change({
  takes: {
    ...doing,
    code: text,
    title: text,
    dueOn: nullable(date),
    teamId: nullable(int8),
    userId: nullable(int8),
  },
  returns: { taskNumber: int8 },
  sql: `
    with changed as (
      insert into tasks (organisation_id, case_id, code, title, due_on, team_id, assigned_user_id,
        created_at, updated_at)
      select :organisationId, c.case_id, :code, :title, :dueOn,
        case when :userId is null then coalesce(:teamId, c.team_id) else :teamId end,
        case when :teamId is null then coalesce(:userId, c.assigned_user_id) else :userId end,
        :now, casewright_now()
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :caseId
      returning ${told}
    ), ${tellingOfTask('taskAdded')}`,
})

export const completeTaskOfCase = change({
  takes: { ...doing, taskNumber: int8, outcome: text },
  returns: { taskNumber: int8 },
  sql: `
    with changed as (
      update tasks
      set completed_at = :now, completed_by = :author, outcome = :outcome, ${stamped}
      where ${theTask} and completed_at is null
      returning ${told}
    ), ${tellingOfTask('taskCompleted')}`,
})

/** Makes a task wait again; its date is reckoned anew by whoever settles the clock. */
export const undoTaskOfCase = change({
  takes: { ...doing, taskNumber: int8 },
  returns: { taskNumber: int8 },
  sql: `
    with changed as (
      update tasks
      set completed_at = null, completed_by = null, outcome = null, ${stamped}
      where ${theTask} and completed_at is not null
      returning ${told}
    ), ${tellingOfTask('taskReopened')}`,
})

export const reassignTaskOfCase = change({
  takes: { ...doing, taskNumber: int8, teamId: nullable(int8), userId: nullable(int8) },
  returns: { taskNumber: int8 },
  sql: `
    with changed as (
      update tasks
      set team_id = :teamId, assigned_user_id = :userId, ${stamped}
      where ${theTask} and completed_at is null
      returning ${told}
    ), ${tellingOfTask('taskReassigned')}`,
})
