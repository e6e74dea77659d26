import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import pg from 'pg'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { chainAudit, verifyAudit } from './audit-chain.ts'
import { insertAuditEntry } from './audit-entries.ts'

let stage: TestDatabase
let organisationId: number
beforeEach(async () => {
  stage = await testDatabase()
  const [made] = await stage.sql(`select create_organisation('demo', 'Demo', 1) as id`)
  organisationId = Number(made?.['id'])
})
afterEach(() => stage.close())

const entry = (operation: string) => ({
  occurredAt: new Date('2026-03-14T09:30:00Z'),
  actor: 'user 1 Sam Dee',
  operation,
  outcome: 'done',
  caseId: null,
  particulars: { parameters: ['Notes'] },
  requestId: 'r1',
})
const write = (operation: string) =>
  stage.database.write(organisationId, (db) => insertAuditEntry(db, entry(operation)))

test('a chain that nobody touched is whole', async () => {
  for (const name of ['one', 'two', 'three']) await write(name)
  const { linked, waiting, breaks, head } = await verifyAudit(stage.database, organisationId)
  assert.deepEqual({ linked, waiting, breaks }, { linked: 3, waiting: 0, breaks: [] })
  assert.match(head, /^[0-9a-f]{64}$/)
})

test('an entry altered by a superuser is named, and only that one', async () => {
  for (const name of ['one', 'two', 'three']) await write(name)
  await chainAudit(stage.database, organisationId)
  await stage.sql(`update audit_entries set actor = 'user 2 Somebody Else' where operation = 'two'`)
  const { breaks } = await verifyAudit(stage.database, organisationId)
  assert.deepEqual(
    breaks.map(({ position, what }) => ({ position, what })),
    [{ position: 2, what: 'altered' }],
  )
})

test('an entry or a link that was removed is missed', async () => {
  for (const name of ['one', 'two', 'three', 'four']) await write(name)
  await chainAudit(stage.database, organisationId)
  await stage.sql(`delete from audit_entries where operation = 'two'`)
  await stage.sql(`delete from audit_links where position = 3`)
  const { breaks } = await verifyAudit(stage.database, organisationId)
  assert.deepEqual(
    breaks.map(({ position, what }) => ({ position, what })),
    [
      { position: 2, what: 'missing' },
      { position: 4, what: 'link missing' },
    ],
  )
})

/** Writes an entry in a transaction that stays open, and gives what commits it. */
async function leaveOpen(operation: string): Promise<() => Promise<void>> {
  const late = new pg.Client(stage.address)
  await late.connect()
  await late.query(`begin; select set_config('casewright.organisation', '${organisationId}', true)`)
  await late.query(
    `insert into audit_entries (organisation_id, occurred_at, actor, operation, outcome, request_id)
     values ($1, now(), 'user 1', $2, 'done', 'r2')`,
    [organisationId, operation],
  )
  return async () => {
    await late.query('commit')
    await late.end()
  }
}

test('an entry that commits late is linked later and none is lost', async () => {
  const commit = await leaveOpen('late')
  await write('early')
  assert.equal(
    await chainAudit(stage.database, organisationId),
    0,
    'nothing younger than the open one',
  )
  await commit()
  const { linked, waiting, breaks } = await verifyAudit(stage.database, organisationId)
  assert.deepEqual({ linked, waiting, breaks }, { linked: 2, waiting: 0, breaks: [] })
})

test('none is lost when several were open and the youngest of all is over', async () => {
  const first = await leaveOpen('first')
  await write('over')
  const second = await leaveOpen('second')
  const third = await leaveOpen('third')
  assert.equal(await chainAudit(stage.database, organisationId), 0)
  for (const commit of [third, second, first]) await commit()
  const { linked, waiting, breaks } = await verifyAudit(stage.database, organisationId)
  assert.deepEqual({ linked, waiting, breaks }, { linked: 4, waiting: 0, breaks: [] })
})

test('two who chain at once make one chain', async () => {
  for (let n = 0; n < 40; n += 1) await write(`entry ${n}`)
  await Promise.all([1, 2, 3].map(() => chainAudit(stage.database, organisationId)))
  const { linked, breaks } = await verifyAudit(stage.database, organisationId)
  assert.deepEqual({ linked, breaks }, { linked: 40, breaks: [] })
})
