import { kind, type Kind } from '#kernel/kind.ts'
import { readDate } from '#platform/local-time.ts'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The number of a month, given as one or by its name or the beginning of it; other texts stay. */
export function monthNumber(text: string): string {
  if (text.length < 3) return text
  const at = months.findIndex((month) => month.startsWith(text.toLowerCase()))
  return at === -1 ? text : String(at + 1)
}

const dayFirst = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.-]+(\d{4})$/i
const padded = (part: string): string => part.padStart(2, '0')

/** A date as people type it, `21/5/2026` or `21 May 2026` or as 2026-05-21, to YYYY-MM-DD; undefined where it is none. */
export function readTypedDay(text: string): string | undefined {
  const written = text.trim()
  const [, day, month = '', year] = dayFirst.exec(written) ?? []
  if (day === undefined) return readDate(written)
  return readDate(`${year}-${padded(monthNumber(month))}-${padded(day)}`)
}

/** A date as people type it, day first and with or without noughts, or as 2026-05-21; to YYYY-MM-DD. */
export const typedDate: Kind<string> = kind({
  name: 'date',
  schema: { type: 'string', format: 'date' },
  read(text) {
    const value = readTypedDay(text)
    return value === undefined ? { fault: 'must be a real date, such as 21/5/2026' } : { value }
  },
  good: ['21/5/2026', '21/05/2026', '1 4 2026', '21 May 2026', '2026-05-21'],
  bad: ['30/2/2026', '14/13/2026', '5/2026', 'tomorrow'],
})
