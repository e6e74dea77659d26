import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { correctReceipt, recordClockEvent } from '#domain/clock-events/index.ts'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { beginTrack, endCase, moveStage } from './index.ts'

let stage: MovingStage
before(async () => {
  stage = await movingStage()
})
after(() => stage.close())

test('a case opened by createcase is in its first stage, with its tasks and letters', async () => {
  const caseId = await stage.open()
  assert.deepEqual(await stage.stagesOf(caseId), [
    {
      track: 'main',
      code: 'first',
      due: '2026-03-27',
      outcome: null,
      inTarget: null,
      isOver: false,
    },
  ])
  assert.deepEqual(await stage.tasksOf(caseId), [
    { code: 'CALL', due: '2026-03-17', team: 'CUSTREL', isDone: false },
    { code: 'DRAFT', due: '2026-03-24', team: 'ROADS', isDone: false },
  ])
  assert.deepEqual(await stage.draftsOf(caseId), [{ template: 'ACK', due: '2026-03-20' }])
  const { status, current_stage: number } = await stage.theCase(caseId)
  assert.deepEqual([status, number], ['At stage 1', 1])
})

test('a stage whose conditions do not hold is not left: everything that is lacking is said', async () => {
  const caseId = await stage.open()
  await stage.refused(moveStage, { CaseId: caseId, Outcome: 'answered' }, [
    'The task “Call the customer” must be done first.',
    '“What was found” must be filled in first.',
  ])
  assert.equal((await stage.theCase(caseId))['status'], 'At stage 1')
})

test('an outcome that leads on ends the stage and begins the next with its team and work', async () => {
  const caseId = await stage.open()
  await stage.finish(caseId, 'CALL')
  stage.clock.set('2026-03-20T10:00:00Z')
  const result = await stage.act(moveStage, {
    CaseId: caseId,
    Stage: 'first',
    Outcome: 'escalated',
  })
  assert.deepEqual(result, { caseId, stage: 'second' })
  assert.deepEqual(await stage.stagesOf(caseId), [
    {
      track: 'main',
      code: 'first',
      due: '2026-03-27',
      outcome: 'Escalated',
      inTarget: true,
      isOver: true,
    },
    {
      track: 'main',
      code: 'second',
      due: '2026-04-21',
      outcome: null,
      inTarget: null,
      isOver: false,
    },
  ])
  const theCase = await stage.theCase(caseId)
  assert.deepEqual(
    [theCase['status'], theCase['current_stage'], theCase['outcome'], theCase['target_days']],
    ['At stage 2', 2, 'Escalated', 20],
  )
  assert.deepEqual((await stage.tasksOf(caseId)).at(-1), {
    code: 'REVIEW',
    due: null,
    team: 'ROADS',
    isDone: false,
  })
  assert.deepEqual(
    (await stage.draftsOf(caseId)).map(({ template }) => template),
    ['ACK', 'OUTCOME'],
  )
  assert.deepEqual(await stage.deadlinesOf(caseId), [
    { stage: 'first', code: 'respond', state: 'met' },
    { stage: 'second', code: 'respond', state: 'running' },
  ])
  const told = await stage.lastEvent(caseId)
  assert.equal(told['kind'], 'stageMoved')
  assert.equal(told['actor'], 'Sam Dee')
})

test('a track begins beside the main one, and must end before the case is closed', async () => {
  const caseId = await stage.open({ Finding: 'Damp' })
  await stage.finish(caseId, 'CALL')
  await stage.act(beginTrack, { CaseId: caseId, Track: 'hazard' })
  await stage.refused(beginTrack, { CaseId: caseId, Track: 'hazard' }, [
    '“Hazard” has begun already',
  ])
  await stage.refused(moveStage, { CaseId: caseId, Outcome: 'answered' }, [
    '“Hazard” must end first: it is in “Investigation”.',
  ])
  assert.equal((await stage.theCase(caseId))['status'], 'At stage 1')
  await stage.act(moveStage, { CaseId: caseId, Track: 'hazard', Outcome: 'safe' })
  assert.equal((await stage.theCase(caseId))['status'], 'At stage 1')
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'answered' })
  assert.equal((await stage.theCase(caseId))['status'], 'Answered')
})

