import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { updateCase } from '#domain/attributes/index.ts'
import { overrideDeadline, recordClockEvent } from '#domain/clock-events/index.ts'
import { caseStage, type CaseStage } from '#test/case-stage.ts'
import { getDeadlines, type ShownDeadline } from './index.ts'

let stage: CaseStage
before(async () => {
  stage = await caseStage()
  await stage.publish({
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
          ],
          outcomes: [{ code: 'answered', leadsTo: 'closure' }],
        },
      ],
    },
  })
})
after(() => stage.close())

const open = async (RequestDate: string) => {
  const { caseId } = await stage.create({ Type: 'Request', RequestDate })
  return String(caseId)
}
const shown = async (CaseId: string, more: object = {}) => {
  const deadlines = await stage.perform(getDeadlines, { CaseId, ...more })
  return deadlines as readonly ShownDeadline[]
}
const record = (CaseId: string, Event: string, date: string) =>
  stage.perform(recordClockEvent, { CaseId, Event, Date: date })

test('each deadline says when it is due, how many working days are left and why', async () => {
  const [respond, acknowledge] = await shown(await open('2026-03-07T18:00:00'))
  assert.partialDeepStrictEqual(respond, {
    code: 'respond',
    mark: 'Due',
    summary: 'Due 8 April 2026, 15 working days left',
    dueOn: '2026-04-08',
    rule: 'FOI_RESPONSE',
    source: 'Freedom of Information Act 2000, section 10(1)',
  })
  const why = respond?.explanation.join('\n') ?? ''
  assert.match(
    why,
    /St Patrick's Day \(Northern Ireland\), 17 March 2026; Good Friday, 3 April 2026/,
  )
  assert.match(why, /Rule “Answer to a freedom of information request”, version 2005: /)
  assert.equal(acknowledge?.summary, 'Due 13 March 2026, late')
})

test('what is due at a moment is told with its hours, and is late once that has passed', async () => {
  await stage.publish({
    name: 'Hazard',
    procedure: {
      stages: [
        {
          code: 'safe',
          number: 1,
          deadlines: [{ code: 'safe', rule: 'AWAAB_EMERGENCY', from: 'received' }],
          outcomes: [{ code: 'done', leadsTo: 'closure' }],
        },
      ],
    },
  })
  const received = stage.clock.now().toISOString().slice(0, 19)
  const { caseId } = await stage.create({ Type: 'Hazard', RequestDate: received })
  const summary = async (after: number) => {
    const given = stage.clock.now()
    stage.clock.set(new Date(given.getTime() + after * 60_000).toISOString())
    const [safe] = await shown(String(caseId))
    stage.clock.set(given.toISOString())
    return [safe?.mark, safe?.summary]
  }
  const due = 'Due 15 March 2026 at 9:30am'
  assert.deepEqual(await summary(0), ['Due soon', `${due}, 24 hours left`])
  assert.deepEqual(await summary(23 * 60 + 1), ['Due soon', `${due}, less than an hour left`])
  assert.deepEqual(await summary(24 * 60 + 90), ['Late', `${due}, 1 hour late`])
  assert.deepEqual(await summary(80 * 60), ['Late', `${due}, 2 days late`])
})

test('the customer reads the same without the versions', async () => {
  const [respond] = await shown(await open('2026-03-07'), { SelfService: 'true' })
  const why = respond?.explanation.join('\n') ?? ''
  assert.match(why, /by the end of 8 April 2026/)
  assert.doesNotMatch(why, /version/)
})

