import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarsOf } from '#domain/calendar/index.ts'
import {
  allRules,
  deadlineOf,
  due,
  explain,
  explanationInWords,
  readEvent,
  ruleOf,
  withNumber,
  workingDaysLeft,
  type Circumstances,
} from './index.ts'

const at = (on: string, ...events: readonly string[]): Circumstances => ({
  received: { on },
  nation: 'england',
  events: events.map(readEvent),
})
const words = (
  rule: string,
  circumstances: Circumstances,
  reader: 'staff' | 'customer' = 'staff',
) => explanationInWords(explain(due(rule, circumstances)), reader).join('\n')

test('each question that was answered is told, not only the last', () => {
  const asked = ['clarification_requested=2027-03-09', 'clarification_received=2027-03-12']
  const again = ['clarification_requested=2027-03-15', 'clarification_received=2027-03-16']
  const told = words('FOI_RESPONSE', at('2027-03-06', ...asked, ...again), 'customer')
  assert.match(told, /started afresh on 12 March 2027: the question of 9 March 2027/)
  assert.match(told, /starts afresh on 16 March 2027: the question of 15 March 2027/)
})

test('a request of a Saturday, clarified and paid for, is explained day by day', () => {
  const events = [
    'clarification_requested=2026-06-10',
    'clarification_received=2026-06-20',
    'fees_notice_given=2026-07-01',
    'fee_received=2026-07-08',
  ]
  const found = explain(due('FOI_RESPONSE', at('2026-06-06', ...events)))
  assert.equal(found.deadline.dueOn, '2026-07-28')
  assert.equal(found.counted.length, 20)
  assert.deepEqual(
    [found.counted[0], found.counted.at(-1)],
    [
      { on: '2026-06-22', number: 1 },
      { on: '2026-07-28', number: 20 },
    ],
  )
  const names = found.skipped.map(({ on, name }) => `${on} ${name}`)
  assert.ok(
    names.includes(
      "2026-07-13 Battle of the Boyne (Orangemen's Day) (substitute day) (Northern Ireland)",
    ),
  )
  assert.equal(names.filter((each) => each.endsWith('Fee notice outstanding')).length, 6)
  assert.ok(names.includes('2026-07-04 Saturday'))
  assert.deepEqual(found.deadline.restarts, [
    { name: 'Clarification outstanding', askedOn: '2026-06-10', answeredOn: '2026-06-20' },
  ])
  const said = explanationInWords(found, 'staff').join('\n')
  assert.match(said, /by the end of 28 July 2026/)
  assert.match(said, /received: 6 June 2026/)
  assert.match(said, /afresh on 20 June 2026/)
  assert.match(
    said,
    /Saturdays and Sundays; Fee notice outstanding, 6 days between 1 July 2026 and 8 July 2026/,
  )
  assert.match(
    said,
    /Rule “Answer to a freedom of information request”, version 2005: Freedom of Information Act 2000, section 10\(1\)/,
  )
})

test('a customer reads the same without the names of rules and calendars', () => {
  const said = words('FOI_RESPONSE', at('2026-06-06'), 'customer')
  assert.match(said, /by the end of 6 July 2026/)
  assert.match(said, /World Cup bank holiday \(Scotland\), 15 June 2026/)
  assert.doesNotMatch(said, /FOI_RESPONSE|version|Calendar/)
})

test('a month tells its steps', () => {
  const found = explain(
    due(
      'SAR_RESPONSE',
      at('2026-04-23', 'clarification_requested=2026-05-05', 'clarification_received=2026-05-05'),
    ),
  )
  assert.deepEqual(found.steps, [
    { what: 'counted', on: '2026-05-23' },
    { what: 'with days left out', on: '2026-05-24' },
    { what: 'moved to a working day', on: '2026-05-26' },
  ])
  assert.deepEqual(
    found.skipped.map(({ name }) => name),
    ['Clarification outstanding', 'Sunday', 'Spring bank holiday'],
  )
})

test('a stopped clock says since when, and what the date would have been', () => {
  const found = due('FOI_RESPONSE', at('2026-06-06', 'fees_notice_given=2026-06-09'))
  assert.deepEqual(
    [found.state, found.dueOn, found.wouldHaveBeen, found.open[0]?.since],
    ['stopped', undefined, '2026-07-06', '2026-06-09'],
  )
  assert.match(
    words('FOI_RESPONSE', at('2026-06-06', 'fees_notice_given=2026-06-09')),
    /no date. Fee notice outstanding since 9 June 2026. Without that it would have been 6 July 2026/,
  )
})

