import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Operation } from '#kernel/operation.ts'
import { Refusal } from '#kernel/refusal.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import {
  correctReceipt,
  liftOverride,
  overrideDeadline,
  recordClockEvent,
  withdrawClockEvent,
} from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
  await stage.publish(type('Request', 'FOI_RESPONSE'))
  await stage.publish(type('Environmental request', 'EIR_RESPONSE'))
})
after(() => stage.close())

const type = (name: string, rule: string) => ({
  name,
  procedure: {
    stages: [
      {
        code: 'answer',
        number: 1,
        deadlines: [{ code: 'respond', rule, from: 'received' }],
        outcomes: [{ code: 'answered', leadsTo: 'closure' }],
      },
    ],
  },
})

type Sent = Readonly<Record<string, string>>
const open = async (RequestDate: string, Type = 'Request') => {
  const { caseId } = await stage.create({ Type, RequestDate })
  return String(caseId)
}
const perform = (operation: Operation, sent: Sent) => stage.perform(operation, sent)
const record = (CaseId: string, Event: string, date: string) =>
  perform(recordClockEvent, { CaseId, Event, Date: date })
const respond = async (caseId: string) =>
  (
    await stage.rows(
      `select state, due_on::text as "dueOn", derived_due_on::text as derived,
         override_reason as reason, overridden_by as "by"
       from case_deadlines where organisation_id = $1 and case_id = $2`,
      Number(caseId),
    )
  )[0]
const dueOf = async (caseId: string) => (await respond(caseId))?.['dueOn']
const lastEvent = async (caseId: string) => {
  const [row] = await stage.rows(
    `select kind, particulars, actor from case_events
     where organisation_id = $1 and case_id = $2 order by event_id desc limit 1`,
    Number(caseId),
  )
  return row
}
const refused = (asked: Promise<unknown>, parameter: string, message: RegExp) =>
  assert.rejects(asked, (error) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.equal(error.kind.name, 'invalidInput')
    assert.equal(error.flaws[0]?.parameter, parameter)
    assert.match(error.flaws[0].message, message)
    return true
  })

const refusedAs = (asked: Promise<unknown>, name: string) =>
  assert.rejects(asked, (error) => error instanceof Refusal && error.kind.name === name)

test('a clarification starts the clock afresh, and the history tells both dates', async () => {
  const caseId = await open('2026-03-02')
  assert.equal(await dueOf(caseId), '2026-03-31')
  await record(caseId, 'clarification_requested', '2026-03-09')
  assert.deepEqual((await respond(caseId))?.['state'], 'stopped')
  await record(caseId, 'clarification_received', '12/03/2026')
  assert.equal(await dueOf(caseId), '2026-04-14')
  assert.deepEqual(await lastEvent(caseId), {
    kind: 'clockEventRecorded',
    actor: 'Sam Dee',
    particulars: {
      event: 'clarification_received',
      on: '2026-03-12',
      until: null,
      moves: [
        { track: 'main', stage: 'answer', code: 'respond', before: null, after: '2026-04-14' },
      ],
    },
  })
})

test('an event before receipt, in the future, or of no use to the clock is refused', async () => {
  const caseId = await open('2026-03-02')
  await refused(
    record(caseId, 'fees_notice_given', '2026-03-01'),
    'Date',
    /before receipt, 2 March 2026/,
  )
  await refused(
    record(caseId, 'fees_notice_given', '2026-03-15'),
    'Date',
    /in the future: today is 14 March/,
  )
  await refused(
    record(caseId, 'investigation_concluded', '2026-03-10'),
    'Event',
    /no effect .* \(FOI_RESPONSE\)/,
  )
  await refused(record(caseId, 'tea_made', '2026-03-10'), 'Event', /not one that the clock/)
  await refused(record(caseId, 'fees_notice_given', '2026-02-30'), 'Date', /cannot be read/)
})

