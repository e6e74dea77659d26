import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { OrganisationInUse, seedVolume } from '#seeding/index.ts'

const now = new Date('2026-03-14T09:30:00Z')
let stage: TestDatabase
before(async () => {
  stage = await testDatabase()
})
after(() => stage.close())

const seed = (cases: number, onProgress?: (done: number) => void) =>
  seedVolume({
    owner: stage.owner,
    now,
    organisation: 'volume',
    cases,
    ...(onProgress ? { onProgress } : {}),
  })
const count = async (table: string) =>
  Number((await stage.sql(`select count(*) as n from ${table}`))[0]?.['n'])

test('a seeding that was interrupted goes on where it stopped', async () => {
  const interrupt = () => {
    throw new Error('interrupted')
  }
  await assert.rejects(seed(11_000, interrupt), { message: 'interrupted' })
  const left = await count('cases')
  assert.ok(left > 0)
  const told: number[] = []
  const { made } = await seed(11_000, (done) => told.push(done))
  assert.equal(made, 11_000 - left)
  assert.equal(await count('cases'), 11_000)
  assert.equal(told.at(-1), 11_000)
})

test('a greater number fills the organisation up, the same number adds nothing', async () => {
  assert.deepEqual(await seed(12_000), { organisation: 'volume', made: 1_000 })
  assert.deepEqual(await seed(12_000), { organisation: 'volume', made: 0 })
})

test('every case has its customer, stage, opening event and note', async () => {
  for (const table of ['customers', 'case_parties', 'case_stages', 'case_events', 'notes'])
    assert.equal(await count(table), 12_000, table)
  const [stages] = await stage.sql(
    `select count(*)::int as n, (select count(*)::int from cases where current_stage = 1) as staged
     from case_stages where stage = 1`,
  )
  assert.equal(stages?.['n'], stages?.['staged'])
  assert.ok(Number(stages?.['n']) > 1_000)
})

test('every open case has the deadlines of its type, none of whose reminders is overdue', async () => {
  const [found] = await stage.sql(
    `select count(*)::int as open, count(*) filter (where d.n > 0)::int as dated,
       coalesce(sum(d.overdue), 0)::int as overdue
     from cases c, lateral (
       select count(*) as n, count(*) filter (where next_reminder_at <= $1) as overdue
       from case_deadlines d
       where d.organisation_id = c.organisation_id and d.case_id = c.case_id) d
     where c.closed_on is null`,
    [now],
  )
  assert.ok(Number(found?.['open']) > 100)
  assert.deepEqual(found, { open: found?.['open'], dated: found?.['open'], overdue: 0 })
})

test('the cases are spread over ten years, none of them in the future', async () => {
  const years = await stage.sql(
    `select extract(year from received_on)::int as year, count(*)::int as n,
       bool_and(received_at <= $1 and updated_at <= $1) as "isPast"
     from cases group by 1 order by 1`,
    [now],
  )
  assert.equal(years.length, 11)
  assert.ok(years.every(({ isPast }) => isPast))
})

test('numbers of new cases begin after the seeded ones', async () => {
  const [next] = await stage.sql(
    `select next_case_id()::int as "caseId"
     from set_config('casewright.organisation', (select organisation_id::text from organisations), false)`,
  )
  assert.deepEqual(next, { caseId: 12_001 })
})

test('an organisation that people work with is refused', async () => {
  await stage.sql(`select create_organisation('council', 'A council', 1)`)
  await assert.rejects(
    seedVolume({ owner: stage.owner, now, organisation: 'council', cases: 10 }),
    OrganisationInUse,
  )
})
