import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { getClock } from '#domain/clock-events/index.ts'
import { calendars } from '#domain/holidays/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { changeHours } from '#domain/reminders/index.ts'
import { allJobs, taskOf } from '#jobs/worker.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { listRecomputations, recomputeBatch, startRecomputation } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
  const target = { days: 10, unit: 'working' }
  await stage.publish({ name: 'Licence', target, tasks: [{ code: 'A', title: 'A', dueInDays: 3 }] })
})
after(() => stage.close())

const inTransaction = <T>(work: Parameters<typeof stage.test.database.write<T>>[1]) =>
  stage.test.database.write(stage.organisationId, work)
const addHoliday = async (on: string) => {
  await stage.test.sql(
    `insert into calendar_days
       (organisation_id, calendar, day, name, kind, source, added_by, added_at)
     values ($1, 'england-and-wales', $2, 'A new day', 'bank holiday', 'test', 'Sam Dee', now())`,
    [stage.organisationId, on],
  )
  const isKnown = () =>
    inTransaction(async (db) => {
      const { daysOff } = (await calendars(db)).calendars['england-and-wales']
      return [...daysOff.values()].filter((name) => name === 'A new day').length
    })
  const held = (await stage.test.sql(`select from calendar_days where name = 'A new day'`)).length
  while ((await isKnown()) < held) await setTimeout(5)
}
const start = () =>
  inTransaction((db) =>
    startRecomputation(db, { reason: 'A new holiday', author: 'Sam Dee', now: stage.clock.now() }),
  )
const dues = async () => {
  const rows = await stage.rows(
    `select distinct c.target_on::text as "on" from cases c join case_types t
       using (organisation_id, case_type_id)
     where organisation_id = $1 and t.name = 'Licence' and c.closed_on is null`,
  )
  return rows.map(({ on }) => on)
}

test('a holiday that is added moves the open cases, batch by batch, and each once', async () => {
  const create = () => stage.create({ Type: 'Licence', RequestDate: '2026-03-09' })
  const moved = await create()
  for (let at = 1; at < 7; at++) await create()
  const { caseId } = await stage.create({ Type: 'Licence', RequestDate: '2026-03-09' })
  await stage.test.sql(
    `update cases set closed_on = '2026-03-10' where organisation_id = $1 and case_id = $2`,
    [stage.organisationId, caseId],
  )
  assert.deepEqual(await dues(), ['2026-03-23'])
  await addHoliday('2026-03-16')
  const recomputationId = await start()
  const next = () =>
    inTransaction((db) => recomputeBatch(db, { recomputationId, now: stage.clock.now(), most: 4 }))
  assert.equal(await next(), true)
  // a worker that is killed loses what it had not committed, and nothing else
  await assert.rejects(
    inTransaction(async (db) => {
      await recomputeBatch(db, { recomputationId, now: stage.clock.now(), most: 4 })
      throw new Error('killed')
    }),
  )
  while (await next());
  assert.deepEqual(await dues(), ['2026-03-24'])
  const [counted] = await stage.rows(
    `select count(*)::int as moves, count(distinct case_id)::int as cases, min(due_before) as before,
       max(due_after) as after
     from deadline_moves where organisation_id = $1 and recomputation_id is not null`,
  )
  assert.deepEqual(counted, { moves: 7, cases: 7, before: '2026-03-23', after: '2026-03-24' })
  const [progress] = await inTransaction((db) => listRecomputations(db, { most: 1 }))
  assert.partialDeepStrictEqual(progress, { casesSeen: 10, casesLeft: 0, deadlinesMoved: 7 })
  assert.ok(progress?.finishedAt)
  const clock = await stage.perform(getClock, { CaseId: String(moved.caseId) })
  assert.partialDeepStrictEqual((clock as { readonly changes: readonly object[] }).changes, [
    {
      kind: 'recomputed',
      before: '2026-03-23',
      after: '2026-03-24',
      reason: 'A new holiday',
      by: 'Sam Dee',
    },
  ])
})

test('two workers on one recomputation do nothing twice', async () => {
  await addHoliday('2026-03-17')
  const recomputationId = await start()
  const found = allJobs.find(({ name }) => name === 'recomputedeadlines')
  assert.ok(found)
  const world = { ...stage.test, outside: stage.door.outside, clock: stage.clock }
  const run = () =>
    taskOf(found, world).run(
      { recomputationId, organisationId: stage.organisationId },
      new AbortController().signal,
    )
  await Promise.all([run(), run()])
  const [progress] = await inTransaction((db) => listRecomputations(db, { most: 1 }))
  assert.partialDeepStrictEqual(progress, { casesSeen: 10, casesLeft: 0, deadlinesMoved: 7 })
})

test('a worker that is told to stop leaves the rest to the next', async () => {
  const recomputationId = await start()
  const found = allJobs.find(({ name }) => name === 'recomputedeadlines')
  assert.ok(found)
  const world = { ...stage.test, outside: stage.door.outside, clock: stage.clock }
  const waiting = async () => {
    const [row] = await stage.test.sql(
      `select count(*)::int as n from graphile_worker._private_jobs`,
    )
    return Number(row?.['n'])
  }
  const before = await waiting()
  const payload = { recomputationId, organisationId: stage.organisationId }
  await taskOf(found, world).run(payload, AbortSignal.abort())
  assert.equal(await waiting(), before + 1)
  const [progress] = await inTransaction((db) => listRecomputations(db, { most: 1 }))
  assert.equal(progress?.finishedAt, null)
})

test('a batch goes by the nation as it is then, whatever is remembered of it', async () => {
  const { caseId } = await stage.create({ Type: 'Licence', RequestDate: '2026-03-09' })
  const target = async () =>
    (
      await stage.rows(
        `select target_on::text as "on" from cases where organisation_id = $1 and case_id = $2`,
        caseId,
      )
    )[0]?.['on']
  assert.equal(await target(), '2026-03-25')
  const recomputationId = await start()
  await inTransaction(async (db) => {
    await organisationSettings(db)
    await changeHours(db, { hours: { nation: 'northern-ireland' } })
    assert.notEqual((await organisationSettings(db)).nation, 'northern-ireland')
    while (await recomputeBatch(db, { recomputationId, now: stage.clock.now() }));
  })
  // there 17 March is the only holiday of these weeks
  assert.equal(await target(), '2026-03-24')
})
