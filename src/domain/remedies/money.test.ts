import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from './money.ts'

for (const [text, pence] of [
  ['180', 18_000],
  ['180.25', 18_025],
  ['0.07', 7],
  [' £1,250.50 ', 125_050],
  ['£ 3', 300],
  ['999999999.99', 99_999_999_999],
  ['999,999,999', 99_999_999_900],
] as const)
  test(`"${text}" is ${pence} pence`, () => {
    assert.deepEqual(money.read(text), { value: pence })
  })

for (const text of [...money.bad, '', '£', '1.234', '.5', '12,34', '1,2345', '€5'])
  test(`"${text}" is no amount`, () => {
    assert.deepEqual(money.read(text), {
      fault: 'must be an amount of money, such as 180 or 180.25',
    })
  })
