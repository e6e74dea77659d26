import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  readDate,
  readDateTime,
  readIsoDate,
  startOfLocalDate,
  writeLocalDate,
  writeLocalDateTime,
} from './local-time.ts'

describe('dates in', () => {
  const moments: [text: string, instant: string, localDate: string][] = [
    ['2026-03-14', '2026-03-14T00:00:00.000Z', '2026-03-14'],
    ['2026-07-14', '2026-07-13T23:00:00.000Z', '2026-07-14'],
    ['2026-03-14T09:30:00', '2026-03-14T09:30:00.000Z', '2026-03-14'],
    ['2026-07-14T09:30:00', '2026-07-14T08:30:00.000Z', '2026-07-14'],
    ['2026-07-14T09:30:00.25', '2026-07-14T08:30:00.250Z', '2026-07-14'],
    ['2026-07-14T09:30:00.123456789', '2026-07-14T08:30:00.123Z', '2026-07-14'],
    ['2026-07-01T23:30:00Z', '2026-07-01T23:30:00.000Z', '2026-07-02'],
    ['2026-03-13T23:50:00.000Z', '2026-03-13T23:50:00.000Z', '2026-03-13'],
    ['2026-03-14T01:00:00+02:00', '2026-03-13T23:00:00.000Z', '2026-03-13'],
    ['2026-03-14T01:00:00-0530', '2026-03-14T06:30:00.000Z', '2026-03-14'],
    ['2026-03-14 09:30:00', '2026-03-14T09:30:00.000Z', '2026-03-14'],
    [' 2026-03-14 ', '2026-03-14T00:00:00.000Z', '2026-03-14'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-02-29'],
    ['0099-05-05T10:00:00Z', '0099-05-05T10:00:00.000Z', '0099-05-05'],
  ]
  for (const [text, instant, localDate] of moments) {
    test(`${text} is ${instant}, on ${localDate} in London`, () => {
      const moment = readDateTime(text)
      assert.equal(moment?.instant.toISOString(), instant)
      assert.equal(moment?.localDate, localDate)
      assert.equal(moment?.isDateOnly, text.trim().length === 10)
      assert.equal(readDate(text), localDate)
      assert.equal(readIsoDate(text), localDate)
    })
  }

  const changes: [text: string, instant: string][] = [
    ['2026-10-25T01:30:00', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T00:59:59', '2026-10-24T23:59:59.000Z'],
    ['2026-10-25T02:00:00', '2026-10-25T02:00:00.000Z'],
    ['2026-03-29T00:59:59', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29T01:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T02:00:00', '2026-03-29T01:00:00.000Z'],
  ]
  for (const [text, instant] of changes) {
    test(`on the night the clocks change, ${text} is ${instant}`, () => {
      assert.equal(readDateTime(text)?.instant.toISOString(), instant)
    })
  }

  test('a skipped time of spring is written an hour later', () => {
    const moment = readDateTime('2026-03-29T01:30:00')
    assert.ok(moment)
    assert.equal(writeLocalDateTime(moment.instant), '2026-03-29T02:30:00')
  })

  for (const text of [
    '',
    '2026',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-3-14',
    '0000-01-01',
    '2026-03-14T24:00:00',
    '2026-03-14T09:60:00',
    '2026-03-14T09:30:00+15:00',
    '2026-03-14T09:30:00z',
    '2026-03-14x',
    '14/03/2026',
    'yesterday',
  ]) {
    test(`"${text}" is no date`, () => {
      assert.equal(readDateTime(text), undefined)
      assert.equal(readIsoDate(text), undefined)
    })
  }

  test('a form field takes day, month and year as well', () => {
    assert.equal(readDate('14/03/2026'), '2026-03-14')
    assert.equal(readDate('2026-03-14'), '2026-03-14')
    assert.equal(readDate('31/02/2026'), undefined)
    assert.equal(readDate('3/14/2026'), undefined)
  })

  test('a local day begins an hour before the day of UTC in summer', () => {
    assert.equal(startOfLocalDate('2026-07-14')?.toISOString(), '2026-07-13T23:00:00.000Z')
    assert.equal(startOfLocalDate('2026-07-14T00:00:00'), undefined)
  })

  test('whatever text arrives, the answer is a moment or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const moment = readDateTime(text)
        assert.ok(moment === undefined || !Number.isNaN(moment.instant.getTime()))
      }),
    )
  })
})

describe('dates out', () => {
  test('London time is written without zone or fraction', () => {
    assert.equal(writeLocalDateTime(new Date('2026-07-01T23:30:05.999Z')), '2026-07-02T00:30:05')
    assert.equal(writeLocalDate(new Date('2026-07-01T23:30:00Z')), '2026-07-02')
    assert.equal(writeLocalDateTime(new Date('2026-01-01T00:00:00Z')), '2026-01-01T00:00:00')
  })

  test('the years of British Standard Time are an hour ahead in winter too', () => {
    assert.equal(writeLocalDateTime(new Date('1970-01-01T12:00:00Z')), '1970-01-01T13:00:00')
  })

  test('what is written is read back as the same moment, outside the hour that occurs twice', () => {
    const instants = fc.date({
      min: new Date('1975-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (date) => {
        const instant = new Date(Math.floor(date.getTime() / 1000) * 1000)
        const read = readDateTime(writeLocalDateTime(instant))?.instant.getTime() ?? Number.NaN
        assert.ok(read === instant.getTime() || read === instant.getTime() - 3_600_000)
        assert.equal(writeLocalDateTime(new Date(read)), writeLocalDateTime(instant))
      }),
    )
  })
})