test('a stopped clock, a deadline that was met and one set by hand are told as such', async () => {
  const caseId = await open('2026-03-02')
  await record(caseId, 'acknowledged', '2026-03-04')
  await record(caseId, 'clarification_requested', '2026-03-09')
  const [stopped, met] = await shown(caseId)
  // that it was met by this stands in the summary; nothing else could come of it
  assert.doesNotMatch(met?.explanation.join(' ') ?? '', /"Acknowledged".* moves nothing/)
  assert.deepEqual(
    [stopped?.summary, met?.summary],
    ['Clock stopped. Clarification outstanding since 9 March 2026', 'Met on 4 March 2026, in time'],
  )
  await record(caseId, 'clarification_received', '2026-03-12')
  const update = { CaseId: caseId, CurrentTargetDate: '2026-03-20' }
  assert.deepEqual(await stage.perform(updateCase, update), { caseId: Number(caseId) })
  const [byHand] = (await shown(caseId)).filter(({ code }) => code === 'respond')
  assert.partialDeepStrictEqual(byHand, {
    dueOn: '2026-03-20',
    derivedDueOn: '2026-04-14',
    overrideReason: 'Set by Website through updatecase',
  })
  assert.match(byHand?.explanation[1] ?? '', /By its rule it would be 14 April 2026/)
  const [row] = await stage.rows(
    'select target_on::text as "on" from cases where organisation_id = $1 and case_id = $2',
    Number(caseId),
  )
  assert.deepEqual(row, { on: '2026-03-20' })
})

test('what a deadline counts from and is met by is not said to move nothing', async () => {
  const fee = {
    code: 'fee',
    rule: 'FOI_FEE_WINDOW',
    from: { event: 'fees_notice_given' },
    metBy: { event: 'fee_received' },
  }
  const respond = { code: 'respond', rule: 'FOI_RESPONSE', from: 'received' }
  const outcomes = [{ code: 'answered', leadsTo: 'closure' }]
  const stages = [{ code: 'answer', deadlines: [respond, fee], outcomes }]
  await stage.publish({ name: 'PaidRequest', procedure: { stages } })
  const opened = await stage.create({ Type: 'PaidRequest', RequestDate: '2026-03-02' })
  const caseId = String(opened.caseId)
  await record(caseId, 'fees_notice_given', '2026-03-05')
  await record(caseId, 'fee_received', '2026-03-06')
  const all = await shown(caseId)
  const why = (wanted: string) =>
    all.find(({ code }) => code === wanted)?.explanation.join(' ') ?? ''
  assert.match(why('fee'), /fees notice is given: 5 March 2026/)
  assert.doesNotMatch(why('fee'), /moves nothing/)
  assert.match(why('respond'), /Fee notice outstanding, 2 days/)
})

test('the customer reads that a date was set by hand, and neither why nor by whom', async () => {
  const CaseId = await open('2026-03-02')
  const Reason = 'Mr Quill rang in anger'
  const set = { CaseId, Deadline: 'respond', Due: '2026-03-20', Reason }
  await stage.perform(overrideDeadline, set)
  const wire = getDeadlines.returns
  assert.ok(typeof wire === 'object')
  const json = async (more: object) =>
    JSON.stringify(wire.toJson(await shown(CaseId, more), { documentUrl: () => '' }))
  assert.match(await json({}), /"OverrideReason":"Mr Quill rang in anger".* Reason: Mr Quill/)
  const toCustomer = await json({ SelfService: 'true' })
  assert.match(toCustomer, /"The date was set by hand to 20 March 2026\."/)
  assert.doesNotMatch(toCustomer, /Reason|Quill|Sam Dee/)
})

test('a target date set on a case without deadlines is kept as it was sent', async () => {
  await stage.perform(updateCase, { CaseId: '700122', CurrentTargetDate: '2026-03-21' })
  const [row] = await stage.rows(
    'select target_on::text as "on" from cases where organisation_id = $1 and case_id = $2',
    700122,
  )
  assert.deepEqual(row, { on: '2026-03-21' })
  assert.deepEqual(await shown('700122'), [])
})

test('on the wire a deadline is one element or object, with a line of explanation after the other', async () => {
  const deadlines = await shown(await open('2026-03-07'))
  const context = { documentUrl: () => '' }
  const xml = getDeadlines.returns
  assert.ok(typeof xml === 'object')
  const written = xml.toXml(deadlines, context)
  assert.equal(written.name, 'Deadlines')
  const [first] = written.content as unknown as {
    attributes: object
    content: { name: string }[]
  }[]
  assert.partialDeepStrictEqual(first?.attributes, { Code: 'respond', DueDate: '2026-04-08' })
  assert.equal(first?.content[0]?.name, 'Explanation')
  const [json] = xml.toJson(deadlines, context) as { Code: string; Explanation: string[] }[]
  assert.equal(json?.Explanation.length, first?.content.length)
})
