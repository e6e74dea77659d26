import { Readable } from 'node:stream'
import type { Operation } from '#kernel/operation.ts'
import type { ContractStage } from '#test/contract-stage.ts'

/**
 * Adds what the examples of operations name: the demonstration organisation has all of it. Case 1001 with
 * the reference WEB-17 is a copy of the fixture's 700123, with a document and a letter of its own; case 1000 is
 * found by that reference once an example has given 1001 another.
 */
export async function addExampleData({ rows }: ContractStage): Promise<void> {
  await rows(
    `insert into cases (organisation_id, case_id, external_id, case_type_id, case_type_version, label,
       status, team_id, received_at, received_on, created_at, created_by, updated_at)
     select organisation_id, n, 'WEB-17', case_type_id, case_type_version, label, status, team_id,
       received_at, received_on, created_at, created_by, updated_at
     from cases, unnest(array[1000::bigint, 1001]) as n
     where organisation_id = $1 and case_id = 700123`,
  )
  await rows(
    `insert into case_parties (organisation_id, case_id, role, customer_id)
     select organisation_id, 1001, role, customer_id from case_parties
     where organisation_id = $1 and case_id = 700123`,
  )
  await rows(
    `insert into documents (organisation_id, document_id, case_id, name, media_type, url, state, failure,
       document_at, author)
     overriding system value
     values ($1, 1, 1001, 'Plan.pdf', 'application/pdf', 'https://nowhere.example/plan.pdf',
       'not retrieved', 'No host of that name was found.', '2026-03-14', 'Website')`,
  )
  await rows(
    `select setval(pg_get_serial_sequence('documents', 'document_id'), 70000 + $1),
       setval(pg_get_serial_sequence('correspondence', 'correspondence_id'), 70000)`,
  )
  await rows(
    `insert into correspondence (organisation_id, correspondence_id, case_id, code, name, channel, subject,
       body, author, created_at, processed_at, updated_at)
     overriding system value
     select organisation_id, c.id, 1001, code, name, channel, subject, body, author, created_at,
       processed_at, updated_at
     from correspondence, (values (1)) as c (id)
     where organisation_id = $1 and correspondence_id = 51002`,
  )
  await rows(
    `insert into reports (organisation_id, report_id, name, source, definition)
     select organisation_id, 1, name, source, definition from reports where organisation_id = $1`,
  )
}

/** The first example of an operation, to be varied. */
export function firstExample({ name, examples }: Operation): Readonly<Record<string, string>> {
  const [example] = examples
  if (!example) throw new Error(`${name} has no example`)
  return example
}

/** Closes the file of a result that nobody reads. */
export function letGo(result: unknown): void {
  if (
    typeof result === 'object' &&
    result !== null &&
    'body' in result &&
    result.body instanceof Readable
  )
    result.body.destroy()
}
