import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addRemedy, completeRemedy } from '#domain/remedies/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { refusedAs } from '#test/refused-as.ts'
import {
  addPoint,
  amendPoint,
  answerPoint,
  complaintFacts,
  getComplaint,
  withdrawPoint,
} from './index.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
type Shown = Awaited<ReturnType<(typeof getComplaint)['handle']>>

const worker = () => stage.actor('case worker')
const add = async (CaseId: string, Description: string, more: Sent = {}) => {
  const sent = { CaseId, Description, ...more }
  return ((await stage.perform(addPoint, sent, worker())) as { point: number }).point
}
const answer = (CaseId: string, Point: number, more: Sent = {}) =>
  stage.perform(
    answerPoint,
    { CaseId, Point: `${Point}`, Version: '1', Finding: 'upheld', Reasons: 'So it was', ...more },
    worker(),
  )
const complaintOf = async (CaseId: string): Promise<Shown> =>
  (await stage.perform(getComplaint, { CaseId }, worker())) as Shown
const factsOf = (caseId: number) =>
  stage.test.database.read(stage.organisationId, (db) => complaintFacts(db, caseId))
const sql = (text: string, ...values: readonly unknown[]) =>
  stage.test.sql(text, [stage.organisationId, ...values])
const enterStage = (caseId: number, number: number, track = 'main') =>
  sql(
    `insert into case_stages (organisation_id, case_id, track, code, stage, started_at)
     values ($1, $2, $4, $4 || '-stage-' || $3::int, $3, '2026-03-14')`,
    caseId,
    number,
    track,
  )
const leaveStage = (caseId: number, number: number) =>
  sql(
    `update case_stages set ended_at = '2026-03-14'
     where organisation_id = $1 and case_id = $2 and stage = $3`,
    caseId,
    number,
  )

test('points are numbered within their case, and wait for an answer', async () => {
  await enterStage(700122, 1)
  assert.equal(await add('700122', 'The roof leaks', { Service: 'Repairs' }), 1)
  assert.equal(await add('700122', 'Nobody rang back'), 2)
  assert.equal(await add('700123', 'Another complaint'), 1)
  const { points, stage: number, mayAddPoint } = await complaintOf('700122')
  assert.deepEqual([number, mayAddPoint], [1, true])
  assert.deepEqual(
    points.map((one) => [one.point, one.description, one.service, one.stage, one.addedBy]),
    [
      [1, 'The roof leaks', 'Repairs', 1, 'Sam Dee'],
      [2, 'Nobody rang back', null, 1, 'Sam Dee'],
    ],
  )
  assert.deepEqual(await factsOf(700122), { points: 2, unansweredPoints: 2, openRemedies: 0 })
})

test('a point counts as answered by a finding with its reasons, or once it is withdrawn', async () => {
  await answer('700122', 1, { Evidence: 'Photographs', Service: 'Repairs' })
  assert.equal((await factsOf(700122)).unansweredPoints, 1)
  const sent = { CaseId: '700122', Point: '2', Version: '1', Reason: 'They did ring' }
  await stage.perform(withdrawPoint, sent, worker())
  assert.equal((await factsOf(700122)).unansweredPoints, 0)
  const { points } = await complaintOf('700122')
  assert.deepEqual(
    points.map((one) => [one.finding, one.reasons, one.evidence, one.answeredStage]),
    [
      ['upheld', 'So it was', 'Photographs', 1],
      ['withdrawn', 'They did ring', null, 1],
    ],
  )
})

test('answering a point that was withdrawn takes the withdrawal back', async () => {
  await answer('700122', 2, { Version: '2', Finding: 'not upheld' })
  const { points } = await complaintOf('700122')
  assert.equal(points[1]?.finding, 'not upheld')
})

test('a finding without reasons is no answer, nor is a finding that there is not', async () => {
  for (const more of [{ Reasons: ' ' }, { Finding: 'withdrawn' }, { Finding: 'perhaps' }])
    await assert.rejects(answer('700122', 1, { Version: '2', ...more }), refusedAs('invalidInput'))
})

test('a later stage answers every point anew, and what the earlier one found stays', async () => {
  await leaveStage(700122, 1)
  assert.equal((await factsOf(700122)).unansweredPoints, 0)
  await enterStage(700122, 2)
  assert.equal((await factsOf(700122)).unansweredPoints, 2)
  await answer('700122', 1, { Version: '2', Finding: 'partly upheld', Reasons: 'Looked at again' })
  assert.equal((await factsOf(700122)).unansweredPoints, 1)
  const { answers } = await complaintOf('700122')
  assert.deepEqual(
    answers.filter(({ point }) => point === 1).map(({ stage: at, finding }) => [at, finding]),
    [
      [1, 'upheld'],
      [2, 'partly upheld'],
    ],
  )
})

test('what is raised after stage 1 was answered is a complaint of its own', async () => {
  await assert.rejects(add('700122', 'And the door'), refusedAs('complaintAnswered'))
  assert.equal((await complaintOf('700122')).mayAddPoint, false)
})

