import { readDate, readDateTime } from '#platform/local-time.ts'
import { kind, type Kind } from './kind.ts'

/** Text of at most so many characters. */
export const text = ({ max }: { max: number }): Kind<string> =>
  kind({
    name: max > 4000 ? 'long text' : 'text',
    schema: { type: 'string', maxLength: max },
    read: (value) =>
      value.length <= max
        ? { value }
        : { fault: `must be ${max.toLocaleString('en-GB')} characters or fewer` },
    good: ['Jo Field', 'first line\nsecond line'],
    bad: ['x'.repeat(max + 1)],
  })

/** Short text, up to 4,000 characters (contract 2.6). */
export const shortText = text({ max: 4000 })
/** Long text with line breaks, up to 1,000,000 characters (contract 2.6). */
export const longText = text({ max: 1_000_000 })
/** A reference of a caller's own system, up to 500 characters (contract 2.6). */
export const reference: Kind<string> = kind({ ...text({ max: 500 }), name: 'id' })

const digits = /^[0-9]{1,500}$/
/** The number that no case has, for digits too long to be a case number. */
export const noCase = 0

/** A case number: digits. Numbers longer than any case's are read as `noCase`. */
export const caseNumber: Kind<number> = kind({
  name: 'digits',
  schema: { type: 'string', pattern: '^[0-9]+$' },
  read(value) {
    if (!digits.test(value.trim())) return { fault: 'must be a number, such as 100245' }
    const number = Number(value)
    return { value: Number.isSafeInteger(number) ? number : noCase }
  },
  good: ['100245', '007', '9'.repeat(40)],
  bad: ['C100245', '-1', '1.5', '1e3'],
})

/** A whole number between two bounds, inclusive. */
export const integer = ({ min, max }: { min: number; max: number }): Kind<number> =>
  kind({
    name: 'number',
    schema: { type: 'integer', minimum: min, maximum: max },
    read(value) {
      const number = /^-?[0-9]{1,16}$/.test(value.trim()) ? Number(value) : NaN
      return number >= min && number <= max
        ? { value: number }
        : { fault: `must be a whole number from ${min} to ${max}` }
    },
    good: [String(min), String(max)],
    bad: ['ten', String(max + 1), String(min - 1), '1.5'],
  })

/** `true`, `yes` and `1` in any case are true, all else is false (contract 2.6). */
export const flag: Kind<boolean> = kind({
  name: 'flag',
  schema: { type: 'boolean' },
  read: (value) => ({ value: ['true', 'yes', '1'].includes(value.trim().toLowerCase()) }),
  good: ['true', 'Yes', '1', 'false', 'nonsense'],
  bad: [],
})

/** A calendar date, to 'YYYY-MM-DD' (contract 2.6). */
export const date: Kind<string> = kind({
  name: 'date',
  schema: { type: 'string', format: 'date' },
  read(value) {
    const read = readDate(value.trim())
    return read ? { value: read } : { fault: 'must be a real date, such as 2026-05-21' }
  },
  good: ['2026-05-21', '21/05/2026'],
  bad: ['2026-02-30', 'tomorrow', '14/13/2026'],
})

/** A date and time (contract 2.6), to its instant and its date in London. */
export const dateTime = kind({
  name: 'date-time',
  schema: { type: 'string', format: 'date-time' },
  read(value) {
    const read = readDateTime(value.trim())
    return read
      ? { value: read }
      : { fault: 'must be a date and time, such as 2026-05-21T10:15:00' }
  },
  good: ['2026-05-21', '2026-05-21T10:15:00', '2026-05-21T10:15:00.000Z', '2026-05-21 10:15:00'],
  bad: ['2026-02-30T09:30:00', 'now'],
})

/** A decimal amount, as its exact text, such as `180.25` or `-5`. */
export const decimal: Kind<string> = kind({
  name: 'decimal',
  schema: { type: 'string', pattern: '^-?[0-9]{1,12}(\\.[0-9]{1,2})?$' },
  read: (value) =>
    /^-?[0-9]{1,12}(\.[0-9]{1,2})?$/.test(value.trim())
      ? { value: value.trim() }
      : { fault: 'must be an amount, such as 180.25' },
  good: ['180.25', '-5', '0'],
  bad: ['£5', '1,000', '1.234', '1e3'],
})

/** An e-mail address, as far as its form says. */
export const emailAddress: Kind<string> = kind({
  name: 'e-mail address',
  schema: { type: 'string', format: 'email' },
  read(text) {
    const value = text.trim()
    return /^[^\s@]+@[^\s@]+$/.test(value) && value.length <= 254
      ? { value }
      : { fault: 'must be an e-mail address, such as sam.dee@north.example' }
  },
  good: ['sam.dee@north.example'],
  bad: ['sam', '@north', 'sam@', 'sam dee@north', 'sam@dee@north'],
})

/** One of a fixed set of words, in any letter case. */
export const choice = <const W extends readonly string[]>(...words: W): Kind<W[number]> =>
  kind({
    name: 'choice',
    schema: { type: 'string', enum: words },
    read(value) {
      const wanted = value.trim().toLowerCase()
      const found = words.find((word) => word.toLowerCase() === wanted)
      return found ? { value: found as W[number] } : { fault: `must be one of ${words.join(', ')}` }
    },
    good: words,
    bad: [`${words.join('')}?`],
    isChosen: true,
  })
