import { kind, type Kind } from '#kernel/kind.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import { readDate, writeLocalDate } from '#platform/local-time.ts'

const dayFirst = /^(\d{1,2})[/ .-](\d{1,2})[/ .-](\d{4})$/
const padded = (part = ''): string => part.padStart(2, '0')

/** A date as people type it, day first and with or without noughts, or as 2026-05-21; to YYYY-MM-DD. */
export const typedDate: Kind<string> = kind({
  name: 'date',
  schema: { type: 'string', format: 'date' },
  read(text) {
    const [, day, month, year] = dayFirst.exec(text.trim()) ?? []
    const value = readDate(year ? `${year}-${padded(month)}-${padded(day)}` : text.trim())
    return value === undefined ? { fault: 'must be a real date, such as 21/5/2026' } : { value }
  },
  good: ['21/5/2026', '21/05/2026', '1 4 2026', '2026-05-21'],
  bad: ['30/2/2026', '14/13/2026', '5/2026', 'tomorrow'],
})

/** The date given, unless it lies ahead: what is noted as done was done by today. */
export function notAhead(parameter: string, date: string, now: Date): string {
  const flaws = aheadFlaws(parameter, date, now)
  if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
  return date
}

/** What is wrong with a date on which something is said to have been done; nothing where it has come. */
export const aheadFlaws = (parameter: string, date: string, now: Date): readonly Flaw[] =>
  date <= writeLocalDate(now)
    ? []
    : [{ parameter, kind: 'invalid', message: 'Enter a date that is today or in the past' }]
