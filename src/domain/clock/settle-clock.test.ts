import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { settleClock } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
  await stage.publish(request)
})
after(() => stage.close())

const request = {
  name: 'Request',
  procedure: {
    stages: [
      {
        code: 'answer',
        number: 1,
        deadlines: [
          {
            code: 'acknowledge',
            target: { days: 5 },
            from: 'received',
            metBy: { event: 'acknowledged' },
          },
          { code: 'respond', rule: 'FOI_RESPONSE', from: 'received', isTarget: true },
          { code: 'check', target: { days: 2 }, from: { deadline: 'acknowledge' } },
          { code: 'report', target: { days: 3 }, from: { event: 'investigation_concluded' } },
        ],
        tasks: [
          { code: 'DRAFT', title: 'Draft', due: { days: -3, from: { deadline: 'respond' } } },
          { code: 'ASK', title: 'Ask' },
        ],
        outcomes: [{ code: 'answered', leadsTo: 'closure' }],
      },
    ],
  },
}

const deadlinesOf = (caseId: number) =>
  stage.rows(
    `select code, state, due_on::text as "dueOn" from case_deadlines
     where organisation_id = $1 and case_id = $2 order by code`,
    caseId,
  )
const happened = (caseId: number, name: string, on: string) =>
  stage.test.sql(
    `insert into clock_events
       (organisation_id, case_id, name, happened_on, recorded_by, recorded_at)
     values ($1, $2, $3, $4, 'Sam Dee', now())`,
    [stage.organisationId, caseId, name, on],
  )
const settleAt = (caseId: number) =>
  stage.test.database.write(stage.organisationId, (db) =>
    settleClock(db, { caseId, now: stage.clock.now() }),
  )
const open = (on: string) => stage.create({ Type: 'Request', RequestDate: on })
const datesOf = async (caseId: number) => {
  const [row] = await stage.rows(
    `select c.target_on::text as target, s.due_on::text as stage, t.due_on::text as task
     from cases c join case_stages s using (organisation_id, case_id)
     join tasks t using (organisation_id, case_id)
     where organisation_id = $1 and case_id = $2 and t.code = 'DRAFT'`,
    caseId,
  )
  return row
}

test('a case begins with every date counted, each from what it hangs on', async () => {
  const { caseId } = await open('2026-03-07T18:00:00')
  assert.deepEqual(await deadlinesOf(caseId), [
    { code: 'acknowledge', state: 'running', dueOn: '2026-03-13' },
    { code: 'check', state: 'running', dueOn: '2026-03-17' },
    { code: 'report', state: 'waiting', dueOn: null },
    { code: 'respond', state: 'running', dueOn: '2026-04-08' },
  ])
  assert.deepEqual(await datesOf(caseId), {
    target: '2026-04-08',
    stage: '2026-04-08',
    task: '2026-04-01',
  })
})

test('settling a case on which nothing has happened changes none of its dates', async () => {
  const { caseId } = await open('2026-03-02')
  const before = await deadlinesOf(caseId)
  const { moves } = await settleAt(caseId)
  assert.deepEqual(moves, [])
  assert.deepEqual(await deadlinesOf(caseId), before)
})

test('one event moves everything that depends on it, and what moved is kept', async () => {
  const { caseId } = await open('2026-03-02')
  await happened(caseId, 'clarification_requested', '2026-03-09')
  await settleAt(caseId)
  assert.deepEqual(await datesOf(caseId), { target: null, stage: null, task: null })
  await happened(caseId, 'clarification_received', '2026-03-12')
  const { moves } = await settleAt(caseId)
  assert.deepEqual(moves, [
    {
      caseId,
      track: 'main',
      stage: 'answer',
      code: 'respond',
      before: null,
      after: '2026-04-14',
    },
  ])
  assert.deepEqual(await datesOf(caseId), {
    target: '2026-04-14',
    stage: '2026-04-14',
    task: '2026-04-09',
  })
  const kept = await stage.rows(
    `select code, due_before as before, due_after as after from deadline_moves
     where organisation_id = $1 and case_id = $2 order by deadline_move_id`,
    caseId,
  )
  assert.deepEqual(kept, [
    { code: 'respond', before: '2026-03-31', after: null },
    { code: 'respond', before: null, after: '2026-04-14' },
  ])
})

