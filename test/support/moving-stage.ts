import assert from 'node:assert/strict'
import { completeTask } from '#domain/tasks/index.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '#kernel/operation.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { itsLetters, twoStages } from '#test/stage-types.ts'

type Sent = Readonly<Record<string, string | number>>
type Row = Record<string, unknown>

/** The stage with a case type of two stages and its letters, and ways to move cases and look at them. */
export interface MovingStage extends Omit<CaseStage, 'refused'> {
  open(sent?: Readonly<Record<string, string>>): Promise<number>
  /** Performs an operation as a case worker, or as somebody else. */
  act(operation: Operation, sent: Sent, actor?: Actor): Promise<unknown>
  refused(
    operation: Operation,
    sent: Sent,
    messages: readonly string[],
    name?: string,
  ): Promise<void>
  /** Does the task of that code. */
  finish(caseId: number, code: string): Promise<void>
  /** Gives the case to somebody by name or number, and gives their number. */
  assign(caseId: number, who: string | number): Promise<number>
  somebodyElse(): Promise<number>
  stagesOf(caseId: number): Promise<Row[]>
  tasksOf(caseId: number): Promise<Row[]>
  draftsOf(caseId: number): Promise<Row[]>
  deadlinesOf(caseId: number): Promise<Row[]>
  eventsOf(caseId: number): Promise<unknown[]>
  lastEvent(caseId: number): Promise<Row>
}

/** Builds the stage in a database of its own. */
export async function movingStage(definition: object = twoStages): Promise<MovingStage> {
  const stage = await caseStage()
  for (const { code, name, channel, subject = null, body } of itsLetters)
    await stage.test.sql(
      `insert into letter_templates (organisation_id, code, name, channel, subject, body, updated_at)
       values ($1, $2, $3, $4, $5, $6, '2026-03-01')`,
      [stage.organisationId, code, name, channel, subject, body],
    )
  await stage.publish(definition)
  return Object.freeze<MovingStage>({ ...stage, ...moving(stage), ...showing(stage) })
}

type Moving = Pick<MovingStage, 'open' | 'act' | 'refused' | 'finish' | 'assign' | 'somebodyElse'>

function moving(stage: CaseStage): Moving {
  const { organisationId } = stage
  const act: MovingStage['act'] = (operation, sent, actor = stage.actor('case worker')) =>
    stage.perform(
      operation,
      Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)])),
      actor,
    )
  return {
    act,
    open: async (sent = {}) => (await stage.create({ Type: 'Staged', ...sent })).caseId,
    refused: (operation, sent, messages, name) =>
      assert.rejects(
        act(operation, sent),
        (error: { kind: { name: string }; flaws: { message: string }[] }) => {
          if (name !== undefined) assert.equal(error.kind.name, name)
          assert.deepEqual(
            error.flaws.map(({ message }) => message),
            messages,
          )
          return true
        },
      ),
    finish: async (caseId, code) => {
      const [task] = await stage.rows(
        `select task_id as id from tasks where organisation_id = $1 and case_id = $2
           and code = '${code}' and completed_at is null`,
        caseId,
      )
      await act(completeTask, { CaseId: caseId, TaskNumber: String(task?.['id']) })
    },
    assign: async (caseId, who) => {
      const [row] = await stage.test.sql(
        `update cases c set assigned_user_id = u.user_id from users u
         where c.organisation_id = $1 and c.case_id = $2 and u.organisation_id = $1
           and (u.user_name = $3 or u.user_id::text = $3) returning u.user_id as id`,
        [organisationId, caseId, String(who)],
      )
      return Number(row?.['id'])
    },
    somebodyElse: async () => {
      const [row] = await stage.test.sql(
        `insert into users (organisation_id, user_name, full_name, email, role)
         values ($1, 'pat' || floor(random() * 1e9), 'Moss, Pat', 'pat' || floor(random() * 1e9) || '@demo.example',
           'case worker') returning user_id as id`,
        [organisationId],
      )
      return Number(row?.['id'])
    },
  }
}

type Showing = Pick<
  MovingStage,
  'stagesOf' | 'tasksOf' | 'draftsOf' | 'deadlinesOf' | 'eventsOf' | 'lastEvent'
>

function showing(stage: CaseStage): Showing {
  const rows: CaseStage['rows'] = (sql, caseId) => stage.rows(sql, caseId)
  const ofCase = 'organisation_id = $1 and case_id = $2'
  const eventsOf: MovingStage['eventsOf'] = async (caseId) =>
    (await rows(`select kind from case_events where ${ofCase} order by event_id`, caseId)).map(
      ({ kind }) => kind,
    )
  return {
    eventsOf,
    stagesOf: (caseId) =>
      rows(
        `select track, code, due_on::text as due, outcome, is_in_target as "inTarget",
           ended_at is not null as "isOver"
         from case_stages where ${ofCase} order by started_at, code`,
        caseId,
      ),
    tasksOf: (caseId) =>
      rows(
        `select t.code, t.due_on::text as due, m.code as team, t.completed_at is not null as "isDone"
         from tasks t left join teams m using (organisation_id, team_id)
         where ${ofCase} order by t.task_id`,
        caseId,
      ),
    draftsOf: (caseId) =>
      rows(
        `select template, due_on::text as due from letter_drafts
         where ${ofCase} order by letter_draft_id`,
        caseId,
      ),
    deadlinesOf: (caseId) =>
      rows(
        `select stage, code, state from case_deadlines where ${ofCase} order by track, stage, code`,
        caseId,
      ),
    lastEvent: async (caseId) =>
      (
        await rows(
          `select kind, particulars, actor from case_events where ${ofCase}
           order by event_id desc limit 1`,
          caseId,
        )
      )[0] ?? {},
  }
}
