import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

/** A change that cannot be put back: the key that it revoked is not there any more. */
export const lastingChange = '91'

const sent = (parameter: string): readonly string[] => [
  ...new Set(
    allOperations.flatMap(({ examples }) => examples.flatMap((all) => all[parameter] ?? [])),
  ),
]

/** Adds the changes and the failed jobs that examples name. */
export async function addExampleChangeLog(stage: ContractStage): Promise<void> {
  const change = (id: string, ...what: readonly string[]) =>
    stage.rows(
      `insert into configuration_changes
         (organisation_id, change_id, changed_at, changed_by, kind, subject, before, after)
       overriding system value
       values ($1, $2, '2026-03-10', 'user 1 Okafor, Ife', $3, $4, $5, $6)`,
      id,
      ...what,
    )
  for (const id of sent('ChangeNumber'))
    await change(id, 'setting', 'isStrict', '{"value": true}', '{"value": false}')
  await change(lastingChange, 'api key', 'revoked', '{"works": true}', '{"works": false}')
  for (const id of sent('Job')) await addFailedJob(stage, id)
}

/** A job that has been tried as often as it may be. */
async function addFailedJob({ rows }: ContractStage, id: string): Promise<void> {
  await rows(
    `insert into graphile_worker._private_tasks (identifier) values ('task ' || $1)
     on conflict do nothing`,
  )
  await rows(
    `insert into graphile_worker._private_jobs (id, task_id, payload, attempts, max_attempts, last_error)
     overriding system value
     select $2, t.id, json_build_object('organisationId', $1::int), 3, 3,
       'The document did not come: no such host'
     from graphile_worker._private_tasks t where t.identifier = 'task ' || $1`,
    id,
  )
}