test('the times of a track count from when its cause became known, to the minute', async () => {
  const caseId = await stage.open({ RequestDate: '2026-03-13' })
  const CaseId = caseId
  const begin = (Track: string, Received: string) => ({ CaseId, Track, Received })
  for (const [received, message] of [
    ['2026-03-21', 'Date received must be today or in the past'],
    ['2026-03-20T10:30', 'Time received must not be in the future'],
    ['2026-03-01', 'Date received must not be before 13 March 2026, when what it follows began'],
    ['2026-03-20', '“Make safe” is counted in hours, so give the time as well'],
  ] as const)
    await stage.refused(beginTrack, begin('emergency', received), [message])
  await stage.act(beginTrack, begin('emergency', '2026-03-19T21:40'))
  await stage.act(beginTrack, begin('hazard', '2026-03-19'))
  const dueIn = async () =>
    Object.fromEntries(
      (
        await stage.rows(
          `select code, coalesce(due_at::timestamp at time zone 'UTC', due_on)::text as due
           from case_deadlines where organisation_id = $1 and case_id = $2`,
          caseId,
        )
      ).map(({ code, due }) => [code, due]),
    )
  const due = await dueIn()
  assert.equal(due['safe'], '2026-03-20 21:40:00+00')
  assert.equal(due['look'], '2026-03-26 00:00:00+00')
  // another receipt of the case is no other awareness
  await stage.act(correctReceipt, { CaseId, Received: '2026-03-12', Reason: 'Misread' })
  assert.equal((await dueIn())['safe'], due['safe'])
})

test('an outcome begins the tracks that it names, unless they have begun', async () => {
  const caseId = await stage.open({ Finding: 'Damp' })
  await stage.finish(caseId, 'CALL')
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'dangerous' })
  assert.deepEqual(await stage.deadlinesOf(caseId), [
    { stage: 'investigate', code: 'look', state: 'running' },
    { stage: 'first', code: 'respond', state: 'met' },
    { stage: 'second', code: 'respond', state: 'running' },
  ])
  assert.equal((await stage.theCase(caseId))['status'], 'At stage 2')
  assert.ok((await stage.tasksOf(caseId)).some(({ code }) => code === 'REPORT'))
  const other = await stage.open({ Finding: 'Damp' })
  await stage.finish(other, 'CALL')
  await stage.act(beginTrack, { CaseId: other, Track: 'hazard' })
  await stage.act(moveStage, { CaseId: other, Track: 'hazard', Outcome: 'safe' })
  await stage.act(moveStage, { CaseId: other, Outcome: 'dangerous' })
  assert.deepEqual(
    (await stage.deadlinesOf(other)).filter(({ stage: at }) => at === 'investigate'),
    [{ stage: 'investigate', code: 'look', state: 'met' }],
  )
})

test('a task of a stage is dated once that has happened which it is reckoned from', async () => {
  const caseId = await stage.open()
  await stage.act(beginTrack, { CaseId: caseId, Track: 'hazard' })
  const report = async () => (await stage.tasksOf(caseId)).find(({ code }) => code === 'REPORT')
  assert.equal((await report())?.['due'], null)
  await stage.act(recordClockEvent, { CaseId: caseId, Event: 'visited', Date: '2026-03-20' })
  assert.equal((await report())?.['due'], '2026-03-24')
})

test('two who move the same stage at once: one does, the other is told what happened', async () => {
  const caseId = await stage.open()
  await stage.finish(caseId, 'CALL')
  const sent = { CaseId: caseId, Stage: 'first', Outcome: 'escalated' }
  const results = await Promise.allSettled([stage.act(moveStage, sent), stage.act(moveStage, sent)])
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  await stage.refused(moveStage, sent, [
    'Sam Dee ended “Stage 1” on 20 March 2026, with the outcome “Escalated”. It is in “Stage 2” now.',
  ])
})

