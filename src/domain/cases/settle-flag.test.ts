import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fixture, type Fixture } from '#test/fixture.ts'
import { refusedAs } from '#test/refused-as.ts'
import { listFlags, settleFlag } from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

const raise = async (organisationId = stage.organisationId): Promise<string> => {
  const [row] = await stage.test.sql(
    `insert into case_flags (organisation_id, case_id, parameter, text, raised_at)
     values ($1, 700122, 'Customer.ContactMethod', 'Pigeon', '2026-03-03') returning flag_id as id`,
    [organisationId],
  )
  return String(row?.['id'])
}
const settle = (Flag: string, CaseId = '700122') =>
  stage.perform(settleFlag, { CaseId, Flag }, stage.actor('case worker'))
const settledEvents = () =>
  stage.test.sql(
    `select actor, particulars from case_events where kind = 'flagSettled' order by event_id`,
  )

test('a settled flag says when and by whom; settling it again changes nothing', async () => {
  const flag = await raise()
  await settle(flag)
  stage.clock.set('2026-03-15T09:30:00Z')
  await settle(flag)
  stage.clock.set('2026-03-14T09:30:00Z')
  const [shown] = await stage.test.database.read(stage.organisationId, (db) =>
    listFlags(db, { caseId: 700122 }),
  )
  assert.deepEqual(
    [shown?.settledAt, shown?.settledBy],
    [new Date('2026-03-14T09:30:00Z'), 'Sam Dee'],
  )
  assert.deepEqual(await settledEvents(), [
    { actor: 'Sam Dee', particulars: { flagId: Number(flag) } },
  ])
  const [theCase] = await stage.test.sql(
    `select last_touched_at as "at" from cases where organisation_id = $1 and case_id = 700122`,
    [stage.organisationId],
  )
  assert.deepEqual(theCase?.['at'], new Date('2026-03-14T09:30:00Z'))
})

test('a flag of another case, of another organisation, or of none is unknown and stays', async () => {
  const [mine, foreign] = [await raise(), await raise(stage.otherOrganisationId)]
  const before = await settledEvents()
  await assert.rejects(settle(mine, '700123'), refusedAs('unknownFlag'))
  await assert.rejects(settle(foreign), refusedAs('unknownFlag'))
  await assert.rejects(settle(String(Number.MAX_SAFE_INTEGER)), refusedAs('unknownFlag'))
  await assert.rejects(settle('one'), refusedAs('invalidInput'))
  assert.deepEqual(await settledEvents(), before)
  const open = await stage.test.sql(
    `select count(*)::int as n from case_flags where settled_at is null and flag_id = any ($1)`,
    [[mine, foreign]],
  )
  assert.deepEqual(open, [{ n: 2 }])
})

test('somebody who may only look settles nothing', async () => {
  const flag = await raise()
  const sent = { CaseId: '700122', Flag: flag }
  await assert.rejects(
    stage.perform(settleFlag, sent, stage.actor('auditor')),
    refusedAs('notPermitted'),
  )
})
