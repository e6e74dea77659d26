import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  dayOf,
  divisionOf,
  isoOf,
  nations,
  readReceipt,
  receiptAt,
  shippedCalendars,
  type Nation,
} from '#domain/calendar/index.ts'
import { allRules, DeadlineRefused, due, type ClockEvent, type Deadline } from './index.ts'

const first = dayOf('2024-01-02')
const received = fc.integer({ min: first, max: dayOf('2027-06-30') }).map(isoOf)
const nation = fc.constantFrom<Nation>(...nations)
const dated = allRules
  .filter(({ versions }) =>
    versions.every(
      ({ counting, startsAt }) =>
        counting.number !== null &&
        counting.convention !== 'HOURS' &&
        (!startsAt || startsAt.otherwise),
    ),
  )
  .map(({ id }) => id)
const rule = fc.constantFrom(...dated)
const stoppable = fc.constantFrom(
  'FOI_RESPONSE',
  'FOI_SCHOOL',
  'EIR_RESPONSE',
  'FOISA_RESPONSE',
  'SAR_RESPONSE',
)

const after = (date: string, days: number): string => isoOf(dayOf(date) + days)

type Happened = readonly [name: ClockEvent['name'], days: number]

/** Questions and answers in turn, by days after receipt. */
const stops = fc
  .array(fc.tuple(fc.constantFrom('clarification', 'fee'), fc.nat(9), fc.nat(9)), { maxLength: 4 })
  .map((all) => {
    let at = 0
    return all.flatMap(([what, wait, open]): readonly Happened[] => {
      const [asked, answered] = [(at += wait), (at += open)]
      return what === 'fee'
        ? [
            ['fees_notice_given', asked],
            ['fee_received', answered],
          ]
        : [
            ['clarification_requested', asked],
            ['clarification_received', answered],
          ]
    })
  })

const eventsOf = (all: readonly Happened[], from: string): readonly ClockEvent[] =>
  all.map(([name, days]) => ({ name, on: after(from, days) }))

/** A rule may not have applied on every day. */
function dueOrNot(id: string, on: string, where: Nation): Deadline | undefined {
  try {
    return due(id, { received: { on }, nation: where })
  } catch (error) {
    if (error instanceof DeadlineRefused && error.reason === 'notInForce') return undefined
    throw error
  }
}

test('what comes later is never due earlier', () => {
  fc.assert(
    fc.property(rule, received, fc.nat(40), nation, (id, on, later, where) => {
      const sooner = dueOrNot(id, on, where)
      const then = dueOrNot(id, after(on, later), where)
      if (sooner && then) assert.ok((sooner.dueOn ?? '') <= (then.dueOn ?? ''), id)
    }),
    { numRuns: 2000 },
  )
})

test('what comes later is never due earlier, whatever happened to the clock', () => {
  fc.assert(
    fc.property(stoppable, received, fc.nat(20), stops, (id, on, later, happened) => {
      const then = after(on, later)
      const events = eventsOf(happened, then)
      const sooner = due(id, { received: { on }, nation: 'england', events })
      const other = due(id, { received: { on: then }, nation: 'england', events })
      assert.ok((sooner.dueOn ?? '') <= (other.dueOn ?? ''))
    }),
    { numRuns: 1000 },
  )
})

