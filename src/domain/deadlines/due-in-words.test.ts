import assert from 'node:assert/strict'
import { test } from 'node:test'
import { due, dueInWords, instantInWords, type ClockEvent } from './index.ts'

const words = (rule: string, received: { on: string; at?: string }, ...events: ClockEvent[]) =>
  dueInWords(due(rule, { received, nation: 'england', events }))

test('a date is said with its day of the week, and until its end', () => {
  assert.equal(words('FOI_RESPONSE', { on: '2027-05-10' }), 'By the end of Tuesday 8 June 2027')
})

test('a day that something may begin on has no end to be done by', () => {
  assert.match(
    words('ENFORCEMENT_NOTICE_EARLIEST', { on: '2027-05-10' }),
    /^Wednesday 19 May 2027$/,
  )
})

test('an instant is said with its time, and midnight by the day that it begins', () => {
  const at = '2027-05-10T16:05:00.000Z'
  assert.equal(
    words('AWAAB_EMERGENCY', { on: '2027-05-10', at }),
    'By 5:05pm on Tuesday 11 May 2027, UK time',
  )
  assert.equal(
    instantInWords('2027-05-11T00:00:00+01:00'),
    'midnight at the start of Tuesday 11 May 2027',
  )
  assert.equal(instantInWords('2027-05-11T12:00:00+01:00'), 'midday on Tuesday 11 May 2027')
  assert.equal(instantInWords('2027-05-11T00:30:00+01:00'), '12:30am on Tuesday 11 May 2027')
})

test('where there is no date, the phrase says so, and since when', () => {
  const asked = { name: 'fees_notice_given', on: '2027-05-12' } as const
  assert.equal(
    words('FOI_RESPONSE', { on: '2027-05-10' }, asked),
    'There is no date: the clock is stopped since Wednesday 12 May 2027',
  )
  assert.equal(words('STAIRS_RESPONSE', { on: '2027-05-10' }), 'There is no date yet')
})