test('what stage 1 answered without points is set down in stage 2, and settled once that is over', async () => {
  await enterStage(700124, 1)
  await leaveStage(700124, 1)
  await enterStage(700124, 2)
  assert.deepEqual(await factsOf(700124), { points: 0, unansweredPoints: 0, openRemedies: 0 })
  assert.deepEqual([await add('700124', 'Damp'), await add('700124', 'Rats')], [1, 2])
  assert.equal((await complaintOf('700124')).mayAddPoint, true)
  await leaveStage(700124, 2)
  await assert.rejects(add('700124', 'And the door'), refusedAs('complaintAnswered'))
  await sql('delete from complaint_points where organisation_id = $1 and case_id = 700124')
  await sql('delete from case_stages where organisation_id = $1 and case_id = 700124')
})

test('a stage that runs beside the complaint does not count as one of its stages', async () => {
  await enterStage(700124, 3, 'hazard')
  await leaveStage(700124, 3)
  assert.equal(await add('700124', 'Mould'), 1)
  await answer('700124', 1)
  assert.equal((await factsOf(700124)).unansweredPoints, 0)
})

test('points of a closed case stay as they are; its open remedies can still be done', async () => {
  const remedy = { What: 'action', Description: 'Paint', UserName: 'sdee', DueOn: '2026-03-20' }
  await stage.perform(addRemedy, { CaseId: '700124', ...remedy }, worker())
  const close = (on: string | null) =>
    sql(`update cases set closed_on = $2 where organisation_id = $1 and case_id = 700124`, on)
  await close('2026-03-14')
  const point = { CaseId: '700124', Point: '1', Version: '2' }
  await assert.rejects(add('700124', 'More'), refusedAs('complaintAnswered'))
  await assert.rejects(answer('700124', 1, { Version: '2' }), refusedAs('complaintClosed'))
  await assert.rejects(
    stage.perform(amendPoint, { ...point, Description: 'x' }, worker()),
    refusedAs('complaintClosed'),
  )
  await assert.rejects(
    stage.perform(withdrawPoint, { ...point, Reason: 'x' }, worker()),
    refusedAs('complaintClosed'),
  )
  assert.deepEqual(await factsOf(700124), { points: 1, unansweredPoints: 0, openRemedies: 1 })
  const done = { CaseId: '700124', Remedy: '1', Version: '1', Evidence: 'Seen' }
  await stage.perform(completeRemedy, done, worker())
  assert.deepEqual(await factsOf(700124), { points: 1, unansweredPoints: 0, openRemedies: 0 })
  await close(null)
})

test('of two who change a point at once the second is told, and nothing of the first is lost', async () => {
  const point = { CaseId: '700123', Point: '1', Version: '1' }
  const both = await Promise.allSettled([
    stage.perform(amendPoint, { ...point, Description: 'One wording' }, worker()),
    stage.perform(amendPoint, { ...point, Description: 'Other wording' }, worker()),
  ])
  const refusals: unknown[] = both.flatMap((each) =>
    each.status === 'rejected' ? [each.reason as unknown] : [],
  )
  assert.equal(refusals.length, 1)
  const [refused] = refusals
  assert.ok(refused instanceof Refusal)
  assert.equal(refused.kind.name, 'changedMeanwhile')
  assert.equal(refused.flaws[0]?.parameter, 'Version')
  const [kept] = (await complaintOf('700123')).points
  const wordings = ['One wording', 'Other wording']
  assert.equal(kept?.description, wordings[both.findIndex(({ status }) => status === 'fulfilled')])
  assert.equal(kept?.version, 2)
})

test('points that are added at once get numbers of their own', async () => {
  const numbers = await Promise.all(['a', 'b', 'c', 'd'].map((text) => add('700123', text)))
  assert.deepEqual(
    numbers.toSorted((one, other) => one - other),
    [2, 3, 4, 5],
  )
})

test('the history tells what happened to a point, the audit only its number', async () => {
  await answer('700123', 2, { Reasons: 'Mrs Field was right' })
  const events = await sql(
    `select kind, particulars, actor from case_events
     where organisation_id = $1 and case_id = 700123 and particulars ->> 'point' = '2'
     order by event_id`,
  )
  assert.deepEqual(events, [
    { kind: 'pointAdded', particulars: { point: 2 }, actor: 'Sam Dee' },
    { kind: 'pointAnswered', particulars: { point: 2, finding: 'upheld' }, actor: 'Sam Dee' },
  ])
  const [entry] = await stage.test.sql(
    `select operation, particulars from audit_entries order by entry_id desc limit 1`,
  )
  assert.deepEqual(entry, {
    operation: 'answerpoint',
    particulars: { point: 2, finding: 'upheld' },
  })
})

test('somebody who may only look changes nothing, and is shown no way to', async () => {
  const sent = { CaseId: '700123', Description: 'x' }
  for (const role of ['auditor', 'front line'] as const) {
    await assert.rejects(
      stage.perform(addPoint, sent, stage.actor(role)),
      refusedAs('notPermitted'),
    )
    const shown = (await stage.perform(
      getComplaint,
      { CaseId: '700123' },
      stage.actor(role),
    )) as Shown
    assert.deepEqual(
      [shown.mayUpdate, shown.mayAddPoint, shown.mayChangePoints],
      [false, false, false],
    )
  }
})
