import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

const examples = allOperations.flatMap(({ name, examples: all }) =>
  all.map((sent): Readonly<Record<string, string>> => ({ ...sent, operation: name })),
)

/** A closed case, a remedy that is done and one that is not: what some refusals want. */
export const closedCase = '1099'
export const doneRemedy = '91'
export const openRemedy = '92'

/** Adds the points and remedies that examples name; the cases they are on must be there. */
export async function addExampleComplaints({ rows }: ContractStage): Promise<void> {
  for (const { CaseId, Point } of examples)
    if (Point !== undefined)
      await rows(
        `insert into complaint_points (organisation_id, case_id, point, description, added_at, added_by,
           changed_at, changed_by)
         values ($1, $2, $3, 'The roof leaks', '2026-03-10', 'Website', '2026-03-10', 'Website')
         on conflict do nothing`,
        CaseId,
        Point,
      )
  const named = examples.filter(({ Remedy }) => Remedy !== undefined)
  const remedies = named.map(({ operation, Remedy }) => [Remedy, operation === 'reopenremedy'])
  for (const [remedy, isDone] of [...remedies, [doneRemedy, true], [openRemedy, false]])
    await rows(
      `insert into remedies (organisation_id, case_id, remedy, what, description, due_on, state, done_on,
         settled_at, added_at, added_by, changed_at, changed_by)
       select $1, 1001, $2, 'action', 'Mend the roof', '2026-04-10', case when d then 'done' else 'open' end,
         case when d then date '2026-03-12' end, case when d then timestamptz '2026-03-12' end,
         '2026-03-10', 'Website', '2026-03-10', 'Website'
       from (values ($3::boolean)) as done (d)
       on conflict do nothing`,
      remedy,
      isDone,
    )
  await rows(
    `insert into cases (organisation_id, case_id, case_type_id, case_type_version, status, received_at,
       received_on, created_at, created_by, updated_at, closed_on)
     select organisation_id, $2, case_type_id, case_type_version, 'Closed', received_at, received_on,
       created_at, created_by, updated_at, '2026-03-12'
     from cases where organisation_id = $1 and case_id = 700123`,
    closedCase,
  )
}
