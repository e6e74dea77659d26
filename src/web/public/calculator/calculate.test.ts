import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  allRules,
  checkEvents,
  deadlineOf,
  readVectors,
  ruleOf,
  writtenAnswer,
} from '#domain/deadlines/index.ts'
import { calculatorFields, typedDate } from '#test/calculator-fields.ts'
import { calculate } from './calculate.ts'
import { otherRules, ruleGroups } from './rule-groups.ts'

const file = fileURLToPath(
  new URL('../../../../test/vectors/deadline-vectors.csv', import.meta.url),
)
const { vectors } = readVectors(readFileSync(file, 'utf8'))
const today = '2027-05-24'

const fields = (received: string, more: Readonly<Record<string, string>> = {}) => ({
  rule: 'FOI_RESPONSE',
  nation: 'england',
  ...Object.fromEntries(typedDate('received', received)),
  ...more,
})
const on = (prefix: string, date: string) => Object.fromEntries(typedDate(prefix, date))
const flawsOf = (typed: Readonly<Record<string, string>>) =>
  calculate(typed, today).flaws.map(({ parameter, message }) => `${parameter}: ${message}`)

test('every example of the file has the date that is expected, and the same as by the command', () => {
  assert.ok(vectors.length > 150)
  for (const vector of vectors) {
    const { flaws, answer } = calculate(calculatorFields(vector), today)
    assert.deepEqual(flaws, [], vector.id)
    assert.ok(answer)
    const { received, nation, events } = vector
    const rule = ruleOf(vector.rule)
    checkEvents(rule, { received, nation, events })
    assert.deepEqual(answer.deadline, deadlineOf(rule, { received, nation, events }), vector.id)
    const written = writtenAnswer(answer.deadline)
    const isSame =
      written === vector.expected || Date.parse(written) === Date.parse(vector.expected)
    assert.ok(isSame, `${vector.id}: ${written} is not ${vector.expected}`)
  }
})

test('every rule can be chosen, under a law of its own', () => {
  const chosen = ruleGroups.flatMap(({ rules }) => rules.map(({ id }) => id))
  assert.deepEqual(chosen.toSorted(), allRules.map(({ id }) => id).toSorted())
  assert.ok(!ruleGroups.some(({ title }) => title === otherRules))
})

test('nothing is wrong with a form that nobody has sent, or that asks for another row', () => {
  for (const typed of [
    {},
    { rule: 'SAR_RESPONSE' },
    fields('2027-05-10', { add: 'fee_received', nation: '' }),
  ])
    assert.deepEqual(
      [calculate(typed, today).flaws, calculate(typed, today).answer],
      [[], undefined],
    )
})

test('all that is missing is told at once', () => {
  assert.deepEqual(flawsOf({ rule: '', 'received-day': '' }), [
    'rule: Select what the deadline is for',
    'nation: Select where the organisation is',
    'received-day: Enter the date received',
  ])
  assert.deepEqual(flawsOf(fields('2027-05-10', { rule: 'toString', nation: 'cornwall' })), [
    'rule: Select what the deadline is for',
    'nation: Select where the organisation is',
  ])
})

test('a local time that clocks skipped or showed twice is asked back, and either clock settles it', () => {
  for (const [day, question, hints] of [
    [
      '2027-03-28',
      /^clock: There was no 1:30am on 28 March 2027/,
      [/showed 12:30am/, /showed 2:30am/],
    ],
    ['2027-10-31', /^clock: 1:30am came twice on 31 October 2027/, [/^The first/, /^The second/]],
  ] as const) {
    const typed = fields(day, { rule: 'AWAAB_EMERGENCY', time: '1:30am' })
    assert.match(flawsOf(typed).join(), question)
    const { doubt } = calculate(typed, today)
    doubt?.choices.forEach(({ hint }, at) => assert.match(hint, hints[at] ?? /^$/))
    const dues = ['BST', 'GMT'].map(
      (clock) => calculate({ ...typed, clock }, today).answer?.deadline.dueAt ?? '',
    )
    assert.equal(Date.parse(dues[1] ?? '') - Date.parse(dues[0] ?? ''), 3_600_000)
    assert.deepEqual(flawsOf({ ...typed, clock: 'CET' }).length, 1)
  }
})

test('a clock that was chosen for another time changes nothing of one that is certain', () => {
  const typed = fields('2027-05-10', { rule: 'AWAAB_EMERGENCY', time: '18:00' })
  const plain = calculate(typed, today).answer?.deadline
  assert.deepEqual(calculate({ ...typed, clock: 'GMT' }, today).answer?.deadline, plain)
  assert.equal(plain?.dueAt, '2027-05-11T18:00:00+01:00')
})

