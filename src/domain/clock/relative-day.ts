import {
  afterWorkingDays,
  dayOf,
  divisionOf,
  isoOf,
  type Calendars,
  type Nation,
} from '#domain/calendar/index.ts'
import type { RelativeDay } from '#domain/procedures/index.ts'

/** The calendar days and working days of a nation. */
export interface Counted {
  readonly calendars: Calendars
  readonly nation: Nation
}

/**
 * The day so many days before or after another, by the calendar or by the nation's working days; null outside
 * the years that can be counted with.
 */
export function dayFrom(
  base: string,
  { days, unit }: Pick<RelativeDay, 'days' | 'unit'>,
  { calendars, nation }: Counted,
): string | null {
  try {
    const day = dayOf(base)
    if (unit === 'calendar' || days === 0) return isoOf(day + days)
    const { table } = calendars[divisionOf[nation]]
    // before a day off, the last working day is one working day back
    return isoOf(
      days > 0 ? afterWorkingDays(table, day, days) : afterWorkingDays(table, day - 1, days + 1),
    )
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
