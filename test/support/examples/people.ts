import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

const examples: readonly Readonly<Record<string, string>>[] = allOperations.flatMap(
  ({ examples: all }) => all,
)

/** Somebody whose record went into another; and one whose record had gone into that before. */
export const mergedPerson = '3091'
const buriedPerson = '3092'
/** A merge that was undone, and one whose kept record went into another since. */
export const undoneMerge = '3491'
export const buriedMerge = '3492'

/** Adds the people, contact details and alerts that examples name. */
export async function addExamplePeople({ rows }: ContractStage): Promise<void> {
  const named = examples.flatMap(({ Person, Other }) => [Person ?? [], Other ?? []].flat())
  for (const person of new Set([...named, mergedPerson, buriedPerson]))
    await rows(
      `insert into customers (organisation_id, customer_id, first_name, surname, created_at, updated_at)
       overriding system value values ($1, $2, 'Ife', 'Okafor', '2026-03-01', '2026-03-01')`,
      person,
    )
  for (const draft of new Set(examples.flatMap(({ Draft }) => Draft ?? [])))
    await rows(
      `insert into call_drafts (organisation_id, draft_id, user_id, typed, saved_at)
       overriding system value values ($1, $2, 1, '{}', '2026-03-10')`,
      draft,
    )
  for (const { Person, Contact, AlertNumber, Draft, CallFile } of examples) {
    if (CallFile !== undefined)
      await rows(
        `insert into call_draft_files (organisation_id, file_id, draft_id, name, media_type,
           content_hash, content_size, is_self_service)
         overriding system value values ($1, $3, $2, 'x', 'text/plain', 'x', 1, false)`,
        Draft,
        CallFile,
      )
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
  await rows(`update customers set merged_into = 3001 where organisation_id = $1
    and customer_id in (3091, 3092)`)
  const merges = examples.flatMap(({ Merge }) => Merge ?? [])
  for (const [merge, kept, isUndone] of [
    ...[...new Set(merges)].map((each) => [each, '3001', false] as const),
    [undoneMerge, '3001', true] as const,
    [buriedMerge, mergedPerson, false] as const,
  ])
    await rows(
      `insert into customer_merges (organisation_id, merge_id, kept_id, merged_id, fields, moved,
         merged_by, merged_at, unmerged_at)
       overriding system value
       values ($1, $2, $3, 3092, '{}', '{}', 'Sam', '2026-03-10',
         case when $4 then timestamptz '2026-03-11' end)`,
      merge,
      kept,
      isUndone,
    )
}

/** Adds what hangs on another organisation's person 885001, and a draft of a call with a file. */
export async function addForeignPeople({ rows }: ContractStage): Promise<void> {
  await rows(
    `with draft as (
       insert into call_drafts (organisation_id, draft_id, user_id, typed, saved_at)
       overriding system value values ($1, 888001, 1, '{}', '2026-03-14')
     ), file as (
       insert into call_draft_files (organisation_id, file_id, draft_id, name, media_type,
         content_hash, content_size, is_self_service)
       overriding system value values ($1, 888002, 888001, 'x', 'x', 'x', 1, false)
     ), contact as (
       insert into customer_contacts (organisation_id, contact_id, customer_id, kind, details,
         recorded_by, recorded_at)
       overriding system value values ($1, 886001, 885001, 'other', 'x', 'x', '2026-03-14')
     )
     insert into customer_alerts (organisation_id, alert_id, customer_id, alert, reason, review_on,
       set_by, set_at)
     overriding system value values ($1, 887001, 885001, 'x', 'x', '2027-03-14', 'x', '2026-03-14')`,
  )
}
