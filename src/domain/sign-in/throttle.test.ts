import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitUntil, type Standing } from './throttle.ts'

const now = new Date('2026-04-01T09:00:00Z')
const calm: Standing = {
  isKnownPlace: false,
  failuresHere: 0,
  failedHereAt: null,
  failures: 0,
  failedAt: null,
  personsFailed: 0,
  personFailedAt: null,
}
const secondsToWait = (standing: Partial<Standing>): number => {
  const until = waitUntil({ ...calm, ...standing }, now)
  return until ? (until.getTime() - now.getTime()) / 1000 : 0
}

test('the first slips cost nothing, then waits double, and none is longer than a quarter of an hour', () => {
  const waits = [0, 4, 5, 6, 7, 10, 11, 5000].map((failures) =>
    secondsToWait({ failures, failedAt: now }),
  )
  assert.deepEqual(waits, [0, 0, 15, 30, 60, 480, 900, 900])
})

test('where somebody has signed in before, nobody elsewhere and no neighbour makes them wait', () => {
  const others = { failures: 500, failedAt: now, personsFailed: 500, personFailedAt: now }
  assert.equal(secondsToWait(others), 900)
  assert.equal(secondsToWait({ ...others, isKnownPlace: true }), 0)
  const own = { failuresHere: 5, failedHereAt: now }
  assert.equal(secondsToWait({ ...others, ...own, isKnownPlace: true }), 15)
})

test('an address from which thirty different people failed is slowed for newcomers', () => {
  assert.equal(secondsToWait({ personsFailed: 29, personFailedAt: now }), 0)
  assert.equal(secondsToWait({ personsFailed: 31, personFailedAt: now }), 30)
})