test('a deadline is met by its event, in time or late, and by the closure of the case', async () => {
  const { caseId } = await open('2026-03-02')
  await happened(caseId, 'acknowledged', '2026-03-10')
  await happened(caseId, 'investigation_concluded', '2026-03-11')
  await settleAt(caseId)
  await stage.test.sql(
    `update cases set closed_on = '2026-03-12' where organisation_id = $1 and case_id = $2`,
    [stage.organisationId, caseId],
  )
  await settleAt(caseId)
  const met = await stage.rows(
    `select code, state, met_on::text as "on", is_in_time as "isInTime" from case_deadlines
     where organisation_id = $1 and case_id = $2 order by code`,
    caseId,
  )
  assert.deepEqual(met, [
    { code: 'acknowledge', state: 'met', on: '2026-03-10', isInTime: false },
    { code: 'check', state: 'met', on: '2026-03-12', isInTime: false },
    { code: 'report', state: 'met', on: '2026-03-12', isInTime: true },
    { code: 'respond', state: 'met', on: '2026-03-12', isInTime: true },
  ])
})

test('a case that was withdrawn has no deadline left, and none of them counts as met', async () => {
  const { caseId } = await open('2026-03-02')
  await stage.test.sql(
    `update cases set closed_on = '2026-03-12', withdrawn_on = '2026-03-12'
     where organisation_id = $1 and case_id = $2`,
    [stage.organisationId, caseId],
  )
  await settleAt(caseId)
  const states = new Set((await deadlinesOf(caseId)).map(({ state }) => state))
  assert.deepEqual([...states], ['ended'])
})

test('what is recorded and the rule forbids leaves the deadline without a date, and says why', async () => {
  const { caseId } = await open('2026-03-02')
  await happened(caseId, 'clarification_received', '2026-03-09')
  await settleAt(caseId)
  const [row] = await stage.rows(
    `select state, calculation ->> 'refused' as refused from case_deadlines
     where organisation_id = $1 and case_id = $2 and code = 'respond'`,
    caseId,
  )
  assert.deepEqual(row, { state: 'unsettled', refused: 'answerWithoutQuestion' })
})

test('a deadline that has begun keeps the version of its rule', async () => {
  const { caseId } = await open('2026-03-02')
  await stage.test.sql(
    `update case_deadlines set rule_version = 'old' where organisation_id = $1 and case_id = $2
       and code = 'respond'`,
    [stage.organisationId, caseId],
  )
  const { deadlines } = await settleAt(caseId)
  const respond = deadlines.find(({ spec }) => spec.code === 'respond')
  // there is no such version of that rule, so nothing else can have been tried
  assert.ok(respond && 'refused' in respond.calculation)
  assert.equal(respond.calculation.refused, 'unknownVersion')
})

test('the next reminder follows the date, and goes while the clock is stopped', async () => {
  const { caseId } = await open('2026-03-02')
  const reminder = async () => {
    const [row] = await stage.rows(
      `select next_reminder_at as at, reminders_given as given from case_deadlines
       where organisation_id = $1 and case_id = $2 and code = 'respond'`,
      caseId,
    )
    return row
  }
  const first = { at: new Date('2026-03-24T11:15:00Z'), given: 0 }
  assert.deepEqual(await reminder(), first)
  await stage.test.sql(
    `update case_deadlines set reminders_given = 1 where organisation_id = $1 and case_id = $2`,
    [stage.organisationId, caseId],
  )
  await settleAt(caseId)
  assert.deepEqual(await reminder(), { ...first, given: 1 })
  await happened(caseId, 'clarification_requested', '2026-03-09')
  await settleAt(caseId)
  assert.equal((await reminder())?.['at'], null)
  await happened(caseId, 'clarification_received', '2026-03-12')
  await settleAt(caseId)
  const later = await reminder()
  assert.ok((later?.['at'] as Date) > first.at)
  assert.equal(later?.['given'], 0)
})
