import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '#kernel/actor.ts'
import { builtInPermissions } from '#domain/access/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { refusedAs } from '#test/refused-as.ts'
import { addStaff } from '#test/staff.ts'
import { assignCases, getBulkChange, undoBulkChange } from '#domain/bulk-changes/index.ts'
import { getSavedFilter, listQueue, removeFilter, saveFilter } from './index.ts'

let stage: CaseStage
let sam: Actor
let ann: Actor
before(async () => {
  stage = await caseStage()
  sam = stage.actor('manager')
  const id = await addStaff(stage, 'ann', { team: 'ROADS' })
  ann = { ...sam, id, name: 'Ann', permissions: builtInPermissions('case worker') }
  await stage.rows(
    `insert into cases (organisation_id, case_id, case_type_id, case_type_version, label, status, team_id,
       assigned_user_id, received_at, received_on, target_on, created_at, created_by, updated_at)
     select $1, 1000 + n, c.case_type_id, 1, 'Case', 'New case', t.team_id,
       case when n % 3 = 0 then u.user_id end, c.received_at, date '2026-03-13' - n,
       case when n % 4 > 0 then date '2026-03-10' + n % 7 end, c.created_at, 'x', c.updated_at
     from generate_series(1, 120) n, cases c, teams t, users u
     where c.organisation_id = $1 and c.case_id = 700122 and t.organisation_id = $1
       and t.code = case when n % 2 = 0 then 'ROADS' else 'CUSTREL' end
       and u.organisation_id = $1 and u.user_name = 'ann'`,
  )
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
type Listed = Awaited<ReturnType<(typeof listQueue)['handle']>>
const list = async (sent: Sent = {}, actor = sam) =>
  (await stage.perform(listQueue, sent, actor)) as Listed

/** Every case of a queue, read page by page. */
async function readAll(sent: Sent): Promise<Listed['cases']> {
  const all = []
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: Listed = await list({ ...sent, After: next })
    all.push(...page.cases)
    next = page.next
  }
  return all
}

for (const [sort, key] of [
  ['due', 'dueOn'],
  ['-due', 'dueOn'],
  ['received', 'receivedOn'],
  ['-received', 'receivedOn'],
] as const)
  test(`read page by page, sorted by ${sort}, each case comes once and in order`, async () => {
    const all = await readAll({ Sort: sort })
    assert.equal(new Set(all.map(({ caseId }) => caseId)).size, 123)
    assert.equal(all.length, 123)
    const keys = all.map((one) => `${one[key] ?? '9999'} ${String(one.caseId).padStart(9, '0')}`)
    const ordered = keys.toSorted()
    assert.deepEqual(keys, sort.startsWith('-') ? ordered.toReversed() : ordered)
  })

test('a queue is narrowed down by team, who has it, type, date and age, all at once', async () => {
  assert.equal((await list({ Team: 'ROADS' })).count, 60)
  assert.equal((await list({ Team: 'ROADS\nCUSTREL' })).count, 123)
  assert.equal((await list({ Team: 'ROADS', Holder: 'me' }, ann)).count, 20)
  assert.equal((await list({ Holder: 'nobody' })).count, 83)
  assert.equal((await list({ Type: 'Complaint' })).count, 123)
  assert.equal((await list({ Type: 'NoSuch' })).count, 0)
  assert.equal((await list({ Team: 'NOSUCH' })).count, 0)
  assert.equal((await list({ Stage: 'nosuch' })).count, 0)
  const late = await readAll({ Due: 'late' })
  assert.ok(late.length > 0 && late.every(({ dueOn }) => dueOn !== null && dueOn < '2026-03-14'))
  const old = await readAll({ Age: '60', Team: 'ROADS' })
  assert.equal(old.length, 31)
})

test('a confidential case is in no queue and no count of who may not know of it', async () => {
  await stage.rows(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 1001`,
  )
  assert.equal((await list({}, ann)).count, 122)
  assert.equal((await list()).count, 123)
})

const save = async (sent: Sent, actor: Actor) => {
  const saved = await stage.perform(saveFilter, { Name: 'Mine', ...sent }, actor)
  return String((saved as { savedFilterId: number }).savedFilterId)
}
const namesFor = async (actor: Actor) => (await list({}, actor)).saved.map(({ name }) => name)

test('a saved filter is its owner’s, until it is shared; only its owner removes it', async () => {
  const own = await save({ Asked: 'Team=ROADS&Team=CUSTREL&After=x&Sort=received' }, ann)
  const { asked } = (await stage.perform(getSavedFilter, { SavedFilter: own }, ann)) as {
    asked: object
  }
  assert.deepEqual(asked, { Team: ['ROADS', 'CUSTREL'], Sort: ['received'] })
  const shared = await save({ Name: 'Ours', Asked: 'Holder=nobody', Shared: 'yes' }, sam)
  assert.deepEqual(await namesFor(ann), ['Mine', 'Ours'])
  assert.deepEqual(await namesFor(sam), ['Ours'])
  const unknown = { message: 'There is no such saved filter' }
  await assert.rejects(stage.perform(getSavedFilter, { SavedFilter: own }, sam), unknown)
  await assert.rejects(stage.perform(removeFilter, { SavedFilter: shared }, ann), unknown)
  assert.equal(await save({ Asked: 'Team=ROADS' }, ann), own)
  await stage.perform(removeFilter, { SavedFilter: own }, ann)
  assert.deepEqual(await namesFor(ann), ['Ours'])
})

test('what a queue cannot be asked for is not saved, nor shared by who may not', async () => {
  const flawed = (parameter: string) => (error: { flaws: { parameter: string }[] }) =>
    error.flaws[0]?.parameter === parameter
  await assert.rejects(save({ Asked: 'Sort=name' }, ann), flawed('Asked'))
  await assert.rejects(save({ Asked: 'Team=ROADS', Shared: 'yes' }, ann), flawed('Shared'))
})

const holderOf = async (caseId: number) => {
  const [row] = await stage.rows(
    `select t.code as team, u.user_name as person from cases c
     left join teams t using (organisation_id, team_id)
     left join users u on u.organisation_id = c.organisation_id and u.user_id = c.assigned_user_id
     where c.organisation_id = $1 and c.case_id = $2`,
    caseId,
  )
  return [row?.['team'], row?.['person']].filter(Boolean).join(' ')
}
const resultsOf = async (bulkChange: string, actor: Actor) => {
  const sent = { BulkChange: bulkChange }
  const told = (await stage.perform(getBulkChange, sent, actor)) as Awaited<
    ReturnType<(typeof getBulkChange)['handle']>
  >
  return told.lines.map(({ caseId, result, undone }) => [caseId, undone ?? result])
}

test('several cases are assigned at once, each with its own result, and put back but for what moved since', async () => {
  await stage.rows(
    `update cases set closed_on = '2026-03-14' where organisation_id = $1 and case_id = 1005`,
  )
  const before = [await holderOf(1002), await holderOf(1004)]
  const sent = { Case: '1004\n1002\n1001\n1005\n9999\n1002', To: 'person', UserName: 'ann' }
  const made = (await stage.perform(assignCases, sent, ann)) as { bulkChangeId: number }
  const bulkChange = String(made.bulkChangeId)
  assert.deepEqual(await resultsOf(bulkChange, ann), [
    [1001, 'not there'],
    [1002, 'done'],
    [1004, 'done'],
    [1005, 'closed'],
    [9999, 'not there'],
  ])
  assert.deepEqual([await holderOf(1002), await holderOf(1004)], ['ROADS ann', 'ROADS ann'])
  const again = (await stage.perform(assignCases, { ...sent, Case: '1002' }, ann)) as typeof made
  assert.deepEqual(await resultsOf(String(again.bulkChangeId), ann), [[1002, 'as it was']])
  await stage.perform(assignCases, { Case: '1004', To: 'team', TeamCode: 'CUSTREL' }, sam)
  const undo = { BulkChange: bulkChange }
  await assert.rejects(stage.perform(undoBulkChange, undo, sam), refusedAs('unknownBulkChange'))
  await stage.perform(undoBulkChange, undo, ann)
  assert.deepEqual((await resultsOf(bulkChange, ann)).slice(1, 3), [
    [1002, 'done'],
    [1004, 'changed since'],
  ])
  assert.deepEqual([await holderOf(1002), await holderOf(1004)], [before[0], 'CUSTREL'])
  await assert.rejects(stage.perform(undoBulkChange, undo, ann), refusedAs('bulkChangeUndone'))
})

test('a case is not put back with somebody who has been barred from it, or has left, since', async () => {
  const [bea, cas] = [await addStaff(stage, 'bea'), await addStaff(stage, 'cas')]
  const give = async (cases: string, userName: string) => {
    const sent = { Case: cases, To: 'person', UserName: userName }
    return (await stage.perform(assignCases, sent, sam)) as { bulkChangeId: number }
  }
  await give('1006', 'bea')
  await give('1008', 'cas')
  const { bulkChangeId } = await give('1006\n1008', 'ann')
  await stage.rows(
    `insert into case_bars (organisation_id, case_id, user_id, reason, barred_at, barred_by)
     values ($1, 1006, ${bea}, 'A neighbour', '2026-03-14T12:00:00Z', 'Sam Dee')`,
  )
  await stage.rows(
    `update users set disabled_at = '2026-03-14T12:00:00Z'
     where organisation_id = $1 and user_id = ${cas}`,
  )
  await stage.perform(undoBulkChange, { BulkChange: String(bulkChangeId) }, sam)
  assert.deepEqual(await resultsOf(String(bulkChangeId), sam), [
    [1006, 'changed since'],
    [1008, 'changed since'],
  ])
  assert.deepEqual([await holderOf(1006), await holderOf(1008)], ['ROADS ann', 'ROADS ann'])
})

test('nothing is assigned where somebody is not named, or too many cases are', async () => {
  const lacking = stage.perform(assignCases, { Case: '1002', To: 'person' }, ann)
  await assert.rejects(lacking, refusedAs('invalidInput'))
  const all = Array.from({ length: 101 }, (_, at) => String(2000 + at)).join('\n')
  const many = stage.perform(assignCases, { Case: all, To: 'me' }, ann)
  await assert.rejects(many, refusedAs('invalidInput'))
})
