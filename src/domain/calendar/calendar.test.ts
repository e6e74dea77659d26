import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  calendarFrom,
  calendarOf,
  calendarsOf,
  compareHolidays,
  correspondingDay,
  dayOf,
  divisions,
  findDay,
  inWords,
  isWorkingDay,
  isoOf,
  lastDayOfMonths,
  nameOfDayOff,
  provisionalOver,
  readCalendarFile,
  readReceipt,
  rolledForward,
  shippedCalendars,
  shippedHolidays,
  writeWithOffset,
} from './index.ts'

const {
  uk,
  scotland,
  'england-and-wales': england,
  'northern-ireland': ireland,
} = shippedCalendars()

test('each day has a number and comes back from it, over all years that can be counted with', () => {
  for (let day = 0; day <= dayOf('2099-12-31'); day++) {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
    assert.equal(isoOf(day), date)
    assert.equal(dayOf(date), day)
  }
})

test('what is no date has no number', () => {
  for (const text of [
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-1-1',
    '1969-12-31',
    '2100-01-01',
    '2026-04-31',
    '2026-01-00',
  ])
    assert.equal(findDay(text), undefined, text)
  assert.throws(() => dayOf('2026-02-29'), /"2026-02-29" is not a date/)
})

test('months end where there is no such day', () => {
  const month = (date: string, count: number) => isoOf(correspondingDay(dayOf(date), count))
  assert.equal(month('2023-01-31', 1), '2023-02-28')
  assert.equal(month('2023-12-31', 2), '2024-02-29')
  assert.equal(month('2023-11-15', 14), '2025-01-15')
  const period = (date: string, count: number) => isoOf(lastDayOfMonths(dayOf(date), count))
  assert.deepEqual(
    [period('2023-11-30', 3), period('2023-11-29', 3), period('2023-12-01', 3)],
    ['2024-02-29', '2024-02-28', '2024-02-29'],
  )
})

test('each division has the bank holidays of the table, all on weekdays', () => {
  const count = (year: string) =>
    divisions.map(
      (each) =>
        shippedHolidays.filter(({ division, on }) => division === each && on.startsWith(year))
          .length,
    )
  assert.deepEqual(['2023', '2024', '2025', '2026', '2027', '2028'].map(count), [
    [9, 10, 11],
    [8, 9, 10],
    [8, 9, 10],
    [8, 10, 10],
    [8, 9, 10],
    [8, 9, 10],
  ])
  for (const { on } of shippedHolidays)
    assert.ok(![0, 6].includes(new Date(`${on}T00:00Z`).getUTCDay()), on)
})

test('a day off is called by its name, and by where it is one if not everywhere', () => {
  const name = (calendar: typeof uk, date: string) => nameOfDayOff(calendar, dayOf(date))
  assert.equal(name(uk, '2023-11-30'), "St Andrew's Day (Scotland)")
  assert.equal(name(scotland, '2023-11-30'), "St Andrew's Day")
  assert.equal(name(england, '2023-11-30'), undefined)
  assert.equal(name(uk, '2023-04-07'), 'Good Friday')
  assert.equal(name(uk, '2023-04-10'), 'Easter Monday (England and Wales, Northern Ireland)')
  assert.equal(name(ireland, '2024-03-18'), "St Patrick's Day (substitute day)")
  assert.equal(name(england, '2024-03-23'), 'Saturday')
})

test('a day that is added counts from then on, one that is retired no more, and the version tells', () => {
  const extra = { division: 'england-and-wales', on: '2024-06-14', title: 'Jubilee' } as const
  const added = calendarOf('england-and-wales', { added: [extra] })
  assert.ok(isWorkingDay(england.table, dayOf(extra.on)))
  assert.ok(!isWorkingDay(added.table, dayOf(extra.on)))
  assert.notEqual(added.version, england.version)
  assert.ok(!isWorkingDay(calendarOf('uk', { added: [extra] }).table, dayOf(extra.on)))
  const retired = calendarOf('england-and-wales', { added: [extra], retired: [extra] })
  assert.equal(retired.version, england.version)
})

