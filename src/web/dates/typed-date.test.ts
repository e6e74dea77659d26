import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTypedDate, readTypedTime } from './typed-date.ts'

const date = (day: string, month: string, year: string) =>
  readTypedDate({ 'on-day': day, 'on-month': month, 'on-year': year }, 'on', 'Day of the fair')

test('a date is read as people type it', () => {
  for (const [day, month] of [
    ['9', '5'],
    ['09', '05'],
    [' 9 ', 'May'],
    ['9', 'may'],
  ] as const)
    assert.deepEqual(date(day, month, '2031'), { value: '2031-05-09' })
  assert.deepEqual(date('29', 'Feb', '2028'), { value: '2028-02-29' })
  assert.equal(date('', ' ', ''), undefined)
})

test('what is wrong with a date is told at the field to mend', () => {
  for (const [typed, parameter, message] of [
    [['', '5', '2031'], 'on-day', 'Day of the fair must include a day'],
    [['9', '', ''], 'on-month', 'Day of the fair must include a month and year'],
    [['9', '5', '31'], 'on-year', 'Year must include 4 numbers'],
    [['31', '6', '2031'], 'on-day', 'Day of the fair must be a real date'],
    [['29', '2', '2027'], 'on-day', 'Day of the fair must be a real date'],
    [['9', 'mai', '2031'], 'on-day', 'Day of the fair must be a real date'],
    [['-9', '5', '2031'], 'on-day', 'Day of the fair must be a real date'],
    [['9', '5', '1989'], 'on-year', 'Day of the fair must be between 1990 and 2099'],
    [['9', '5', '2100'], 'on-year', 'Day of the fair must be between 1990 and 2099'],
    [['9'.repeat(5000), '5', '2031'], 'on-day', 'Day of the fair must be a real date'],
  ] as const) {
    const read = date(typed[0], typed[1], typed[2])
    assert.ok(read && 'flaw' in read, typed.join())
    assert.deepEqual([read.flaw.parameter, read.flaw.message], [parameter, message])
  }
})

test('a time is read by the clock of 24 hours and by that of 12', () => {
  for (const [typed, value] of [
    ['17:30', '17:30'],
    ['5:30pm', '17:30'],
    ['5.30 PM', '17:30'],
    ['9am', '09:00'],
    ['12am', '00:00'],
    ['12:05pm', '12:05'],
    ['midday', '12:00'],
    ['0:00', '00:00'],
  ] as const)
    assert.deepEqual(readTypedTime(typed, 'at'), { value }, typed)
  assert.equal(readTypedTime('  ', 'at'), undefined)
  for (const typed of ['17', '24:00', '13pm', '0am', '5:60pm', 'soon', 'constructor', 'midnight'])
    assert.ok('flaw' in (readTypedTime(typed, 'at') ?? {}), typed)
})
