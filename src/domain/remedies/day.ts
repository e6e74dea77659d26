import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'

export { typedDate } from '#domain/calendar/index.ts'

/** The date given, unless it lies ahead: what is noted as done was done by today. */
export function notAhead(parameter: string, date: string, now: Date): string {
  if (date <= writeLocalDate(now)) return date
  const message = 'Enter a date that is today or in the past'
  throw new Refusal(invalidInput, [{ parameter, kind: 'invalid', message }])
}
