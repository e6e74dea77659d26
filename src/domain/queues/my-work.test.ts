import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '#kernel/actor.ts'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { addExampleClearances } from '#test/examples/clearance.ts'
import { addStaff, sendAway } from '#test/staff.ts'
import { getMyWork } from './index.ts'

let stage: ContractStage
let sam: Actor
before(async () => {
  stage = await contractStage()
  sam = stage.actor('case worker')
})
after(() => stage.close())

type MyWork = Awaited<ReturnType<(typeof getMyWork)['handle']>>
type Sent = Readonly<Record<string, string>>

const workOf = async (actor: Actor, sent: Sent = {}): Promise<MyWork> =>
  (await stage.perform(getMyWork, sent, actor)) as MyWork
const listed = async (actor: Actor, sent: Sent = {}) =>
  (await workOf(actor, sent)).work.map(({ caseId, kind, what, away, due }) =>
    [caseId, kind, what, away, due?.summary].filter(Boolean).join(' · '),
  )
const give = (caseId: number, userId: number | null, due: string | null) =>
  stage.rows(
    `update cases set assigned_user_id = $3, target_on = $4 where organisation_id = $1 and case_id = $2`,
    caseId,
    userId,
    due,
  )
const addTask = (caseId: number, userId: number, due: string | null) =>
  stage.rows(
    `insert into tasks (organisation_id, case_id, code, title, due_on, assigned_user_id, created_at,
       updated_at)
     values ($1, $2, 'CALL', 'Call back', $4, $3, '2026-03-10', '2026-03-10')`,
    caseId,
    userId,
    due,
  )

test('who has nothing to do reads so, and how many cases of the team nobody has', async () => {
  await stage.rows(
    `update users set team_id = (select team_id from teams where organisation_id = $1 and code = 'CUSTREL')
     where organisation_id = $1 and user_name = 'sdee'`,
  )
  const { work, counts } = await workOf(sam)
  assert.deepEqual(work, [])
  const { unassigned, ...own } = counts
  assert.equal(unassigned, 3)
  assert.deepEqual(own, { all: 0, late: 0, today: 0, thisWeek: 0, changed: 0 })
})

test('cases and tasks stand in one list, what is late first, each with why it is there', async () => {
  await give(700122, sam.id, '2026-03-20')
  await give(700123, sam.id, null)
  await addTask(700122, sam.id, '2026-03-11')
  await addTask(700124, sam.id, '2026-03-15')
  assert.deepEqual(await listed(sam), [
    '700122 · task · Call back · Due 11 March 2026, 2 working days late',
    '700124 · task · Call back · Due 15 March 2026, no working days left',
    '700122 · case · Due 20 March 2026, 5 working days left',
    '700123 · case',
  ])
  const { counts } = await workOf(sam)
  assert.deepEqual(counts, { all: 4, late: 1, today: 0, thisWeek: 1, changed: 3, unassigned: 1 })
})

test('the list is narrowed down by kind and by when it is due, and read on from where it ended', async () => {
  assert.equal((await listed(sam, { Kind: 'case' })).length, 2)
  assert.equal((await listed(sam, { Kind: 'case\ntask', Due: 'late' })).length, 1)
  assert.equal((await listed(sam, { Due: 'week' })).length, 1)
  assert.deepEqual(await listed(sam, { Due: 'today' }), [])
  await give(700124, sam.id, null)
  const whole = await listed(sam)
  const { work } = await workOf(sam)
  for (const [at, { caseId, item, dueOn }] of work.entries()) {
    const After = `${caseId}.${item}.${dueOn ?? 'infinity'}`
    assert.deepEqual(await listed(sam, { After }), whole.slice(at + 1))
  }
  await give(700124, null, null)
})

test('what somebody has looked at is new only once it has changed again', async () => {
  const look = (at: string) =>
    stage.rows(
      `insert into case_uses (organisation_id, user_id, case_id, used_at) values ($1, $2, 700122, $3)
       on conflict (organisation_id, user_id, case_id) do update set used_at = excluded.used_at`,
      sam.id,
      at,
    )
  await look('2026-03-14 09:00Z')
  assert.equal((await workOf(sam)).counts.changed, 1)
  await look('2026-03-02 09:00Z')
  assert.equal((await listed(sam, { Changed: 'since' })).length, 3)
})

test('whoever stands in for somebody who is away sees their work too, and only while they are away', async () => {
  const ann = await addStaff(stage, 'ann', { team: 'CUSTREL' })
  await give(700124, ann, '2026-03-18')
  const [absence] = await sendAway(stage, ann, {
    from: '2026-03-14',
    until: '2026-03-14',
    standIn: sam.id,
  })
  assert.ok(
    (await listed(sam)).includes('700124 · case · Ann · Due 18 March 2026, 3 working days left'),
  )
  await stage.rows(
    `update absences set from_on = '2026-03-15', until_on = '2026-03-16'
     where organisation_id = $1 and absence_id = $2`,
    absence?.['id'],
  )
  assert.ok(!(await listed(sam)).some((line) => line.includes('Ann')))
})

test('an answer waits for whoever may clear it, and never for who wrote it', async () => {
  await stage.rows(
    `insert into cases (organisation_id, case_id, case_type_id, case_type_version, status, received_at,
       received_on, created_at, created_by, updated_at)
     select organisation_id, n, case_type_id, 1, status, received_at, received_on, created_at,
       created_by, updated_at
     from cases, generate_series(1001, 1100) n where organisation_id = $1 and case_id = 700123`,
  )
  await addExampleClearances(stage)
  const answers = await workOf(sam, { Kind: 'answer' })
  assert.ok(answers.work.length > 0)
  assert.ok(answers.work.every(({ what }) => what === 'Reply'))
  const written = await stage.rows(
    `select count(*)::int as n from clearance_steps k join clearances l using (organisation_id, clearance_id)
     join answer_versions v using (organisation_id, case_id, answer)
     where k.organisation_id = $1 and k.state = 'open' and v.author_id <> $2`,
    sam.id,
  )
  assert.ok(answers.work.length < Number(written[0]?.['n']))
  const auditor = { ...stage.actor('auditor'), id: sam.id }
  assert.deepEqual((await workOf(auditor, { Kind: 'answer' })).work, [])
})

test('a confidential case is in the list of its owner, and in no list or count of who may not know of it', async () => {
  const before = (await workOf(sam)).counts.all
  await stage.rows(
    `update cases set is_confidential = true where organisation_id = $1 and case_id in (700122, 700124)`,
  )
  const { work, counts } = await workOf(sam)
  assert.ok(!work.some(({ caseId }) => caseId === 700124))
  assert.ok(work.some(({ caseId }) => caseId === 700122))
  assert.equal(counts.all, before - 1)
  assert.equal((await workOf({ ...stage.actor('manager'), id: sam.id })).counts.all, before)
})
