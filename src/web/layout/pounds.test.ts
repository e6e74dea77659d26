import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pounds, poundsTyped } from './pounds.ts'

for (const [pence, shown, typed] of [
  [0, '£0', '0'],
  [7, '£0.07', '0.07'],
  [18_000, '£180', '180'],
  [118_025, '£1,180.25', '1180.25'],
  [99_999_999_999, '£999,999,999.99', '999999999.99'],
] as const)
  test(`${pence} pence are shown as ${shown}`, () => {
    assert.equal(pounds(pence), shown)
    assert.equal(poundsTyped(pence), typed)
  })
