import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedCalendars } from '#domain/calendar/index.ts'
import { countedTogether } from './aggregation.ts'
import { costMeter, type Activity } from './cost-meter.ts'
import { exemptions, findExemption } from './exemptions.ts'
import { factsOf, lackingForAnswer } from './lacking.ts'

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

test('every exemption has a code of its own, and the catalogue says which must be balanced', () => {
  assert.equal(new Set(exemptions.map(({ code }) => code)).size, exemptions.length)
  const isQualified = (code: string) => findExemption(code)?.isQualified
  assert.deepEqual(
    ['FOIA s21', 'FOIA s40(2)', 'foia s43(2)', 'EIR reg 12(4)(e)', 'EIR reg 13', 'FOIA s99'].map(
      isQualified,
    ),
    [false, false, true, true, false, undefined],
  )
})

test('an answer lacks what is not decided, has no ground, or is not balanced', () => {
  assert.deepEqual(lackingForAnswer(factsOf([], [])), [
    'Record what was asked for, part by part, first.',
  ])
  const parts = [
    { part: 1, decision: 'held' },
    { part: 2, decision: 'withheld' },
    { part: 3, decision: 'partly released' },
    { part: 4, decision: 'withheld' },
    { part: 5, decision: 'released' },
    { part: 6, decision: 'withheld' },
  ]
  const claimed = [
    { part: 3, exemption: 'FOIA s43(2)', balance: null },
    { part: 4, exemption: 'FOIA s40(2)', balance: null },
    { part: 5, exemption: 'FOIA s43(2)', balance: null },
    { part: 6, exemption: 'FOIA s42', balance: 'disclose' },
  ]
  assert.deepEqual(lackingForAnswer(factsOf(parts, claimed)), [
    'Part 1 is not decided yet.',
    'Part 2 is withheld under no exemption.',
    'The public interest has not been balanced for FOIA s43(2) on part 3.',
    'The public interest favours disclosure over FOIA s42 on part 6.',
  ])
  const done = [{ part: 1, decision: 'withheld' }]
  const balanced = [{ part: 1, exemption: 'FOIA s42', balance: 'withhold' }]
  assert.deepEqual(lackingForAnswer(factsOf(done, balanced)), [])
})