test('an answer to no question, a second stop and an extension told too late name the rule', async () => {
  const caseId = await open('2026-03-02')
  await refused(
    record(caseId, 'clarification_received', '2026-03-05'),
    'Date',
    /Freedom of Information Act 2000/,
  )
  await record(caseId, 'fees_notice_given', '2026-03-04')
  await refused(
    record(caseId, 'fees_notice_given', '2026-03-06'),
    'Date',
    /stops the clock for it since 4 March 2026/,
  )
  const late = await open('2026-02-02', 'Environmental request')
  await refused(
    record(late, 'extension_notified', '2026-03-13'),
    'Date',
    /had to be told by 2 March 2026/,
  )
})

test('a local time that the clocks skipped or that came twice is asked back', async () => {
  const caseId = await open('2025-10-20')
  const correct = (Received: string) =>
    perform(correctReceipt, { CaseId: caseId, Received, Reason: 'Found in the post room' })
  await refused(correct('2025-10-26T01:30'), 'Received', /came twice on 26 October 2025/)
  await refused(correct('2025-03-30T01:30'), 'Received', /There was no 01:30 on 30 March 2025/)
  await correct('2025-10-26T01:30+01:00')
  const [row] = await stage.rows(
    'select received_at as at from cases where organisation_id = $1 and case_id = $2',
    Number(caseId),
  )
  assert.deepEqual(row, { at: new Date('2025-10-26T00:30:00Z') })
})

test('correcting the receipt moves the date, keeps the old one, and the stage begins anew', async () => {
  const caseId = await open('2026-03-09')
  const sent = { CaseId: caseId, Reason: 'Came to the other office' }
  await perform(correctReceipt, { ...sent, Received: '2026-03-02', Channel: 'web' })
  assert.equal(await dueOf(caseId), '2026-03-31')
  const [row] = await stage.rows(
    `select c.received_method as method, s.received_on::text as "on" from cases c
     join case_stages s using (organisation_id, case_id)
     where organisation_id = $1 and case_id = $2`,
    Number(caseId),
  )
  assert.deepEqual(row, { method: 'Web', on: '2026-03-02' })
  const unchanged = perform(correctReceipt, { ...sent, Received: '2026-03-02', Channel: 'web' })
  await refused(unchanged, 'Received', /^Nothing was changed/)
  const { particulars } = (await lastEvent(caseId)) as { particulars: { moves: object[] } }
  assert.partialDeepStrictEqual(particulars, {
    before: '2026-03-09',
    after: '2026-03-02',
    moves: [{ before: '2026-04-09', after: '2026-03-31' }],
  })
  await record(caseId, 'fees_notice_given', '2026-03-04')
  await refused(
    perform(correctReceipt, { ...sent, Received: '2026-03-05' }),
    'Received',
    /lies before 5 March 2026/,
  )
  await refused(perform(correctReceipt, { ...sent, Received: '2026-03-15' }), 'Received', /future/)
})

/** Records events of one case, and gives a way to withdraw each by its place among them. */
const recorded = async (caseId: string, ...events: readonly (readonly [string, string])[]) => {
  for (const [event, on] of events) await record(caseId, event, on)
  const ids = await stage.rows(
    `select clock_event_id::int as id from clock_events
     where organisation_id = $1 and case_id = $2 order by 1`,
    Number(caseId),
  )
  return (at: number) => {
    const ClockEvent = String(ids[at]?.['id'])
    return perform(withdrawClockEvent, { CaseId: caseId, ClockEvent, Reason: 'Wrong case' })
  }
}

test('what was recorded in error is withdrawn, and a question that was answered cannot be', async () => {
  const caseId = await open('2026-03-02')
  const withdraw = await recorded(
    caseId,
    ['clarification_requested', '2026-03-04'],
    ['clarification_received', '2026-03-06'],
  )
  await refused(
    withdraw(0),
    'ClockEvent',
    /^“[^”]+” on 6 March 2026 stands on this event: withdraw that one first$/,
  )
  await withdraw(1)
  assert.equal((await respond(caseId))?.['state'], 'stopped')
  await withdraw(0)
  assert.equal(await dueOf(caseId), '2026-03-31')
  await refusedAs(withdraw(0), 'unknownClockEvent')
})

