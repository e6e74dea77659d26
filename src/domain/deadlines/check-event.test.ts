import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkEvent, checkEvents, due, readEvent, ruleOf, type Circumstances } from './index.ts'

const having = (...events: readonly string[]): Circumstances => ({
  received: { on: '2026-09-01' },
  nation: 'england',
  events: events.map(readEvent),
})
const verdict = (rule: string, before: readonly string[], event: string) => {
  const found = checkEvent(ruleOf(rule), having(...before), readEvent(event))
  return found.isAccepted ? (found.movesNothing ?? 'moves') : found.refused
}
const refused = (rule: string, before: readonly string[], event: string) => {
  const found = verdict(rule, before, event)
  if (typeof found === 'string') assert.fail(`${event} was accepted: ${found}`)
  return found
}

test('a question and its answer are taken', () => {
  assert.equal(verdict('FOI_RESPONSE', [], 'clarification_requested=2026-09-03'), 'moves')
  assert.equal(
    verdict(
      'FOI_RESPONSE',
      ['clarification_requested=2026-09-03'],
      'clarification_received=2026-09-09',
    ),
    'moves',
  )
})

test('what lies before receipt is refused with the rule', () => {
  const { reason, message } = refused('FOI_RESPONSE', [], 'clarification_requested=2026-08-31')
  assert.equal(reason, 'eventBeforeReceipt')
  assert.match(
    message,
    /31 August 2026 lies before 1 September 2026.*“Answer to a freedom of information request” \(Freedom/,
  )
})

test('an answer to no question is refused', () => {
  const { reason, message } = refused('SAR_RESPONSE', [], 'id_received=2026-09-09')
  assert.equal(reason, 'answerWithoutQuestion')
  assert.match(
    message,
    /“Answer to a subject access request, or to another right” \(UK GDPR, Article 12A/,
  )
  const early = ['clarification_requested=2026-09-09']
  assert.equal(
    refused('SAR_RESPONSE', early, 'clarification_received=2026-09-08').reason,
    'answerWithoutQuestion',
  )
})

test('a second stop is refused while one is open, and taken on the day of the answer', () => {
  const open = ['fees_notice_given=2026-09-03']
  assert.equal(refused('FOI_RESPONSE', open, 'fees_notice_given=2026-09-04').reason, 'secondStop')
  // a stop of another kind is another matter
  assert.equal(verdict('FOI_RESPONSE', open, 'clarification_requested=2026-09-04'), 'moves')
  const answered = [...open, 'fee_received=2026-09-10']
  assert.equal(verdict('FOI_RESPONSE', answered, 'fees_notice_given=2026-09-10'), 'moves')
  assert.equal(
    refused('FOI_RESPONSE', answered, 'fees_notice_given=2026-09-09').reason,
    'secondStop',
  )
})

test('an extension told too late is refused', () => {
  const { reason, message } = refused('EIR_RESPONSE', [], 'extension_notified=2026-09-30')
  assert.equal(reason, 'extensionTooLate')
  assert.match(message, /refused: it had to be told by 29 September 2026, .*regulation 7\)/)
  assert.equal(verdict('EIR_RESPONSE', [], 'extension_notified=2026-09-29'), 'moves')
  const complaint = refused('HO_S1_RESPONSE', [], 'extension_notified=2026-12-01')
  assert.equal(complaint.reason, 'extensionTooLate')
  assert.match(complaint.message, /had to be told by 22 September 2026, .*Complaint Handling Code/)
  assert.equal(verdict('HO_S1_RESPONSE', [], 'extension_notified=2026-09-22'), 'moves')
  const paused = ['clarification_requested=2026-09-10']
  assert.equal(verdict('EIR_RESPONSE', paused, 'extension_notified=2026-09-30'), 'moves')
})

test("the organisation's own target moves with an extension that the law takes, and with no other", () => {
  const target = (...events: string[]) => due('SAR_TARGET', having(...events)).dueOn
  assert.equal(verdict('SAR_TARGET', [], 'extension_notified=2026-09-30'), 'moves')
  const [without, within] = [target(), target('extension_notified=2026-09-30')]
  assert.deepEqual([without, within], ['2026-09-29', '2026-11-24'])
  assert.equal(
    refused('SAR_TARGET', [], 'extension_notified=2026-10-02').reason,
    'extensionTooLate',
  )
  assert.equal(target('extension_notified=2026-10-02'), without)
})

test('a second extension, and a second acknowledgement, are refused', () => {
  const extended = ['extension_notified=2026-09-10']
  assert.equal(
    refused('EIR_RESPONSE', extended, 'extension_notified=2026-09-11').reason,
    'happenedAlready',
  )
  assert.equal(
    refused('HO_S1_RESPONSE', ['acknowledged=2026-09-02'], 'acknowledged=2026-09-03').reason,
    'happenedAlready',
  )
})

test('an event that the rule has no use for is refused, and waiting is recorded', () => {
  assert.equal(
    refused('FOISA_RESPONSE', [], 'extension_notified=2026-09-10').reason,
    'eventNotOfRule',
  )
  assert.match(
    String(verdict('HO_S1_RESPONSE', [], 'clarification_requested=2026-09-03')),
    /Housing Ombudsman.* stops no clock for it/,
  )
})

test('a question after the day then due is recorded and moves nothing', () => {
  const late = 'clarification_requested=2026-09-30'
  assert.match(String(verdict('FOI_RESPONSE', [], late)), /after the day then due/)
  const asked = due('FOI_RESPONSE', having(late))
  assert.deepEqual([asked.state, asked.dueOn], ['due', '2026-09-29'])
  assert.deepEqual(
    asked.movedNothing.map(({ event, on }) => [event, on]),
    [['clarification_requested', '2026-09-30']],
  )
  const answered = due('FOI_RESPONSE', having(late, 'clarification_received=2026-10-05'))
  assert.deepEqual([answered.dueOn, answered.movedNothing.length], ['2026-09-29', 2])
  // on the last day itself it is in time
  assert.equal(
    due('FOI_RESPONSE', having('clarification_requested=2026-09-29')).wouldHaveBeen,
    '2026-09-29',
  )
})

test('a question asked after an extended day is late, one before it is not', () => {
  const told = 'extension_notified=2026-09-28'
  const inTime = due('EIR_RESPONSE', having(told, 'clarification_requested=2026-10-20'))
  assert.equal(inTime.state, 'stopped')
  const late = due('EIR_RESPONSE', having(told, 'clarification_requested=2026-10-28'))
  assert.deepEqual([late.state, late.dueOn], ['due', '2026-10-27'])
})

test('names and dates that cannot be are refused', () => {
  assert.throws(() => readEvent('fee_recieved=2026-09-01'), /There is no event "fee_recieved"/)
  assert.throws(() => readEvent('fee_received=2026-09-31'), /cannot be read/)
  assert.throws(() => readEvent('constructor=2026-09-01'), /There is no event/)
  const unknown = { name: 'toString', on: '2026-09-02' } as unknown as ReturnType<typeof readEvent>
  const found = checkEvent(ruleOf('FOI_RESPONSE'), having(), unknown)
  assert.ok(!found.isAccepted && found.refused.reason === 'unknownEvent')
  assert.throws(() => ruleOf('FOI'), /There is no rule "FOI"/)
  const circumstances = { received: { on: '2026-09-01' }, nation: 'mercia' as 'england' }
  assert.throws(() => due('FOI_RESPONSE', circumstances), /There is no nation "mercia"/)
})

test('events that come all at once are judged together, whatever order they stand in', () => {
  const events = [
    'clarification_requested=2026-09-09',
    'clarification_received=2026-09-09',
    'clarification_requested=2026-09-03',
  ]
  checkEvents(ruleOf('FOI_RESPONSE'), having(...events))
  checkEvents(ruleOf('FOI_RESPONSE'), having(...events.toReversed()))
  assert.throws(
    () =>
      checkEvents(ruleOf('FOI_RESPONSE'), having(...events, 'clarification_requested=2026-09-10')),
    /10 September 2026 is refused.*since 9 September 2026 already/,
  )
})
