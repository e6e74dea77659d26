import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOff, newDays } from './index.ts'

test('only days that nobody knew are new; what was retired here stays so', () => {
  const holiday = (on: string) => ({ division: 'scotland', on, title: 'A day' }) as const
  const day = (on: string) =>
    dayOff({ calendar: 'scotland', on, name: 'A day', kind: 'bank holiday' })
  const own = [day('2031-05-09'), { ...day('2031-05-12'), isRetired: true }]
  // 30 November is shipped
  const sent = ['2026-11-30', '2031-05-09', '2031-05-12', '2031-05-13', '2031-05-13'].map(holiday)
  const { added, retiredHere } = newDays({ holidays: sent, sittings: [] }, own)
  assert.deepEqual(added, [day('2031-05-13')])
  assert.deepEqual(
    retiredHere.map(({ on }) => on),
    ['2031-05-12'],
  )
})