test('a late extension is told with the rule, and what moves nothing is told', () => {
  const said = words('EIR_RESPONSE', at('2026-06-06', 'extension_notified=2026-07-07'))
  assert.match(
    said,
    /told on 7 July 2026 does not count: it had to be told by 6 July 2026, .*regulation 7\)/,
  )
  assert.match(
    words('HO_S1_RESPONSE', at('2026-06-06', 'clarification_requested=2026-06-08')),
    /recorded and moves nothing: “Answer to a housing complaint” .* stops no clock/,
  )
})

test('a complaint that nobody acknowledged runs from the last day to acknowledge', () => {
  const found = due('HO_S1_RESPONSE', at('2026-06-06'))
  assert.deepEqual([found.startsOn, found.startsBecause], ['2026-06-12', 'last permitted day'])
  assert.match(words('HO_S1_RESPONSE', at('2026-06-06')), /No acknowledgement is recorded/)
})

test('every rule is explained in whole sentences to both readers', () => {
  for (const { id } of allRules)
    for (const reader of ['staff', 'customer'] as const) {
      const received = { on: '2027-05-08', at: '2027-05-08T10:00:00Z' }
      const sentences = explanationInWords(explain(due(id, { received, nation: 'wales' })), reader)
      for (const each of sentences) assert.match(each, /^\S.*\.$/, id)
      assert.doesNotMatch(sentences.join(), /undefined|null|NaN/, id)
    }
})

test('an old case keeps its answer under the version it was counted by', () => {
  const now = due('SAR_RESPONSE', at('2026-02-06'))
  const old = due('SAR_RESPONSE', { ...at('2026-02-06'), version: '2018' })
  assert.deepEqual(
    [now.version, now.basis, old.version, old.basis],
    ['2026-02', 'statute', '2018', 'guidance'],
  )
  assert.equal(due('SAR_RESPONSE', at('2026-02-04')).version, '2018')
  assert.equal(due('SAR_RESPONSE', at('2026-02-05')).version, '2026-02')
  assert.throws(
    () => due('SAR_RESPONSE', { ...at('2026-02-06'), version: '1998' }),
    /has no version "1998"; it has: 2018, 2026-02/,
  )
})

test('a rule is refused for a day before it applied', () => {
  assert.throws(
    () => due('DP_COMPLAINT_ACK', at('2026-06-18')),
    /DP_COMPLAINT_ACK did not apply before 19 June 2026/,
  )
  assert.equal(due('DP_COMPLAINT_ACK', at('2026-06-19')).state, 'due')
  assert.throws(
    () => due('AWAAB_INVESTIGATION', at('2025-10-26')),
    /did not apply before 27 October 2025/,
  )
})

