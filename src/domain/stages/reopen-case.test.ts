import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { overrideDeadline, recordClockEvent } from '#domain/clock-events/index.ts'
import { uploadDocuments } from '#domain/documents/index.ts'
import { addCaseNote } from '#domain/notes/index.ts'
import { createAction } from '#domain/tasks/index.ts'
import { movingStage, type MovingStage } from '#test/moving-stage.ts'
import { endCase, getProcedure, moveStage, reopenCase } from './index.ts'

let stage: MovingStage
before(async () => {
  stage = await movingStage()
})
after(() => stage.close())
beforeEach(() => stage.clock.set('2026-03-20T10:00:00Z'))

async function closed(): Promise<number> {
  const caseId = await stage.open({ Finding: 'Damp' })
  await stage.finish(caseId, 'CALL')
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'answered' })
  return caseId
}
const linkedWith = async (caseId: number): Promise<number[]> =>
  (
    await stage.rows(
      `select case_id as id from cases where organisation_id = $1 and parent_case_id = $2`,
      caseId,
    )
  ).map(({ id }) => Number(id))
const isClosed = async (caseId: number) => (await stage.theCase(caseId))['closed_on'] !== null

test('a closed case begins again in the stage that the reopening names', async () => {
  const caseId = await closed()
  await stage.refused(reopenCase, { CaseId: caseId, Reopening: 'again', Reason: '' }, [
    'Enter reason',
  ])
  stage.clock.set('2026-04-01T10:00:00Z')
  await stage.act(reopenCase, { CaseId: caseId, Reopening: 'again', Reason: 'Not mended' })
  const theCase = await stage.theCase(caseId)
  assert.deepEqual(
    [theCase['status'], theCase['ending'], theCase['outcome'], theCase['is_closed_in_target']],
    ['At stage 1', null, null, null],
  )
  const told = await stage.lastEvent(caseId)
  assert.equal(told['kind'], 'caseReopened')
  const tasks = await stage.tasksOf(caseId)
  assert.equal(tasks.filter(({ isDone }) => !isDone).length, 2)
  await stage.refused(moveStage, { CaseId: caseId, Outcome: 'escalated' }, [
    'The task “Call the customer” must be done first.',
  ])
})

test('what was set by hand and recorded of a stage does not hold when it begins again', async () => {
  const caseId = await stage.open({ Finding: 'Damp' })
  const manager = stage.actor('manager')
  const scope = { CaseId: caseId, Track: 'main', Stage: 'first' }
  await stage.act(recordClockEvent, { ...scope, Event: 'visited', Date: '2026-03-20' })
  await stage.act(
    overrideDeadline,
    { ...scope, Deadline: 'respond', Due: '2026-03-31', Reason: 'Agreed' },
    manager,
  )
  await stage.finish(caseId, 'CALL')
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'answered' })
  stage.clock.set('2026-04-07T10:00:00Z')
  await stage.act(reopenCase, { CaseId: caseId, Reopening: 'again', Reason: 'Not mended' })
  const [deadline] = await stage.rows(
    `select due_on::text as due, override_reason as reason, state from case_deadlines
     where organisation_id = $1 and case_id = $2 and stage = 'first'`,
    caseId,
  )
  assert.deepEqual(deadline, { due: '2026-04-07', reason: null, state: 'running' })
})

test('what a stage begins for counts from the day it came, whenever it is keyed in', async () => {
  const caseId = await closed()
  stage.clock.set('2026-04-17T10:00:00Z')
  const sent = { CaseId: caseId, Reopening: 'again', Reason: 'Not mended' }
  const refused = (Received: string, message: string) =>
    stage.refused(reopenCase, { ...sent, Received }, [message])
  await refused('18/4/2026', 'Date received must be today or in the past')
  await refused(
    '19/3/2026',
    'Date received must not be before 20 March 2026, when what it follows began',
  )
  // it came within the days, and is keyed in after them
  await stage.act(reopenCase, { ...sent, Received: '28/3/2026' })
  const begun = async (code: string) => {
    const rows = await stage.rows(
      `select received_on::text as "on" from case_stages
       where organisation_id = $1 and case_id = $2 and code = '${code}'`,
      caseId,
    )
    return rows[0]?.['on']
  }
  assert.equal(await begun('first'), '2026-03-28')
  const moving = { CaseId: caseId, Outcome: 'answered', Received: '1/4/2026' }
  await stage.refused(moveStage, moving, [
    '“Answered” begins no stage, so leave the date received out',
  ])
  await stage.finish(caseId, 'CALL')
  await stage.act(moveStage, { CaseId: caseId, Outcome: 'escalated', Received: '1/4/2026' })
  assert.equal(await begun('second'), '2026-04-01')
  const [deadline] = await stage.rows(
    `select counted_from::text as "from", due_on::text as due from case_deadlines
     where organisation_id = $1 and case_id = $2 and stage = 'second' and code = 'respond'`,
    caseId,
  )
  assert.deepEqual(deadline, { from: '2026-04-01', due: '2026-05-01' })
})

