import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { refusedAs } from '#test/refused-as.ts'
import {
  addPoint,
  complaintFacts,
  getComplaint,
  getComplaintChoices,
  recordLesson,
  refuseComplaint,
} from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
  await stage.rows(
    `insert into options (organisation_id, list, value)
     values ($1, 'complaint exclusion', 'Too old'), ($1, 'complaint exclusion', 'In court')`,
  )
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
type Shown = Awaited<ReturnType<(typeof getComplaint)['handle']>>

const worker = () => stage.actor('case worker')
const complaint = async (): Promise<Shown> =>
  (await stage.perform(getComplaint, { CaseId: '700122' }, worker())) as Shown
const refuse = (more: Sent) =>
  stage.perform(
    refuseComplaint,
    {
      CaseId: '700122',
      Reason: 'too old ',
      Explanation: 'It ended in 2023',
      ToldOn: '2026-03-13',
      ...more,
    },
    worker(),
  )
const flawsOf = (work: Promise<unknown>) =>
  work.then(
    () => assert.fail('it was not refused'),
    (error: { flaws: readonly { parameter: string }[] }) =>
      error.flaws.map(({ parameter }) => parameter),
  )

test('a complaint is refused for a reason that is configured, explained, on a day that has come', async () => {
  await refuse({ OmbudsmanGiven: 'true' })
  const [exclusion] = (await complaint()).exclusions
  assert.deepEqual(
    [exclusion?.reason, exclusion?.explanation, exclusion?.toldOn, exclusion?.isOmbudsmanGiven],
    ['Too old', 'It ended in 2023', '2026-03-13', true],
  )
  assert.deepEqual(await flawsOf(refuse({ Reason: 'Tiresome' })), ['Reason'])
  assert.deepEqual(await flawsOf(refuse({ Explanation: '' })), ['Explanation'])
  assert.deepEqual(await flawsOf(refuse({ ToldOn: '2026-03-15' })), ['ToldOn'])
  assert.equal((await complaint()).exclusions.length, 1)
})

test('a point that is not taken on needs no answer; the others still do', async () => {
  const factsOf = () =>
    stage.test.database.read(stage.organisationId, (db) => complaintFacts(db, 700122))
  for (const Description of ['One', 'Two'])
    await stage.perform(addPoint, { CaseId: '700122', Description }, worker())
  assert.equal((await factsOf()).unansweredPoints, 2)
  await refuse({ Point: '2', Reason: 'In court' })
  assert.equal((await factsOf()).unansweredPoints, 1)
  await assert.rejects(refuse({ Point: '3' }), refusedAs('unknownPoint'))
})

test('a lesson says what was learnt, what changed and who sees to it', async () => {
  const sent = { CaseId: '700122', Learnt: 'Ring first', TeamCode: 'roads', Published: 'yes' }
  await stage.perform(recordLesson, sent, worker())
  const [{ lessonId, ...lesson } = assert.fail('no lesson')] = (await complaint()).lessons
  assert.ok(lessonId > 0)
  assert.deepEqual(lesson, {
    learnt: 'Ring first',
    changeMade: null,
    team: 'Roads',
    person: null,
    isPublished: true,
    recordedAt: stage.clock.now(),
    recordedBy: 'Sam Dee',
  })
  const unknown = { ...sent, TeamCode: 'NOSUCH', UserName: 'nobody' }
  assert.deepEqual(await flawsOf(stage.perform(recordLesson, unknown, worker())), [
    'UserName',
    'TeamCode',
  ])
})

test('both are told in the history', async () => {
  const events = await stage.rows(
    `select kind, particulars ->> 'point' as point from case_events
     where organisation_id = $1 and kind in ('complaintRefused', 'lessonRecorded')
     order by event_id`,
  )
  assert.deepEqual(events, [
    { kind: 'complaintRefused', point: null },
    { kind: 'complaintRefused', point: '2' },
    { kind: 'lessonRecorded', point: null },
  ])
})

test('forms offer the teams, those who work here, and the configured reasons', async () => {
  await stage.rows(
    `insert into users (organisation_id, user_name, full_name, email, role, disabled_at)
     values ($1, 'left', 'Left, Bo', 'left@demo.example', 'manager', '2026-01-01')`,
  )
  const shown = (await stage.perform(
    getComplaintChoices,
    { CaseId: '700122' },
    worker(),
  )) as Awaited<ReturnType<(typeof getComplaintChoices)['handle']>>
  assert.deepEqual(
    shown.teams.map(({ code }) => code),
    ['CUSTREL', 'ROADS'],
  )
  assert.deepEqual(shown.people, [{ userName: 'sdee', fullName: 'Dee, Sam' }])
  assert.deepEqual(shown.exclusionReasons, ['In court', 'Too old'])
})