test('a rule without a number has no date until an organisation sets one, and only where it may', () => {
  const stairs = ruleOf('STAIRS_RESPONSE')
  const unsettled = deadlineOf(stairs, at('2027-05-08'))
  assert.deepEqual([unsettled.state, unsettled.dueOn], ['unsettled', undefined])
  assert.match(unsettled.because ?? '', /not settled: set its working days/)
  const settled = deadlineOf(withNumber(stairs, 20), at('2027-05-08'))
  assert.deepEqual([settled.dueOn, settled.version], ['2027-06-07', '2027-04/20'])
  assert.equal(
    deadlineOf(withNumber(ruleOf('MEMBER_ENQUIRY'), 5), at('2027-05-08')).dueOn,
    '2027-05-14',
  )
  assert.throws(() => withNumber(ruleOf('FOI_RESPONSE'), 25), /not an organisation's to set/)
  assert.throws(() => withNumber(stairs, 0), /whole number/)
})

test('local closures move what an organisation sets itself and nothing that law sets', () => {
  const closures = [{ from: '2027-05-10', to: '2027-05-11', name: 'Office move' }]
  const own = due('MEMBER_ENQUIRY', { ...at('2027-05-08'), closures })
  assert.deepEqual(
    [due('MEMBER_ENQUIRY', at('2027-05-08')).dueOn, own.dueOn],
    ['2027-05-21', '2027-05-25'],
  )
  assert.ok(
    explain(own).skipped.some(({ kind, name }) => kind === 'closure' && name === 'Office move'),
  )
  const statutory = due('FOI_RESPONSE', { ...at('2027-05-08'), closures })
  assert.equal(statutory.dueOn, due('FOI_RESPONSE', at('2027-05-08')).dueOn)
  assert.match(
    statutory.movedNothing[0]?.because ?? '',
    /local closures never move “Answer to a freedom of information request”/,
  )
})

test('a closure is told only where it lies on the days counted', () => {
  const closed = (from: string, to: string) => ({ from, to, name: 'Office move' })
  const closures = [
    closed('2027-05-04', '2027-05-08'),
    closed('2027-05-08', '2027-05-09'),
    closed('2027-06-07', '2027-06-08'),
    closed('2027-06-08', '2027-06-09'),
  ]
  // 31 May is a bank holiday
  const found = due('FOI_RESPONSE', { ...at('2027-05-08'), closures })
  assert.equal(found.dueOn, '2027-06-07')
  assert.deepEqual(
    found.movedNothing.map(({ on }) => on),
    ['2027-05-08', '2027-06-07'],
  )
  const unsettled = due('AWAAB_SUMMARY', { ...at('2027-05-08'), closures })
  assert.deepEqual(unsettled.movedNothing, [])
})

test('one of anything is told as one', () => {
  const counted = (number: number) => {
    const one = withNumber(ruleOf('MEMBER_ENQUIRY'), number)
    return explanationInWords(explain(deadlineOf(one, at('2027-05-08'))), 'staff').join(' ')
  }
  assert.match(counted(1), / 1 working day is counted; /)
  assert.match(counted(2), / 2 working days are counted; /)
})

test('a count into a year without bank holidays says so, and stops saying so once they are known', () => {
  const found = due('FOI_RESPONSE', at('2028-12-20'))
  assert.equal(found.provisional?.calendarEndsOn, '2028-12-31')
  assert.equal(due('SAR_RESPONSE', at('2028-11-27')).provisional, undefined)
  assert.equal(due('SAR_RESPONSE', at('2028-12-01')).provisional?.yearWithoutEntries, 2029)
  assert.equal(due('CT_REMINDER_PAY_BY', at('2031-05-09')).provisional, undefined)
  const added = (['england-and-wales', 'scotland', 'northern-ireland'] as const).map(
    (division) => ({
      division,
      on: '2029-01-01',
      title: "New Year's Day",
    }),
  )
  const calendars = calendarsOf({ added })
  const known = due('FOI_RESPONSE', { ...at('2028-12-20'), calendars })
  assert.deepEqual([known.provisional, known.dueOn], [undefined, '2029-01-22'])
  assert.notEqual(known.calendar?.version, found.calendar?.version)
})

test('Christmas Day and Boxing Day are no clear days on a Saturday either', () => {
  const rule = 'ENFORCEMENT_NOTICE_EARLIEST'
  assert.equal(due(rule, at('2027-12-20')).dueOn, '2028-01-01')
  assert.equal(due(rule, at('2026-12-18')).dueOn, '2026-12-31')
  const told = words(rule, at('2027-12-20'))
  assert.match(
    told,
    /do not count: Sundays; Christmas Day, 25 December 2027; Christmas Day \(subst/,
  )
  assert.match(told, /Good Friday and Christmas Day are no such days/)
})

test('a count past the last year is refused and not made up', () => {
  for (const id of ['FOI_RESPONSE', 'SAR_RESPONSE', 'ENFORCEMENT_NOTICE_EARLIEST'])
    assert.throws(() => due(id, at('2099-12-29')), /does not go past the year 2099/, id)
  assert.throws(() => due('FOI_RESPONSE', at('2100-01-01')), /no day to count from/)
})

test('a deadline cannot be changed by whoever holds it', () => {
  assert.ok(Object.isFrozen(due('FOI_RESPONSE', at('2026-06-06'))))
})

test('hours need a time of day', () => {
  assert.throws(
    () => due('DP_BREACH_ICO', at('2026-06-06')),
    /counts hours, so it needs the time of day/,
  )
})

test('working days left are counted as the deadline counts them', () => {
  const plain = due('FOI_RESPONSE', at('2026-06-06'))
  assert.equal(workingDaysLeft(plain, '2026-06-06'), 20)
  assert.equal(workingDaysLeft(plain, '2026-07-06'), 0)
  assert.equal(workingDaysLeft(plain, '2026-07-08'), -2)
  const paid = due(
    'FOI_RESPONSE',
    at('2026-06-06', 'fees_notice_given=2026-06-09', 'fee_received=2026-06-10'),
  )
  assert.equal(workingDaysLeft(paid, '2026-06-06'), 20)
  assert.equal(
    workingDaysLeft(
      due('FOI_RESPONSE', at('2026-06-06', 'fees_notice_given=2026-06-09')),
      '2026-06-06',
    ),
    undefined,
  )
})