test('beyond its days a reopening is refused, or a linked case is opened, as it is configured', async () => {
  const caseId = await closed()
  stage.clock.set('2026-04-17T10:00:00Z')
  const sent = { CaseId: caseId, Reason: 'Not mended' }
  const shown = (await stage.act(getProcedure, { CaseId: caseId })) as {
    reopenings: { code: string; instead: string | null }[]
  }
  assert.deepEqual(
    shown.reopenings.map(({ instead }) => instead),
    [null, null],
  )
  stage.clock.set('2026-04-18T10:00:00Z')
  await stage.refused(reopenCase, { ...sent, Reopening: 'again' }, [
    'This case was closed on 20 March 2026, and “Look again” is possible for 28 days after that. Open a new case.',
  ])
  const result = (await stage.act(reopenCase, { ...sent, Reopening: 'review' })) as {
    linkedCaseId: number
  }
  assert.deepEqual(await linkedWith(caseId), [result.linkedCaseId])
  assert.ok(await isClosed(caseId))
  const linked = await stage.theCase(result.linkedCaseId)
  assert.deepEqual(
    [linked['status'], linked['current_stage'], linked['attributes']],
    ['At stage 1', 1, { Finding: 'Damp' }],
  )
  assert.equal((await stage.tasksOf(result.linkedCaseId)).length, 2)
  assert.equal((await stage.lastEvent(caseId))['kind'], 'linkedCaseOpened')
})

test('only a closed case is reopened', async () => {
  const caseId = await stage.open()
  await stage.refused(
    reopenCase,
    { CaseId: caseId, Reopening: 'again', Reason: 'x' },
    [],
    'caseOpen',
  )
})

test('a case that was withdrawn is withdrawn no more once it is reopened', async () => {
  const caseId = await stage.open()
  await stage.act(endCase, { CaseId: caseId, Ending: 'withdrawn', Reason: 'Moved away' })
  await stage.act(reopenCase, { CaseId: caseId, Reopening: 'again', Reason: 'Came back' })
  const { withdrawn_on: on, withdrawn_reason: reason } = await stage.theCase(caseId)
  assert.deepEqual([on, reason], [null, null])
  assert.deepEqual(await stage.deadlinesOf(caseId), [
    { stage: 'first', code: 'respond', state: 'running' },
  ])
})

const website = () => stage.actor()
const document = (caseId: number) => ({
  CaseId: caseId,
  'Document1.Name': 'photo.jpg',
  'Document1.URL': 'https://files.example/photo.jpg',
})

test('a paper that arrives soon after the end reopens the case; the answer is as ever', async () => {
  const caseId = await closed()
  stage.clock.set('2026-04-03T10:00:00Z')
  const result = (await stage.act(uploadDocuments, document(caseId), website())) as Record<
    string,
    unknown
  >
  assert.equal(result['caseId'], caseId)
  assert.ok(!(await isClosed(caseId)))
  assert.ok((await stage.eventsOf(caseId)).includes('caseReopened'))
})

test('later papers are filed and open one linked case, however many they are', async () => {
  const caseId = await closed()
  stage.clock.set('2026-04-04T10:00:00Z')
  await stage.act(uploadDocuments, document(caseId), website())
  await stage.act(addCaseNote, { CaseId: caseId, Notes: 'Still not mended' }, website())
  assert.ok(await isClosed(caseId))
  assert.equal((await linkedWith(caseId)).length, 1)
  assert.equal((await stage.lastEvent(caseId))['kind'], 'latePaperFiled')
})

test('what staff write on a closed case leaves it closed', async () => {
  const caseId = await closed()
  await stage.act(addCaseNote, { CaseId: caseId, Notes: 'Rang to say goodbye' })
  assert.ok(await isClosed(caseId))
  assert.deepEqual(await linkedWith(caseId), [])
})

test('a form that is filed on a closed case counts as a late paper too', async () => {
  const caseId = await closed()
  await stage.act(createAction, { CaseId: caseId, Type: 'More', Details: 'x' }, website())
  assert.ok(!(await isClosed(caseId)))
})
