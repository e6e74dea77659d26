import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedDate } from './day.ts'

for (const [typed, date] of [
  ['1/4/2026', '2026-04-01'],
  ['01/04/2026', '2026-04-01'],
  [' 1 4 2026 ', '2026-04-01'],
  ['1.4.2026', '2026-04-01'],
  ['2026-04-01', '2026-04-01'],
  ['29/2/2028', '2028-02-29'],
] as const)
  test(`"${typed}" is ${date}`, () => {
    assert.deepEqual(typedDate.read(typed), { value: date })
  })

for (const typed of [...typedDate.bad, '1/4/26', '29/2/2026', '1/4/2026 10:00'])
  test(`"${typed}" is no date`, () => {
    assert.deepEqual(typedDate.read(typed), { fault: 'must be a real date, such as 21/5/2026' })
  })
