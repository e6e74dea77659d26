import assert from 'node:assert/strict'
import { test } from 'node:test'
import { xmlColumns } from './xml-columns.ts'

test('no element ends in a number above 9 or stands beside the same name without a number (4.2)', () => {
  const names = ['A.X', 'A.X1', 'A.Y1', 'A.Y9', 'A.Y10', 'A.Custom17', 'B.X1', 'A.two words', '1.X']
  assert.deepEqual(xmlColumns(names), ['A.X', 'A.Y1', 'A.Y9', 'B.X1'])
})
