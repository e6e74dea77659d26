import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getComplaintChoices } from '#domain/complaints/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { addStaff } from '#test/staff.ts'
import { refusedAs } from '#test/refused-as.ts'
import {
  addRemedy,
  amendRemedy,
  completeRemedy,
  dropRemedy,
  listRemedies,
  reopenRemedy,
} from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
})
after(() => stage.close())

type Remedy = Awaited<ReturnType<typeof listRemedies>>[number]
type Sent = Readonly<Record<string, string>>

const worker = () => stage.actor('case worker')
const payment = {
  CaseId: '700122',
  What: 'payment',
  Description: 'For the carpet',
  UserName: 'SDEE',
  DueOn: '10/04/2026',
  Cost: '£1,180.25',
}
const add = async (more: Sent = {}) => {
  const done = await stage.perform(addRemedy, { ...payment, ...more }, worker())
  return String((done as { remedy: number }).remedy)
}
const named = (Remedy: string, Version = '1') => ({ CaseId: '700122', Remedy, Version })
const complete = (Remedy: string, more: Sent = {}) =>
  stage.perform(completeRemedy, { ...named(Remedy), Evidence: 'Receipt', ...more }, worker())
const reopen = (Remedy: string) =>
  stage.perform(reopenRemedy, { CaseId: '700122', Remedy }, worker())
const find = async (remedy: string): Promise<Partial<Remedy>> => {
  const all = await stage.test.database.read(stage.organisationId, (db) =>
    listRemedies(db, { caseId: 700122 }),
  )
  return all.find((one) => String(one.remedy) === remedy) ?? {}
}
const redress = async () => (await stage.theCase(700122))['total_redress']
const flawsOf = (work: Promise<unknown>) =>
  work.then(
    () => assert.fail('it was not refused'),
    (error: { flaws: readonly { parameter: string; message: string }[] }) =>
      error.flaws.map(({ parameter, message }) => `${parameter}: ${message}`),
  )

test('a remedy says what is done, by whom, by when and at what cost', async () => {
  const remedy = await find(await add({ TeamCode: 'roads' }))
  assert.deepEqual(
    [remedy.what, remedy.description, remedy.person, remedy.team, remedy.dueOn],
    ['payment', 'For the carpet', 'Dee, Sam', 'Roads', '2026-04-10'],
  )
  assert.deepEqual([remedy.expectedCost, remedy.state, remedy.version], [118_025, 'open', 1])
})

test('somebody must see to a remedy, and be somebody who works here', async () => {
  const sent = (UserName: string, TeamCode = '') =>
    stage.perform(addRemedy, { ...payment, UserName, TeamCode }, worker())
  assert.deepEqual(await flawsOf(sent('')), ['UserName: Select a person or a team'])
  assert.deepEqual(await flawsOf(sent('nobody')), ['UserName: Select a person from the list'])
  assert.deepEqual(await flawsOf(sent('', 'NOSUCH')), ['TeamCode: Select a team from the list'])
  await addStaff(stage, 'gone', { isDisabled: true })
  assert.deepEqual(await flawsOf(sent('gone')), ['UserName: Select a person from the list'])
})

test('nobody is named who may not do it: no auditor, and who may not know of the case', async () => {
  await addStaff(stage, 'eve', { role: 'auditor' })
  const no = ['UserName: Select somebody else: this person is not allowed to do it']
  assert.deepEqual(await flawsOf(add({ UserName: 'eve' })), no)
  const offered = async () => {
    const actor = stage.actor('manager')
    const told = await stage.perform(getComplaintChoices, { CaseId: '700122' }, actor)
    const { people } = told as Awaited<ReturnType<(typeof getComplaintChoices)['handle']>>
    return people.map(({ userName }) => userName)
  }
  await addStaff(stage, 'max', { role: 'manager' })
  await addStaff(stage, 'wes')
  assert.deepEqual(await offered(), ['sdee', 'max', 'wes'])
  const confidential = (is: boolean) =>
    stage.rows(`update cases set is_confidential = ${is} where organisation_id = $1`)
  await confidential(true)
  assert.deepEqual(
    (await offered()).filter((name) => name !== 'sdee'),
    ['max'],
  )
  await confidential(false)
})