test('an answer cannot be withdrawn while the next question stands, answered or not', async () => {
  const caseId = await open('2026-03-02')
  const withdraw = await recorded(
    caseId,
    ['clarification_requested', '2026-03-03'],
    ['clarification_received', '2026-03-05'],
    ['clarification_requested', '2026-03-09'],
    ['clarification_received', '2026-03-09'],
  )
  const due = await dueOf(caseId)
  await refused(withdraw(1), 'ClockEvent', /on 9 March 2026 stands on this event/)
  assert.equal(await dueOf(caseId), due)
  await withdraw(3)
  await refused(withdraw(1), 'ClockEvent', /on 9 March 2026 stands on this event/)
  await withdraw(2)
  await withdraw(1)
  assert.equal((await respond(caseId))?.['state'], 'stopped')
})

test('a question cannot be withdrawn for the next one to take over its answer', async () => {
  const withdraw = await recorded(
    await open('2026-03-02'),
    ['fees_notice_given', '2026-03-04'],
    ['fee_received', '2026-03-06'],
    ['fees_notice_given', '2026-03-06'],
    ['clarification_requested', '2026-03-09'],
  )
  await refused(withdraw(0), 'ClockEvent', /on 6 March 2026 stands on this event/)
  await refused(withdraw(1), 'ClockEvent', /on 6 March 2026 stands on this event/)
  await withdraw(2)
  await withdraw(1)
})

test('a date set by hand stands beside the derived one until it is lifted', async () => {
  const caseId = await open('2026-03-02')
  const sent = { CaseId: caseId, Deadline: 'respond', Reason: 'Agreed with the customer' }
  await perform(overrideDeadline, { ...sent, Due: '2026-03-20' })
  assert.deepEqual(await respond(caseId), {
    state: 'running',
    dueOn: '2026-03-20',
    derived: '2026-03-31',
    reason: 'Agreed with the customer',
    by: 'Sam Dee',
  })
  await record(caseId, 'fees_notice_given', '2026-03-04')
  await record(caseId, 'fee_received', '2026-03-05')
  assert.partialDeepStrictEqual(await respond(caseId), {
    dueOn: '2026-03-20',
    derived: '2026-04-02',
  })
  await perform(liftOverride, sent)
  assert.partialDeepStrictEqual(await respond(caseId), { dueOn: '2026-04-02', reason: null })
  await refused(perform(liftOverride, sent), 'Deadline', /set by hand/)
  await refusedAs(
    perform(overrideDeadline, { ...sent, Deadline: 'none', Due: '2026-03-20' }),
    'unknownDeadline',
  )
})

test('two who record at once are taken one after the other: the second stop is refused', async () => {
  const caseId = await open('2026-03-02')
  const both = await Promise.allSettled([
    record(caseId, 'fees_notice_given', '2026-03-04'),
    record(caseId, 'fees_notice_given', '2026-03-04'),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  await record(caseId, 'fee_received', '2026-03-05')
  assert.equal(await dueOf(caseId), '2026-04-02')
})

test('only managers set dates by hand, and front-line staff record nothing', async () => {
  const caseId = await open('2026-03-02')
  const sent = { CaseId: caseId, Deadline: 'respond', Due: '2026-03-20', Reason: 'x' }
  const may = (operation: Operation, given: Sent, role: 'case worker' | 'front line' | 'manager') =>
    stage.perform(operation, given, stage.actor(role))
  await refusedAs(may(overrideDeadline, sent, 'case worker'), 'notPermitted')
  const event = { CaseId: caseId, Event: 'fees_notice_given', Date: '2026-03-04' }
  await refusedAs(may(recordClockEvent, event, 'front line'), 'notPermitted')
  await may(recordClockEvent, event, 'case worker')
  await may(overrideDeadline, sent, 'manager')
})
