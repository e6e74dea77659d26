import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedCalendars } from '#domain/calendar/index.ts'
import { countedTogether } from './aggregation.ts'
import { costMeter, type Activity } from './cost-meter.ts'

const work = (kind: string, minutes: number, more: Partial<Activity> = {}): Activity => ({
  caseId: 1,
  kind,
  minutes,
  isEstimate: false,
  ...more,
})

test('only determining, locating, retrieving and extracting count towards the limit', () => {
  const meter = costMeter(
    [
      ...['determining whether held', 'locating', 'retrieving', 'extracting'].map((kind) =>
        work(kind, 60),
      ),
      ...['redacting', 'reading', 'considering exemptions'].map((kind) => work(kind, 600)),
    ],
    { hours: 18 },
  )
  assert.deepEqual(meter, {
    limitMinutes: 1080,
    limitPence: 450_00,
    doneMinutes: 240,
    expectedMinutes: 240,
    expectedPence: 100_00,
    uncountedMinutes: 1800,
    isOverLimit: false,
  })
})

test('of each kind of work the greater of estimate and work done is expected', () => {
  const estimated = { isEstimate: true }
  const activities = [
    work('locating', 600, estimated),
    work('locating', 300),
    work('retrieving', 60, estimated),
    work('retrieving', 90),
    work('retrieving', 30),
  ]
  const { doneMinutes, expectedMinutes } = costMeter(activities, { hours: 18 })
  assert.deepEqual([doneMinutes, expectedMinutes], [420, 720])
})

test('the limit itself may be reached, not passed; central government has six hours more', () => {
  const isOver = (minutes: number, hours: number) =>
    costMeter([work('locating', minutes)], { hours }).isOverLimit
  assert.deepEqual(
    [isOver(1080, 18), isOver(1081, 18), isOver(1081, 24), isOver(1441, 24)],
    [false, true, false, true],
  )
  assert.equal(costMeter([], { hours: 24 }).limitPence, 600_00)
})

test('what was estimated for one request is not used up by work on another', () => {
  const activities = [
    work('locating', 600, { isEstimate: true }),
    work('locating', 500, { caseId: 2 }),
  ]
  assert.equal(costMeter(activities, { hours: 18 }).expectedMinutes, 1100)
})

const { uk } = shippedCalendars()
const request = (caseId: number, receivedOn: string, minutes = 60) => ({
  caseId,
  receivedOn,
  minutes,
})

test('requests of 60 consecutive working days count together, holidays anywhere in the UK left out', () => {
  const own = request(1, '2026-01-05')
  // 60 working days from 5 January 2026, 17 March being one of none: the last is 30 March
  assert.deepEqual(countedTogether(own, [request(2, '2026-03-30')], uk), [1, 2])
  assert.deepEqual(countedTogether(own, [request(2, '2026-03-31')], uk), [1])
  assert.deepEqual(
    countedTogether(request(1, '2026-03-30'), [request(2, '2026-01-05')], uk),
    [1, 2],
  )
})

test('of several periods the one with the most work counts', () => {
  const own = request(1, '2026-04-01')
  const before = request(2, '2026-02-02', 100)
  const after = request(3, '2026-06-01', 900)
  assert.deepEqual(countedTogether(own, [before, after], uk), [1, 3])
})