test('a deadline in hours asks for the time, in words of the page', () => {
  assert.deepEqual(flawsOf(fields('2027-05-10', { rule: 'AWAAB_EMERGENCY' })), [
    'time: Enter the time received: this deadline is counted in hours',
  ])
})

test('each event that a rule forbids is told at its field, and those that it allows are not', () => {
  assert.deepEqual(
    calculate(
      fields('2027-05-10', {
        ...on('clarification_requested-2', '2027-05-12'),
        ...on('clarification_received-1', '2027-05-12'),
        ...on('clarification_received-3', '2027-05-13'),
        ...on('fees_notice_given-1', '2027-05-09'),
        ...on('fees_notice_given-2', '2027-05-14'),
        ...on('fees_notice_given-3', '2027-05-17'),
      }),
      today,
    ).flaws.map(({ parameter }) => parameter),
    ['fees_notice_given-1-day', 'clarification_received-3-day', 'fees_notice_given-3-day'],
  )
})

test('one question may be asked on the day on which another is answered', () => {
  const { flaws, answer } = calculate(
    fields('2027-05-10', {
      ...on('fees_notice_given-1', '2027-05-11'),
      ...on('fee_received-1', '2027-05-12'),
      ...on('fees_notice_given-2', '2027-05-12'),
    }),
    today,
  )
  assert.deepEqual([flaws, answer?.deadline.state], [[], 'stopped'])
})

test('what does not come from an event is told where it comes from', () => {
  assert.match(
    flawsOf(fields('2027-05-10', { rule: 'DP_BREACH_ICO' })).join(),
    /^time: Enter the time received/,
  )
  assert.match(
    flawsOf(fields('2017-05-10', { rule: 'SAR_RESPONSE' })).join(),
    /^received-day: .*did not apply before/,
  )
  assert.match(flawsOf(fields('2099-12-30')).join(), /^received-day: .*past the year 2099/)
  assert.match(
    flawsOf(fields('2027-05-10', { number: '5' })).join(),
    /^number: .*not an organisation's to set/,
  )
})

test('a number that an organisation has set is counted', () => {
  const typed = fields('2027-05-10', { rule: 'MEMBER_ENQUIRY' })
  const dueOn = (number: string) => calculate({ ...typed, number }, today).answer?.deadline.dueOn
  assert.deepEqual([dueOn(''), dueOn('3')], ['2027-05-24', '2027-05-13'])
  for (const number of ['0', '1001', '2.5', 'three', '1e2'])
    assert.match(flawsOf({ ...typed, number }).join(), /^number: /, number)
})

test('the working days left are counted only where they are asked for', () => {
  const typed = fields('2027-05-10')
  assert.equal(calculate(typed, today).answer?.left, undefined)
  assert.deepEqual(calculate({ ...typed, left: 'today' }, today).answer?.left, { today, days: 10 })
  const stopped = { ...typed, ...on('fees_notice_given-1', '2027-05-11'), left: 'today' }
  assert.deepEqual(calculate(stopped, today).answer?.left, { today, days: undefined })
})

test('forty events are taken and no more, and no row beyond', () => {
  const rows = (count: number) =>
    Object.assign(
      {},
      ...Array.from({ length: count }, (_, at) => on(`acknowledged-${at + 1}`, '2027-05-11')),
    ) as Record<string, string>
  assert.deepEqual(flawsOf(fields('2027-05-10', rows(40))), [])
  const tooMany = ': Enter 40 events or fewer'
  assert.deepEqual(flawsOf(fields('2027-05-10', rows(41))), [tooMany])
  assert.deepEqual(flawsOf(fields('2027-05-10', on('fee_received-41', '2027-05-11'))), [tooMany])
  assert.deepEqual(flawsOf(fields('2027-05-10', on('fee_received-0', '2027-05-11'))), [tooMany])
})

test('half an event is a flaw', () => {
  const typed = fields('2027-05-10', { rule: 'FOI_SCHOOL', ...on('school_closed-1', '2027-05-11') })
  assert.deepEqual(flawsOf(typed), [
    'school_closed-1-until-day: School closed: last day: enter a date',
  ])
  assert.match(
    flawsOf({ ...typed, ...on('school_closed-1-until', '2027-05-10') }).join(),
    /^school_closed-1-day: .*no end before it/,
  )
})