test('a count that touches a year without entries is provisional', () => {
  const over = (from: string, to: string, calendar = uk) =>
    provisionalOver(calendar, dayOf(from), dayOf(to))
  assert.equal(over('2023-01-01', '2028-12-31'), undefined)
  assert.deepEqual(over('2028-12-20', '2029-01-05'), {
    yearWithoutEntries: 2029,
    lacking: 'no bank holidays are known for 2029',
    calendarBeginsOn: '2023-01-01',
    calendarEndsOn: '2028-12-31',
  })
  assert.equal(over('2022-12-31', '2023-01-05')?.yearWithoutEntries, 2022)
  const one = { division: 'scotland', on: '2029-01-01', title: "New Year's Day" } as const
  const known = calendarOf('scotland', { added: [one] })
  assert.equal(over('2028-12-20', '2029-01-05', known), undefined)
  // all parts must know the year
  assert.equal(
    over('2029-01-02', '2029-01-05', calendarOf('uk', { added: [one] }))?.yearWithoutEntries,
    2029,
  )
})

test('a calendar of its own may have another weekend', () => {
  const days = [{ on: '2024-06-14', title: 'Founders day' }]
  const own = calendarFrom({ name: 'own', title: 'Own', days, weekend: [5, 6] })
  assert.equal(isoOf(rolledForward(own.table, dayOf('2024-06-14'))), '2024-06-16')
})

const feed = (events: unknown) => JSON.stringify({ 'yr-alban': { division: 'yr-alban', events } })

test('the feed is read in English and in Welsh, whole or one division', () => {
  const event = { title: 'New Year’s Day', date: '2029-01-01', notes: '', bunting: true }
  const expected = [{ division: 'scotland', on: '2029-01-01', title: "New Year's Day" }]
  assert.deepEqual(readCalendarFile(feed([event])), { holidays: expected, sittings: [] })
  assert.deepEqual(readCalendarFile(JSON.stringify({ division: 'scotland', events: [event] })), {
    holidays: expected,
    sittings: [],
  })
  const substitute = readCalendarFile(feed([{ ...event, notes: 'Substitute day' }]))
  assert.ok('holidays' in substitute)
  assert.equal(substitute.holidays[0]?.title, "New Year's Day (substitute day)")
})

const sitting = (text: string) => {
  const read = readCalendarFile(text)
  assert.ok('sittings' in read, text)
  return read.sittings
}

test('the days on which a House sits are read as a list, and in the form of the feed', () => {
  const list = 'House of Commons\n\n11/1/2027..12/1/2027\n16 January 2027\n2027-01-18..2027-01-24'
  const days = ['11', '12', '16', '18', '19', '20', '21', '22'].map((day) => `2027-01-${day}`)
  const house = 'house-of-commons'
  assert.deepEqual(
    sitting(list),
    days.map((on) => ({ house, on })),
  )
  const events = days.map((date) => ({ title: 'Sitting', date }))
  assert.deepEqual(sitting(JSON.stringify({ [house]: { events } })), sitting(list))
  const read = readCalendarFile('house-of-commons\n12/1/2027..11/1/2027\n2105-01-04\nsoon')
  assert.ok('faults' in read)
  assert.deepEqual(
    read.faults.map((fault) => fault.slice(0, 7)),
    ['Line 2 ', 'Line 3 ', 'Line 4 '],
  )
  assert.ok('faults' in readCalendarFile('House of Commons'))
})

test('a House sits on the days that are known, and past them nothing is sure', () => {
  const list = 'House of Commons\n11/1/2027..14/1/2027\n2027-01-16\n3/3/2027\n1/6/2027'
  const { 'house-of-commons': commons } = calendarsOf({ sittings: sitting(list) })
  const off = (date: string) => nameOfDayOff(commons, dayOf(date))
  assert.equal(off('2027-01-15'), 'The House of Commons does not sit')
  assert.equal(off('2027-01-16'), undefined)
  assert.equal(off('2027-01-17'), 'Sunday')
  const over = (from: string, to: string) => provisionalOver(commons, dayOf(from), dayOf(to))
  assert.equal(over('2027-01-12', '2027-03-03'), undefined)
  const gap = over('2027-03-01', '2027-03-04')
  assert.equal(
    gap?.lacking,
    'no sitting days of the House of Commons are known after 3 March 2027 and before 1 June 2027',
  )
  assert.deepEqual([gap.calendarBeginsOn, gap.calendarEndsOn], ['2027-01-11', '2027-03-03'])
  assert.match(over('2027-01-08', '2027-01-12')?.lacking ?? '', /before 11 January 2027$/)
  assert.equal(
    provisionalOver(shippedCalendars()['house-of-commons'], 0, 1)?.lacking,
    'no sitting days of the House of Commons are known',
  )
})

