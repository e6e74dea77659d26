import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createCase } from './index.ts'
import pg from 'pg'
import { caseStage, type CaseStage } from '#test/case-stage.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
})
after(() => stage.close())

const numbers = async (sql: string) => Number((await stage.rows(sql))[0]?.['n'])
const lastNumber = () => numbers(`select max(case_id) as n from cases where organisation_id = $1`)

test('two hundred concurrent creators each get a number of their own', async () => {
  const created = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const answer = await stage.create({ Type: 'Complaint', 'Customer.Surname': `Bell ${index}` })
      return answer.caseId
    }),
  )
  assert.equal(new Set(created).size, 200)
  assert.equal(Math.min(...created), 700125)
})

test('a number that the caller chooses is the number of the case, and taken from then on', async () => {
  const { caseId } = await stage.create({ Type: 'Complaint', RequestId: '990001' })
  assert.equal(caseId, 990001)
  await stage.refused({ Type: 'Complaint', RequestId: '990001' }, 'caseNumberTaken')
  await stage.refused({ Type: 'Complaint', RequestId: '700123' }, 'caseNumberTaken')
  const [count] = await stage.rows(
    `select count(*)::int as n from cases where organisation_id = $1 and case_id = 990001`,
  )
  assert.equal(count?.['n'], 1)
})

test('a chosen number in the way of the sequence is skipped', async () => {
  const next = (await lastNumberOfSequence()) + 1
  await stage.create({ Type: 'Complaint', RequestId: String(next) })
  await stage.create({ Type: 'Complaint', RequestId: String(next + 1) })
  assert.equal((await stage.create({ Type: 'Complaint' })).caseId, next + 2)
})

async function lastNumberOfSequence(): Promise<number> {
  const { caseId } = await stage.create({ Type: 'Complaint' })
  return caseId
}

test('chosen and generated numbers never run into each other, however many come at once', async () => {
  const next = (await lastNumberOfSequence()) + 1
  const chosen = Array.from({ length: 60 }, (_, index) => String(next + index))
  const results = await Promise.allSettled(
    chosen.flatMap((RequestId) => [
      stage.create({ Type: 'Complaint' }),
      stage.create({ Type: 'Complaint', RequestId }),
    ]),
  )
  const generated = results.filter((_, index) => index % 2 === 0)
  assert.deepEqual(
    generated.filter(({ status }) => status === 'rejected'),
    [],
  )
  const got = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value.caseId] : []))
  assert.equal(new Set(got).size, got.length)
  const faults = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  for (const fault of faults) assert.equal(fault.kind?.name, 'caseNumberTaken')
})

test('a generated number does not wait for a chosen one that is not yet certain', async () => {
  const next = (await lastNumberOfSequence()) + 1
  const { database } = stage.test
  let release = () => {}
  let claimed = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const isClaimed = new Promise<void>((resolve) => (claimed = resolve))
  const holding = database.write(stage.organisationId, async (db) => {
    await db.run(
      {
        name: 'claim-for-test',
        text: `select claim_case_id(${next})`,
        takes: [],
        returns: {},
      },
      [],
    )
    claimed()
    await held
  })
  await isClaimed
  assert.equal((await stage.create({ Type: 'Complaint' })).caseId, next + 1)
  release()
  await holding
})

test('a number that is used without a claim, as by a restore, is waited for and then skipped', async () => {
  const next = (await lastNumberOfSequence()) + 1
  const restoring = new pg.Client(stage.test.owner)
  await restoring.connect()
  await restoring.query('begin')
  await restoring.query(
    `insert into cases (organisation_id, case_id, case_type_id, case_type_version, status,
       received_at, received_on, created_at, created_by, updated_at)
     select organisation_id, $2, case_type_id, case_type_version, status, received_at, received_on,
       created_at, created_by, updated_at
     from cases where organisation_id = $1 and case_id = 700123`,
    [stage.organisationId, next],
  )
  const creating = stage.create({ Type: 'Complaint', 'Customer.Surname': 'Patient' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await restoring.query('commit')
  await restoring.end()
  assert.equal((await creating).caseId, next + 1)
  const people = await stage.rows(
    `select 1 from customers where organisation_id = $1 and surname = 'Patient'`,
  )
  assert.equal(people.length, 1)
})

test('two organisations have the same numbers without knowing of each other', async () => {
  const before = await lastNumber()
  await stage.perform(
    createCase,
    { Type: 'Complaint', RequestId: String(before) },
    stage.actor(undefined, stage.otherOrganisationId),
  )
  await stage.refused({ Type: 'Complaint', CaseId: '1' }, 'unknownCase')
  assert.equal(await lastNumber(), before)
})
