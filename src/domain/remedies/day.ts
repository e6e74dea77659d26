import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'

export { typedDate } from '#domain/calendar/index.ts'

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