test('all faults of a feed are told', () => {
  const events = [
    { title: 'x', date: '2029-02-30' },
    { date: '2029-01-01' },
    'x',
    { title: 'x', date: '2029-01-02' },
    { title: 'y', date: '2029-01-02' },
  ]
  const read = readCalendarFile(
    JSON.stringify({ scotland: { events }, cornwall: { events }, 'northern-ireland': {} }),
  )
  assert.ok('faults' in read)
  assert.equal(read.faults.length, 6)
  assert.match(
    read.faults.join(' '),
    /2029-02-30.*has no title.*second time.*"cornwall" is no division.*no list/,
  )
  for (const text of [
    '',
    '[]',
    '{}',
    'null',
    '{"scotland":{"events":[]}}',
    '{"constructor":{"events":[]}}',
  ])
    assert.ok('faults' in readCalendarFile(text), text)
})

test('a feed that leaves out a year drops nothing; a day missing from a year it has is told', () => {
  const known = [
    { division: 'scotland', on: '2023-01-02', title: 'A' },
    { division: 'scotland', on: '2029-01-01', title: 'B' },
    { division: 'scotland', on: '2029-01-02', title: 'C' },
  ] as const
  const list = [
    { division: 'scotland', on: '2029-01-02', title: 'C2' },
    { division: 'scotland', on: '2029-06-15', title: 'D' },
  ] as const
  assert.deepEqual(compareHolidays(known, list), {
    added: [list[1]],
    missing: [known[1]],
    renamed: [{ from: known[2], to: list[0] }],
  })
})

test('a time is read with its offset or as local time, with seconds or without', () => {
  const value = (text: string) => {
    const read = readReceipt(text)
    return 'value' in read ? [read.value.on, read.value.at] : read.fault
  }
  assert.deepEqual(value('2024-07-01'), ['2024-07-01', undefined])
  assert.deepEqual(value('2024-07-01T23:30Z'), ['2024-07-02', '2024-07-01T23:30:00.000Z'])
  assert.deepEqual(value('2024-07-01T23:30'), ['2024-07-01', '2024-07-01T22:30:00.000Z'])
  assert.deepEqual(value('2024-07-01T23:30:15+01:00'), ['2024-07-01', '2024-07-01T22:30:15.000Z'])
  for (const text of [
    '2024-07-01T24:00',
    '2024-07-01T10:60',
    '2024-07-01T10',
    '2024-06-31T10:00',
    'now',
  ])
    assert.match(String(value(text)), /cannot be read/, text)
})

test('a local time that never was, or was twice, is asked back; with its offset it is taken', () => {
  const fault = (text: string) => {
    const read = readReceipt(text)
    return 'fault' in read ? read.fault : ''
  }
  assert.match(fault('2024-03-31T01:30'), /There was no 01:30 on 31 March 2024/)
  assert.match(fault('2024-10-27T01:30'), /came twice on 27 October 2024.*\+01:00.*\+00:00/)
  for (const text of [
    '2024-03-31T00:59',
    '2024-03-31T02:00',
    '2024-10-27T02:00',
    '2024-10-27T00:59',
    '2024-10-27T01:30Z',
    '2024-10-27T01:30+01:00',
  ])
    assert.equal(fault(text), '', text)
})

test('dates and instants are written as people here write them', () => {
  assert.equal(inWords('2024-07-06'), '6 July 2024')
  assert.equal(writeWithOffset(new Date('2024-07-06T11:00Z')), '2024-07-06T12:00:00+01:00')
  assert.equal(writeWithOffset(new Date('2024-12-06T11:00Z')), '2024-12-06T11:00:00+00:00')
})
