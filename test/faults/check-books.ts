import assert from 'node:assert/strict'
import { verifyAudit } from '#platform/audit-chain.ts'
import { until } from '#test/until.ts'
import { openCaller } from './caller.ts'
import { repeat, type Entry } from './ledger.ts'
import { ask, withDatabase, type Office, type Ways } from './office.ts'

/** An installation to look into, and the calls that were made to it. */
export interface Books {
  readonly ways: Ways
  readonly address: string
  readonly office: Office
  readonly entries: readonly Entry[]
}

/**
 * Checks that what was acknowledged is there and whole, that nothing else is there in part, that calls
 * which got no answer can be made again, and that the chain over the audit is whole.
 */
export async function checkBooks(books: Books): Promise<void> {
  await checkRows(books)
  await checkRepeats(books)
  await checkRows(books)
  await checkChain(books)
}

async function checkRows({ ways, office, entries }: Books): Promise<void> {
  const { organisationId } = office
  // equality answers are behind their wall for the owner too
  const inside = { ...ways.owner, options: `-c casewright.organisation=${organisationId}` }
  assert.deepEqual(await ask({ ...ways, owner: inside }, halves, [organisationId]), [])
  const rows = await ask(ways, kept, [organisationId])
  const found = new Map(rows.map((row) => [String(row['key']), Number(row['caseId'])]))
  assert.equal(found.size, rows.length, 'a call has left two traces')
  for (const { key, caseId, service } of entries) {
    if (caseId !== undefined) assert.equal(found.get(key), caseId, `an acknowledged ${service}`)
  }
  const begun = new Set(entries.map(({ key }) => key))
  assert.deepEqual(
    [...found.keys()].filter((key) => !begun.has(key)),
    [],
  )
}

/** Calls without an answer, and some of those with one, answer with one case each. */
async function checkRepeats({ address, office, entries }: Books): Promise<void> {
  const caller = openCaller(address, office)
  try {
    const answered = entries.filter(({ caseId }) => caseId !== undefined)
    const unanswered = entries.filter(({ caseId }) => caseId === undefined)
    for (const entry of [...unanswered, ...answered.slice(-5)]) {
      const before = entry.caseId
      const reply = await repeat(caller, entry)
      assert.equal(reply.status, 200, reply.body)
      const again = await repeat(caller, { ...entry, caseId: 0 })
      assert.equal(again.body, reply.body)
      assert.equal(entry.caseId, before ?? entry.caseId)
    }
  } finally {
    caller.close()
  }
}

async function checkChain({ ways, office }: Books): Promise<void> {
  await withDatabase(ways, (database) =>
    until(async () => {
      const { breaks, waiting, linked } = await verifyAudit(database, office.organisationId)
      assert.deepEqual(breaks, [])
      return waiting === 0 && linked > 0
    }, 'every audit entry is linked'),
  )
}

/** What each call has left behind, by its key. */
const kept = `
  select external_id as key, case_id as "caseId" from cases where organisation_id = $1
  union all
  select body, case_id from notes where organisation_id = $1 and kind <> 'Intake'`

/** For each case how often each row is there that was written with it; for other rows those without a case. */
const halves = `
  with books as (
    select c.case_id,
      (select count(*) from case_parties p join customers s using (organisation_id, customer_id)
        where p.organisation_id = $1 and p.case_id = c.case_id) as parties,
      (select count(*) from case_stages s
        where s.organisation_id = $1 and s.case_id = c.case_id) as stages,
      (select count(*) from tasks t
        where t.organisation_id = $1 and t.case_id = c.case_id) as tasks,
      (select count(*) from case_flags f
        where f.organisation_id = $1 and f.case_id = c.case_id) as flags,
      (select count(*) from notes n where n.organisation_id = $1 and n.case_id = c.case_id
        and n.kind = 'Intake') as intake_notes,
      (select count(*) from case_events e where e.organisation_id = $1 and e.case_id = c.case_id
        and e.kind = 'caseOpened') as openings,
      (select count(*) from audit_entries a where a.organisation_id = $1
        and a.case_id = c.case_id and a.operation = 'createcase' and a.outcome = 'done') as audited,
      (select count(*) from idempotency_keys k where k.organisation_id = $1
        and k.operation = 'createcase' and k.key = c.external_id
        and (k.answer ->> 'caseId')::bigint = c.case_id) as remembered
    from cases c where c.organisation_id = $1
  ), totals as (
    select
      (select count(*) from cases where organisation_id = $1) as cases,
      (select count(*) from notes where organisation_id = $1 and kind <> 'Intake') as notes,
      (select count(*) from customers where organisation_id = $1) as customers,
      (select count(*) from equality.answers where organisation_id = $1) as answers,
      (select count(*) from idempotency_keys where organisation_id = $1) as keys,
      (select count(*) from audit_entries where organisation_id = $1
        and operation = 'createcase' and case_id is not null) as opened,
      (select count(*) from audit_entries where organisation_id = $1
        and operation = 'addcasenotes' and case_id is not null) as noted,
      (select count(*) from case_events e join notes n on n.organisation_id = $1
        and n.note_id = (e.particulars ->> 'noteId')::bigint and n.case_id = e.case_id
        where e.organisation_id = $1 and e.kind = 'noteAdded') as told
  )
  select to_jsonb(b) as half from books b
  where (parties, stages, tasks, flags, intake_notes, openings, audited, remembered)
    <> (1, 1, 1, 1, 1, 1, 1, 1)
  union all
  select to_jsonb(t) from totals t
  where (customers, answers, opened, keys, noted, told)
    <> (cases, cases, cases, cases + notes, notes, notes)`
