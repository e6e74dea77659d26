import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWithinArea } from './postcode-area.ts'

const table: readonly (readonly [area: string, postcode: string, isWithin: boolean])[] = [
  ['EH', 'EH6 7AB', true],
  ['eh', 'eh67ab', true],
  ['EH6', 'EH6 7AB', true],
  ['EH6 7', 'EH67AB', true],
  ['EH6 7AB', 'eh6  7ab', true],
  ['EH67AB', 'EH6 7AB', true],
  ['SW1', 'SW1A 1AA', true],
  ['SW1A', 'SW1A 1AA', true],
  ['EH', 'EH6', true],
  ['EH6', 'EH', false],
  ['E', 'EH6 7AB', false],
  ['E', 'E1 6AN', true],
  ['M1', 'M11 1AA', false],
  ['M11', 'M1 1AA', false],
  ['M11', 'M11AA', false],
  ['M1', 'M11AA', true],
  ['M1', 'M111AA', false],
  ['EH6 7', 'EH6 8AB', false],
  ['EH6 7', 'EH6', false],
  ['', 'EH6 7AB', false],
  ['EH', '', false],
]
for (const [area, postcode, isWithin] of table)
  test(`${area || 'nowhere'} ${isWithin ? 'takes in' : 'does not take in'} ${postcode || 'nowhere'}`, () =>
    assert.equal(isWithinArea(area, postcode), isWithin))
