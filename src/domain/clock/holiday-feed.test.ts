import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareHolidays, dayOff, readHolidayFeed } from './index.ts'

const feed = (division: string, ...events: object[]) =>
  JSON.stringify({ [division]: { division, events } })
const event = (date: string, title = 'A day') => ({ date, title, notes: '', bunting: true })

test('the feed is read in English, in Welsh, and of one division alone', () => {
  const expected = { holidays: [{ division: 'scotland', on: '2031-05-09', title: 'A day' }] }
  assert.deepEqual(readHolidayFeed(feed('scotland', event('2031-05-09'))), expected)
  assert.deepEqual(readHolidayFeed(feed('yr-alban', event('2031-05-09'))), expected)
  const alone = JSON.stringify({ division: 'scotland', events: [event('2031-05-09')] })
  assert.deepEqual(readHolidayFeed(alone), expected)
})

test('whatever is wrong with a feed is said, and nothing of it is used', () => {
  const faultsOf = (text: string) => {
    const read = readHolidayFeed(text)
    return 'faults' in read ? read.faults.join('; ') : 'none'
  }
  assert.match(faultsOf('no feed'), /no JSON object/)
  assert.match(faultsOf('{}'), /no division/)
  assert.match(faultsOf(feed('mercia', event('2031-05-09'))), /“mercia” is no division/)
  const wrong = feed('scotland', event('2031-02-30'), event('2031-05-09', ' '), {})
  assert.match(faultsOf(wrong), /“2031-02-30” is no date .*; .*no title.*; .*no title/)
})

test('only days that nobody knew are new; what was retired here stays so', () => {
  const holiday = (on: string) => ({ division: 'scotland', on, title: 'A day' }) as const
  const day = (on: string) =>
    dayOff({ calendar: 'scotland', on, name: 'A day', kind: 'bank holiday' })
  const own = [day('2031-05-09'), { ...day('2031-05-12'), isRetired: true }]
  // 30 November is shipped
  const sent = ['2026-11-30', '2031-05-09', '2031-05-12', '2031-05-13', '2031-05-13'].map(holiday)
  const { added, retiredHere } = compareHolidays(sent, own)
  assert.deepEqual(added, [day('2031-05-13')])
  assert.deepEqual(
    retiredHere.map(({ on }) => on),
    ['2031-05-12'],
  )
})
