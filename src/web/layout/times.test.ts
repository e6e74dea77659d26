import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateAndTime, dateInWords } from './times.ts'

const moments: readonly (readonly [string, string])[] = [
  ['2026-07-06T13:05:00Z', '6 July 2026 at 2:05pm'],
  ['2026-01-06T13:05:00Z', '6 January 2026 at 1:05pm'],
  ['2026-03-29T00:59:59Z', '29 March 2026 at 12:59am'],
  ['2026-03-29T01:00:00Z', '29 March 2026 at 2:00am'],
  ['2026-06-30T23:30:00Z', '1 July 2026 at 12:30am'],
  ['2026-12-31T12:00:00Z', '31 December 2026 at 12:00pm'],
]

for (const [moment, shown] of moments) {
  test(`${moment} is shown as ${shown}, by the clocks of the United Kingdom`, () => {
    assert.equal(dateAndTime(new Date(moment)), shown)
  })
}

test('a date is shown in words, whatever zone the server is in', () => {
  assert.equal(dateInWords('2026-03-29'), '29 March 2026')
  assert.equal(dateInWords('2026-12-01'), '1 December 2026')
})
