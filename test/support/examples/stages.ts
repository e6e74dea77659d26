import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'
import { itsLetters, twoStages } from '#test/stage-types.ts'

const examples = allOperations.flatMap(({ name, examples: all }) =>
  all.map((sent): Readonly<Record<string, string>> => ({ ...sent, operation: name })),
)
const version = 1001

/** A task that is done, one that waits, and a letter that was sent: what some refusals want. */
export const doneTask = '591'
export const openTask = '592'
export const sentLetter = '69'

/** Adds the procedure, the tasks and the letters that examples name; the cases they are on must be there. */
export async function addExampleStages(stage: ContractStage): Promise<void> {
  await addProcedure(stage)
  await addTasks(stage)
  await addLetters(stage)
}

const moving = new Set(['movestage', 'begintrack', 'endcase', 'reopencase'])

async function addProcedure({ rows }: ContractStage): Promise<void> {
  await rows(
    `insert into case_type_versions (organisation_id, case_type_id, version, definition, published_at)
     select v.organisation_id, v.case_type_id, $3, v.definition || $2::jsonb, v.published_at
     from case_type_versions v join case_types t using (organisation_id, case_type_id)
     where v.organisation_id = $1 and t.name = 'Complaint' and v.version = 1`,
    JSON.stringify({ fields: twoStages.fields, procedure: twoStages.procedure }),
    version,
  )
  for (const { operation, CaseId } of examples)
    if (moving.has(operation ?? '')) {
      await rows(
        `with stage as (
           insert into case_stages (organisation_id, case_id, track, code, stage, started_at)
           select organisation_id, case_id, 'main', 'first', 1, received_at
           from cases where organisation_id = $1 and case_id = $2
         ), task as (
           insert into tasks (organisation_id, case_id, code, title, created_at, completed_at,
             completed_by, updated_at)
           values ($1, $2, 'CALL', 'Call', '2026-03-10', '2026-03-11', 'Dee, Sam', '2026-03-11')
         )
         update cases set case_type_version = $3, closed_on = $4
         where organisation_id = $1 and case_id = $2`,
        CaseId,
        version,
        operation === 'reopencase' ? '2026-03-12' : null,
      )
    }
}

async function addTasks({ rows }: ContractStage): Promise<void> {
  const named = examples.filter(({ TaskNumber }) => TaskNumber !== undefined)
  const tasks = named.map(({ TaskNumber, operation }) => [TaskNumber, operation === 'undotask'])
  for (const [task, isDone] of [...tasks, [doneTask, true], [openTask, false]])
    await rows(
      `insert into tasks (organisation_id, task_id, case_id, code, title, created_at, completed_at,
         completed_by, updated_at)
       overriding system value
       select $1, $2, 1001, 'ASK', 'Ask', '2026-03-10', case when d then timestamptz '2026-03-11' end,
         case when d then 'Dee, Sam' end, '2026-03-11'
       from (values ($3::boolean)) as done (d)`,
      task,
      isDone,
    )
}

async function addLetters({ rows }: ContractStage): Promise<void> {
  for (const { code, name, channel, body } of [
    ...itsLetters,
    { code: 'HOLDING', name: 'Holding letter', channel: 'letter', body: 'We are looking into it.' },
  ])
    await rows(
      `insert into letter_templates (organisation_id, code, name, channel, body, updated_at)
       values ($1, $2, $3, $4, $5, '2026-03-01')`,
      code,
      name,
      channel,
      body,
    )
  const drafts = examples.flatMap(({ Letter }) => Letter ?? [])
  for (const draft of [...drafts, sentLetter])
    await rows(
      `insert into letter_drafts (organisation_id, letter_draft_id, case_id, template, name, channel,
         body, created_at, sent_at)
       overriding system value
       values ($1, $2, 1001, 'HOLDING', 'Holding letter', 'letter', 'We are looking into it.',
         '2026-03-10', case when $3 then timestamptz '2026-03-11' end)`,
      draft,
      draft === sentLetter,
    )
}
