import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOf, isWorkingDay, shippedCalendars } from '#domain/calendar/index.ts'
import type { Reminder, WarningPoint } from '#domain/procedures/index.ts'
import {
  nextReminder,
  placedReminders,
  reachedReminders,
  remindersKept,
  type RemindedDeadline,
} from './reminder-point.ts'
import { firstLoudMoment, type WorkingTimes } from './working-times.ts'

const { table } = shippedCalendars()['england-and-wales']
const times: WorkingTimes = {
  dayBegins: '07:00',
  dayEnds: '19:00',
  isWorkingDay: (day) => isWorkingDay(table, dayOf(day)),
}
const at = (point: WarningPoint, more: Partial<Reminder> = {}): Reminder => ({
  at: point,
  to: { kind: 'owner' },
  isReassigning: false,
  ...more,
})
const deadline = (...reminders: Reminder[]): RemindedDeadline => ({
  countedFrom: '2026-06-01',
  dueOn: '2026-06-10',
  dueAt: null,
  reminders,
})
const utc = (text: string) => new Date(text)

test('a share of the time is counted from the start of the first day to the end of the last', () => {
  const half = nextReminder(deadline(at({ share: 50 })), 0, times)
  assert.deepEqual(half, { at: utc('2026-06-05T23:00Z'), number: 1 })
  const whole = nextReminder(deadline(at({ share: 100 })), 0, times)
  assert.deepEqual(whole?.at, utc('2026-06-10T23:00Z'))
})

test('working days before the end leave out weekends and bank holidays, and begin with the day', () => {
  const easter = { ...deadline(at({ daysBefore: 3 })), dueOn: '2026-04-09' }
  // Easter Monday 2026 is 6 April, Good Friday 3 April
  assert.deepEqual(nextReminder(easter, 0, times)?.at, utc('2026-04-02T06:00Z'))
  const onTheDay = nextReminder(deadline(at({ daysBefore: 0 })), 0, times)
  assert.deepEqual(onTheDay?.at, utc('2026-06-10T06:00Z'))
})

test('where it is due at a moment, the share runs to that moment', () => {
  const hours = {
    ...deadline(at({ share: 50 })),
    dueOn: '2026-06-02',
    dueAt: utc('2026-06-02T11:00Z'),
  }
  assert.deepEqual(nextReminder(hours, 0, times)?.at, utc('2026-06-01T17:00Z'))
})

test('reminders come in the order of their moments, whatever the order in which they are written', () => {
  const both = deadline(at({ daysBefore: 1 }), at({ share: 50 }))
  assert.deepEqual(nextReminder(both, 0, times)?.at, utc('2026-06-05T23:00Z'))
  assert.deepEqual(nextReminder(both, 1, times), { at: utc('2026-06-09T06:00Z'), number: 2 })
  assert.equal(nextReminder(both, 2, times), undefined)
})

const team = { kind: 'team', team: 'LATE' } as const
const three = deadline(
  at({ share: 50 }),
  at({ share: 80 }, { to: team, isReassigning: true }),
  at({ share: 100 }),
  at({ share: 100 }, { to: { kind: 'manager' } }),
)

test('a clock that jumps past several gives those of the latest point, and the one that moves the work', () => {
  const jumped = reachedReminders(three, { given: 0, now: utc('2027-01-01T12:00Z') }, times)
  assert.deepEqual(
    jumped.giving.map(({ number }) => number),
    [2, 3, 4],
  )
  assert.equal(jumped.reassigning?.number, 2)
  assert.deepEqual([jumped.given, jumped.nextAt], [4, undefined])
})

test('a clock that jumps back gives nothing again', () => {
  const back = reachedReminders(three, { given: 3, now: utc('2026-06-02T12:00Z') }, times)
  assert.deepEqual([back.giving, back.given], [[], 3])
})

test('a date that moves away has those reminded of again that lie ahead, and no others', () => {
  const moved = { ...three, dueOn: '2026-06-20' }
  const now = utc('2026-06-09T12:00Z')
  assert.equal(remindersKept(three, { given: 2, now }, times), 2)
  assert.equal(remindersKept(moved, { given: 2, now }, times), 0)
  assert.equal(remindersKept(moved, { given: 2, now: utc('2026-06-12T12:00Z') }, times), 1)
})

test('however the time is cut, each reminder is given at most once and the last always', () => {
  const points = fc.oneof(
    fc.record({ share: fc.integer({ min: 0, max: 150 }) }),
    fc.record({ daysBefore: fc.integer({ min: -5, max: 10 }) }),
  )
  const looks = fc.array(
    fc.date({ min: utc('2026-05-20'), max: utc('2026-07-20'), noInvalidDate: true }),
  )
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 6 }), looks, (given, moments) => {
      const one = deadline(...given.map((point) => at(point)))
      const told: number[] = []
      let count = 0
      for (const now of [...moments, utc('2027-01-01')]) {
        const reached = reachedReminders(one, { given: count, now }, times)
        told.push(...reached.giving.map(({ number }) => number))
        assert.ok(reached.given >= count)
        count = reached.given
      }
      assert.equal(new Set(told).size, told.length)
      assert.ok(told.includes(given.length))
      assert.equal(count, placedReminders(one, times).length)
    }),
  )
})

for (const [what, from, to] of [
  ['by day', '2026-06-10T12:00Z', '2026-06-10T12:00Z'],
  ['before work', '2026-06-10T03:00Z', '2026-06-10T06:00Z'],
  ['in the evening', '2026-06-10T18:00Z', '2026-06-11T06:00Z'],
  ['on Friday night', '2026-06-12T20:00Z', '2026-06-15T06:00Z'],
  ['early on a Saturday', '2026-06-13T03:00Z', '2026-06-15T06:00Z'],
  ['before Christmas, in winter time', '2026-12-24T19:30Z', '2026-12-29T07:00Z'],
] as const)
  test(`mail that is to go ${what} goes when it disturbs nobody`, () => {
    assert.deepEqual(firstLoudMoment(utc(from), times), utc(to))
  })
