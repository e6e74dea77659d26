import { dayOf, isoOf, isWorkingDay, type Calendar } from '#domain/calendar/index.ts'
import type { DatedThing, RelativeDay } from './procedure.ts'

/** The date of something dated, as YYYY-MM-DD; undefined while it has none. */
export type Dated = (thing: DatedThing) => string | undefined

/**
 * The day that stands so many days from something dated; undefined while that has no date. No days from a
 * day is that day itself, worked or not.
 */
export function relativeDay(
  { days, unit, from }: RelativeDay,
  dated: Dated,
  calendar: Calendar,
): string | undefined {
  const date = dated(from)
  if (date === undefined) return undefined
  const day = dayOf(date)
  return isoOf(unit === 'calendar' ? day + days : workingDaysFrom(day, days, calendar))
}

function workingDaysFrom(day: number, count: number, { table }: Calendar): number {
  const step = Math.sign(count)
  let [at, left] = [day, Math.abs(count)]
  while (left > 0) {
    at += step
    if (isWorkingDay(table, at)) left -= 1
  }
  return at
}