test('a remedy may put right a point of its case, and of no other', async () => {
  await assert.rejects(add({ Point: '7' }), refusedAs('unknownPoint'))
})

test('what was paid counts towards the redress of the case, until that is taken back', async () => {
  const [one, two, apology] = [
    await add(),
    await add(),
    await add({ What: 'apology', Description: 'Say sorry' }),
  ]
  assert.equal(await redress(), null)
  await complete(one, { Cost: '100.10' })
  await complete(two, { Cost: '£80', DoneOn: '2026-03-12' })
  await complete(apology, { Cost: '9.99' })
  assert.equal(await redress(), '180.10')
  const done = await find(two)
  assert.deepEqual(
    [done.state, done.actualCost, done.doneOn, done.evidence, done.settledBy],
    ['done', 8000, '2026-03-12', 'Receipt', 'Sam Dee'],
  )
  assert.equal((await find(one)).doneOn, '2026-03-14')
  await reopen(one)
  assert.equal(await redress(), '80.00')
  await reopen(two)
  assert.equal(await redress(), null)
  const open = await find(two)
  assert.deepEqual(
    [open.state, open.actualCost, open.doneOn, open.evidence],
    ['open', null, null, null],
  )
})

test('a payment is done only with what was paid, and on a day that has come', async () => {
  const remedy = await add()
  assert.deepEqual(await flawsOf(complete(remedy)), ['Cost: Enter how much was paid'])
  const ahead = 'DoneOn: Enter a date that is today or in the past'
  assert.deepEqual(await flawsOf(complete(remedy, { Cost: '1', DoneOn: '2026-03-15' })), [ahead])
  assert.deepEqual(await flawsOf(complete(remedy, { DoneOn: '2026-03-15' })), [
    'Cost: Enter how much was paid',
    ahead,
  ])
  assert.equal((await find(remedy)).state, 'open')
})

test('a redress that was typed in stays while nothing was paid', async () => {
  await stage.rows(
    `update cases set total_redress = 75 where organisation_id = $1 and case_id = 700122`,
  )
  const apology = await add({ What: 'apology' })
  await complete(apology)
  await reopen(apology)
  assert.equal(await redress(), '75.00')
})

test('a remedy that is done or not needed stays as it is until that is taken back', async () => {
  const remedy = await add()
  const drop = { ...named(remedy), Reason: 'Moved away' }
  await stage.perform(dropRemedy, drop, worker())
  assert.equal((await find(remedy)).reason, 'Moved away')
  await assert.rejects(stage.perform(dropRemedy, drop, worker()), refusedAs('remedySettled'))
  await assert.rejects(complete(remedy, { Version: '2', Cost: '1' }), refusedAs('remedySettled'))
  const amend = { ...payment, ...named(remedy, '2') }
  await assert.rejects(stage.perform(amendRemedy, amend, worker()), refusedAs('remedySettled'))
  await reopen(remedy)
  await assert.rejects(reopen(remedy), refusedAs('remedyOpen'))
  await stage.perform(amendRemedy, { ...amend, Version: '3', Cost: '' }, worker())
  assert.equal((await find(remedy)).expectedCost, null)
})

test('of two who change a remedy at once the second is told', async () => {
  const remedy = await add()
  const amend = (Description: string) =>
    stage.perform(amendRemedy, { ...payment, ...named(remedy), Description }, worker())
  const both = await Promise.allSettled([amend('One'), amend('Other')])
  const [refused, ...others] = both.filter((each) => each.status === 'rejected')
  assert.equal(others.length, 0)
  assert.ok(refusedAs('changedMeanwhile')(refused?.reason))
})

test('the history tells each step', async () => {
  const remedy = await add()
  await complete(remedy, { Cost: '5' })
  await reopen(remedy)
  await stage.perform(amendRemedy, { ...payment, ...named(remedy, '3') }, worker())
  await stage.perform(dropRemedy, { ...named(remedy, '4'), Reason: 'x' }, worker())
  const events = await stage.rows(
    `select kind from case_events
     where organisation_id = $1 and particulars ->> 'remedy' = '${remedy}' order by event_id`,
  )
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['remedyAdded', 'remedyDone', 'remedyReopened', 'remedyAmended', 'remedyDropped'],
  )
})