test('a case that is withdrawn needs a reason, and meets no target', async () => {
  const caseId = await stage.open()
  await stage.refused(endCase, { CaseId: caseId, Ending: 'withdrawn' }, ['Enter the reason'])
  await stage.act(endCase, { CaseId: caseId, Ending: 'withdrawn', Reason: 'Moved away' })
  const theCase = await stage.theCase(caseId)
  assert.deepEqual(
    [theCase['status'], theCase['withdrawn_reason'], theCase['is_closed_in_target']],
    ['Withdrawn', 'Moved away', null],
  )
  assert.deepEqual(await stage.deadlinesOf(caseId), [
    { stage: 'first', code: 'respond', state: 'ended' },
  ])
  assert.deepEqual(
    (await stage.draftsOf(caseId)).map(({ template }) => template),
    ['ACK'],
  )
  await stage.refused(moveStage, { CaseId: caseId, Outcome: 'escalated' }, [], 'caseClosed')
})

test('an ending asks for the fields that it requires', async () => {
  const caseId = await stage.open()
  await stage.refused(endCase, { CaseId: caseId, Ending: 'duplicate' }, [
    '“What happened” must be filled in first.',
  ])
})

const acknowledged = (code: string, more: object) => ({
  code,
  exit: [{ kind: 'event recorded', event: 'acknowledged' }],
  deadlines: [{ code: 'acknowledge', target: { days: 5 }, metBy: { event: 'acknowledged' } }],
  ...more,
})

test('what was recorded of an earlier stage does not end a later one', async () => {
  await stage.publish({
    name: 'Twice',
    procedure: {
      stages: [
        acknowledged('one', { outcomes: [{ code: 'on', label: 'On', leadsTo: 'two' }] }),
        acknowledged('two', { outcomes: [{ code: 'over', label: 'Over', leadsTo: 'closure' }] }),
      ],
    },
  })
  stage.clock.set('2026-03-16T10:00:00Z')
  const open = async (scope: Readonly<Record<string, string>>) => {
    const caseId = await stage.open({ Type: 'Twice' })
    const acknowledge = (more: Readonly<Record<string, string>>, day: string) =>
      stage.act(recordClockEvent, { CaseId: caseId, Event: 'acknowledged', Date: day, ...more })
    const over = { CaseId: caseId, Outcome: 'over' }
    await acknowledge(scope, '2026-03-16')
    stage.clock.set('2026-03-18T10:00:00Z')
    await stage.act(moveStage, { CaseId: caseId, Outcome: 'on' })
    await stage.refused(moveStage, over, ['“Acknowledged” must be recorded first.'])
    await acknowledge(scope['Stage'] === undefined ? {} : { Stage: 'two' }, '2026-03-18')
    await stage.act(moveStage, over)
    stage.clock.set('2026-03-16T10:00:00Z')
  }
  await open({ Stage: 'one' })
  await open({})
})

test('of two who move a case at once one is told of the other, and the case moves once', async () => {
  const caseId = await stage.open()
  await stage.finish(caseId, 'CALL')
  const sent = { CaseId: caseId, Stage: 'first' }
  const both = await Promise.allSettled([
    stage.act(moveStage, { ...sent, Outcome: 'escalated' }),
    stage.act(moveStage, { ...sent, Outcome: 'answered', 'Field.Finding': 'A leak' }),
  ])
  const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  assert.deepEqual(
    refused.map(({ kind }: { kind: { name: string } }) => kind.name),
    ['movedMeanwhile'],
  )
  const isEscalated = both[0].status === 'fulfilled'
  const stages = await stage.stagesOf(caseId)
  assert.deepEqual(
    stages.map(({ code, isOver }) => [code, isOver]),
    isEscalated
      ? [
          ['first', true],
          ['second', false],
        ]
      : [['first', true]],
  )
  const moves = ['stageMoved', 'caseClosed']
  const told = (await stage.eventsOf(caseId)).filter((kind) => moves.includes(String(kind)))
  assert.deepEqual(told, [isEscalated ? 'stageMoved' : 'caseClosed'])
  const { attributes, closed_on: closedOn } = await stage.theCase(caseId)
  assert.deepEqual(attributes, isEscalated ? {} : { Finding: 'A leak' })
  assert.equal(closedOn === null, isEscalated)
  const drafts = (await stage.draftsOf(caseId)).map(({ template }) => template)
  assert.deepEqual(drafts, ['ACK', 'OUTCOME'])
})
