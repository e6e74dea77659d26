import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarsOf } from '#domain/calendar/index.ts'
import {
  checkEvent,
  due,
  explain,
  explanationInWords,
  readEvent,
  ruleOf,
  workingDaysLeft,
  type Circumstances,
} from './index.ts'

const sitting = calendarsOf({
  sittings: ['01-11', '01-12', '01-13', '01-14', '01-18', '01-19', '01-20'].map((day) => ({
    house: 'house-of-commons',
    on: `2027-${day}`,
  })),
})
const tabled = (on: string, ...events: readonly string[]): Circumstances => ({
  received: { on },
  nation: 'england',
  events: events.map(readEvent),
  calendars: sitting,
})

test('a question in Parliament is counted in sitting days, and past those known it is provisional', () => {
  const found = due('PQ_ORDINARY', tabled('2027-01-12'))
  assert.deepEqual([found.dueOn, found.provisional], ['2027-01-20', undefined])
  const told = explanationInWords(explain(found, sitting), 'staff').join('\n')
  assert.match(told, /5 sitting days are counted; the first sitting day after that day is day 1/)
  assert.match(told, /Sundays; The House of Commons does not sit, 15 January 2027\./)
  assert.match(told, /Sitting days are those of the House of Commons/)
  // the working days left are those of the officer
  assert.equal(workingDaysLeft(found, '2027-01-14', sitting), 4)
  const late = due('PQ_ORDINARY', tabled('2027-01-18'))
  assert.match(
    explanationInWords(explain(late, sitting), 'customer').join('\n'),
    /This is provisional: no sitting days of the House of Commons are known after 20 January 2027/,
  )
  assert.equal(due('PQ_LORDS', tabled('2027-01-12')).dueOn, '2027-01-26')
})

test('the day named for an answer stands where it leaves the notice, on a day on which the House sits', () => {
  const named = (on: string) => due('PQ_NAMED_DAY', tabled('2027-01-12', `answer_day_named=${on}`))
  assert.deepEqual(due('PQ_NAMED_DAY', tabled('2027-01-12')).naming, { earliestOn: '2027-01-18' })
  const found = named('2027-01-19')
  assert.deepEqual(found.naming, { earliestOn: '2027-01-18', namedOn: '2027-01-19' })
  assert.equal(found.dueOn, '2027-01-19')
  assert.match(
    explanationInWords(explain(found, sitting), 'customer').join('\n'),
    /earliest day that could be named is 18 January 2027\. The day named is 19 January 2027/,
  )
  assert.throws(
    () => named('2027-01-14'),
    /“Answer to a question in the Commons for a named day” \(.*22\(4\)\) asks for 3 sitting days' notice, so the earliest.*18 January 2027/,
  )
  assert.throws(() => named('2027-01-23'), /needs a day on which the House of Commons sits/)
})

test('a day is named once, and refused before it is recorded where the notice is too short', () => {
  const judged = (event: string, ...held: readonly string[]) => {
    const verdict = checkEvent(
      ruleOf('PQ_NAMED_DAY'),
      tabled('2027-01-12', ...held),
      readEvent(`answer_day_named=${event}`),
    )
    return verdict.isAccepted ? 'accepted' : verdict.refused.reason
  }
  assert.equal(judged('2027-01-20'), 'accepted')
  assert.equal(judged('2027-01-14'), 'noticeTooShort')
  assert.equal(judged('2027-01-15'), 'noticeTooShort')
  assert.equal(judged('2027-01-16'), 'noticeTooShort')
  assert.equal(judged('2027-01-23'), 'notASittingDay')
  assert.equal(judged('2027-01-20', 'answer_day_named=2027-01-19'), 'happenedAlready')
})