test('a pause never shortens, late or not', () => {
  fc.assert(
    fc.property(
      stoppable,
      received,
      stops,
      fc.constantFrom('count', 'move nothing'),
      (id, on, happened, lateQuestions) => {
        const circumstances = { received: { on }, nation: 'england', lateQuestions } as const
        const events = eventsOf(happened, on)
        let last = due(id, circumstances).dueOn ?? ''
        for (let at = 2; at <= events.length; at += 2) {
          const next = due(id, { ...circumstances, events: events.slice(0, at) }).dueOn ?? ''
          assert.ok(last <= next)
          last = next
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test('events entered in any order give the same answer', () => {
  const shuffled = stops.chain((happened) =>
    fc.tuple(
      fc.constant(happened),
      fc.shuffledSubarray([...happened], { minLength: happened.length }),
    ),
  )
  fc.assert(
    fc.property(stoppable, received, shuffled, fc.nat(60), (id, on, [happened, order], told) => {
      const extension: Happened = ['extension_notified', told]
      const circumstances = { received: { on }, nation: 'scotland' } as const
      const inOrder = due(id, { ...circumstances, events: eventsOf([...happened, extension], on) })
      const asEntered = due(id, { ...circumstances, events: eventsOf([extension, ...order], on) })
      assert.deepEqual(asEntered, inOrder)
    }),
    { numRuns: 1000 },
  )
})

/** One day after the other, as on the fingers. */
function naively(start: string, n: number, isCounted: (day: string) => boolean): string {
  let date = start
  for (let counted = 0; counted < n;) {
    date = after(date, 1)
    if (isCounted(date)) counted++
  }
  return date
}

const { uk, scotland } = shippedCalendars()
const isOpen = (calendar: typeof uk) => (date: string) =>
  ![0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay()) && !calendar.daysOff.has(dayOf(date))

test('working days come out as they do when counted one by one', () => {
  fc.assert(
    fc.property(received, (on) => {
      const at = (id: string) => due(id, { received: { on }, nation: 'england' }).dueOn
      assert.equal(at('FOI_RESPONSE'), naively(on, 20, isOpen(uk)))
      assert.equal(at('FOI_PIT'), naively(on, 40, isOpen(uk)))
      assert.equal(at('FOISA_RESPONSE'), naively(on, 20, isOpen(scotland)))
      const acknowledged = naively(on, 5, isOpen(shippedCalendars()['england-and-wales']))
      assert.equal(
        at('HO_S1_RESPONSE'),
        naively(acknowledged, 10, isOpen(shippedCalendars()['england-and-wales'])),
      )
    }),
    { numRuns: 500 },
  )
})

test('fee notices leave out what counting one by one leaves out', () => {
  const interval = fc.tuple(fc.nat(25), fc.nat(40))
  fc.assert(
    fc.property(received, fc.array(interval, { maxLength: 3 }), (on, intervals) => {
      const fees = intervals.toSorted(([a], [b]) => a - b)
      const paid = fees.map(([from, length]) => from + length).toSorted((a, b) => a - b)
      const pairs = fees.map(([from], at) => [from, paid[at] ?? from] as const)
      const events = pairs.flatMap(([from, to]) =>
        eventsOf(
          [
            ['fees_notice_given', from],
            ['fee_received', to],
          ],
          on,
        ),
      )
      const found = due('FOI_RESPONSE', {
        received: { on },
        nation: 'england',
        events,
        lateQuestions: 'count',
      })
      const isOut = (date: string) =>
        pairs.some(([from, to]) => after(on, from) <= date && date <= after(on, to))
      assert.equal(
        found.dueOn,
        naively(on, 20, (date) => isOpen(uk)(date) && !isOut(date)),
      )
    }),
    { numRuns: 500 },
  )
})

test('a month from a day is found as its calendar shows it', () => {
  fc.assert(
    fc.property(received, nation, (on, where) => {
      const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
      const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
      const next = new Date(Date.UTC(year, month, Math.min(day, lastOfNext)))
      let date = next.toISOString().slice(0, 10)
      while (!isOpen(shippedCalendars()[divisionOf[where]])(date)) date = after(date, 1)
      assert.equal(due('SAR_RESPONSE', { received: { on }, nation: where }).dueOn, date)
    }),
    { numRuns: 500 },
  )
})

test('an instant means the same however its offset is written, and hours pass over clock changes', () => {
  const instant = fc.date({
    min: new Date('2024-01-02'),
    max: new Date('2027-12-01'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(instant, fc.integer({ min: -11, max: 13 }), (at, hours) => {
      const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
      const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`
      const local = new Date(minute.getTime() + hours * 3_600_000).toISOString().slice(0, 16)
      const read = readReceipt(`${local}${offset}`)
      assert.ok('value' in read)
      assert.deepEqual(read.value, receiptAt(minute))
      const { dueAt = '' } = due('DP_BREACH_ICO', { received: read.value, nation: 'wales' })
      assert.equal(Date.parse(dueAt) - minute.getTime(), 72 * 3_600_000)
    }),
    { numRuns: 500 },
  )
})
