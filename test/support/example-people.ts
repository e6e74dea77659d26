import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

const examples: readonly Readonly<Record<string, string>>[] = allOperations.flatMap(
  ({ examples: all }) => all,
)

/** Adds the people, contact details and alerts that examples name. */
export async function addExamplePeople({ rows }: ContractStage): Promise<void> {
  for (const person of new Set(examples.flatMap(({ Person }) => Person ?? [])))
    await rows(
      `insert into customers (organisation_id, customer_id, first_name, surname, created_at, updated_at)
       overriding system value values ($1, $2, 'Ife', 'Okafor', '2026-03-01', '2026-03-01')`,
      person,
    )
  for (const draft of examples.flatMap(({ Draft }) => Draft ?? []))
    await rows(
      `insert into call_drafts (organisation_id, draft_id, user_id, typed, saved_at)
       overriding system value values ($1, $2, 1, '{}', '2026-03-10')`,
      draft,
    )
  for (const { Person, Contact, AlertNumber } of examples) {
    if (Contact !== undefined)
      await rows(
        `insert into customer_contacts (organisation_id, contact_id, customer_id, kind, details,
           recorded_by, recorded_at)
         overriding system value values ($1, $3, $2, 'other', 'x', 'Sam', '2026-03-10')`,
        Person,
        Contact,
      )
    if (AlertNumber !== undefined)
      await rows(
        `insert into customer_alerts (organisation_id, alert_id, customer_id, alert, reason, review_on,
           set_by, set_at)
         overriding system value
         values ($1, $3, $2, 'x', 'x', '2027-03-10', 'Sam', '2026-03-10')`,
        Person,
        AlertNumber,
      )
  }
}
