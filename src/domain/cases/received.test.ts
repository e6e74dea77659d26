import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDateTime } from '#platform/local-time.ts'
import { daysAfter, receiptOf } from './received.ts'

const summerEvening = new Date('2026-07-01T23:30:00Z') // 2 July in London
const received = (sent: string | undefined, now = summerEvening) => {
  const { at, on, isImplausible } = receiptOf(
    sent === undefined ? undefined : readDateTime(sent),
    now,
  )
  return [at.toISOString(), on, isImplausible]
}
const atOnce = [summerEvening.toISOString(), '2026-07-02', false]

test('a request without a date, or with today’s in London, is received at the moment of the call', () => {
  assert.deepEqual(received(undefined), atOnce)
  assert.deepEqual(received('2026-07-02'), atOnce)
})

test('any other bare date is received as that day begins in London', () => {
  assert.deepEqual(received('2026-07-01'), ['2026-06-30T23:00:00.000Z', '2026-07-01', false])
  assert.deepEqual(received('2026-01-31'), ['2026-01-31T00:00:00.000Z', '2026-01-31', false])
  assert.deepEqual(received('2026-07-03'), ['2026-07-02T23:00:00.000Z', '2026-07-03', false])
})

test('a date and time counts by its date in London', () => {
  assert.deepEqual(received('2026-06-30T23:30:00Z'), [
    '2026-06-30T23:30:00.000Z',
    '2026-07-01',
    false,
  ])
  assert.deepEqual(received('2026-06-30T23:30:00'), [
    '2026-06-30T22:30:00.000Z',
    '2026-06-30',
    false,
  ])
})

test('more than a day ahead is not believed, a day ahead is', () => {
  assert.deepEqual(received('2026-07-02T23:30:00Z')[2], false)
  assert.deepEqual(received('2026-07-02T23:30:01Z'), [...atOnce.slice(0, 2), true])
  assert.deepEqual(received('2026-07-04'), [...atOnce.slice(0, 2), true])
})

test('days after a date pass over months and leap days', () => {
  assert.equal(daysAfter('2028-02-28', 2), '2028-03-01')
  assert.equal(daysAfter('2026-12-31', 1), '2027-01-01')
  assert.equal(daysAfter('2026-03-28', 2), '2026-03-30')
})
