import {
  afterWorkingDays,
  correspondingDay,
  lastDayOfMonths,
  rolledForward,
  withSaturdays,
  type Calendar,
} from '#domain/calendar/index.ts'
import { daysIn, workingDaysIn, type Interval } from './intervals.ts'
import type { Convention, Counting } from '#domain/time-limits/index.ts'

/** What is counted on: the day counted from, and the days that do not count, as a union. */
export interface Ground {
  readonly calendar: Calendar | undefined
  readonly start: number
  readonly excluded: readonly Interval[]
}

type Count = (number: number, ground: Ground) => number

/** Each way of counting in days, as far as the day that is not yet moved to a working day. */
const counts: Readonly<Record<Exclude<Convention, 'HOURS'>, Count>> = {
  AFTER_WD: (number, ground) => afterOpenDays(number, ground, calendarOf(ground)),
  AFTER_DAYS: (number, { start, excluded }) => start + number + daysIn(excluded),
  AFTER_DAYS_ROLL: (number, { start, excluded }) => start + number + daysIn(excluded),
  BEGINNING_WITH_DAYS: (number, { start, excluded }) => start + number - 1 + daysIn(excluded),
  BEGINNING_WITH_MONTHS: (number, { start, excluded }) =>
    lastDayOfMonths(start, number) + daysIn(excluded),
  CORRESPONDING_MONTHS: (number, { start, excluded }) =>
    correspondingDay(start, number) + daysIn(excluded),
  CLEAR_DAYS: (number, ground) =>
    afterOpenDays(number, ground, withSaturdays(calendarOf(ground))) + 1,
}

const rolling: ReadonlySet<Convention> = new Set(['AFTER_DAYS_ROLL', 'CORRESPONDING_MONTHS'])
const byWorkingDay: ReadonlySet<Convention> = new Set(['AFTER_WD', 'CLEAR_DAYS'])

/** Tells whether a convention moves its last day to a working day. */
export const isRolled = ({ convention }: Counting): boolean => rolling.has(convention)
/** Tells whether a convention leaves out days that are not worked. */
export const isByWorkingDay = ({ convention }: Counting): boolean => byWorkingDay.has(convention)

/** The calendar by which a convention counts: to clear days a Saturday is a day like others. */
export const calendarCounted = ({ convention }: Counting, calendar: Calendar): Calendar =>
  convention === 'CLEAR_DAYS' ? withSaturdays(calendar) : calendar

/** The last day by a convention, not yet moved to a working day. */
export function countFrom({ convention, number }: Counting, ground: Ground): number {
  if (convention === 'HOURS' || number === null)
    throw new TypeError(`${convention} has no day to count to`)
  return counts[convention](number, ground)
}

/** The day itself, or the next working day where the convention moves it there. */
export function rolled(counting: Counting, calendar: Calendar | undefined, day: number): number {
  return calendar && isRolled(counting) ? rolledForward(calendar.table, day) : day
}

function calendarOf({ calendar }: Ground): Calendar {
  if (!calendar) throw new TypeError('A rule that counts working days names no calendar')
  return calendar
}

/** The count is longer by the days left out on the way, and then by those left out on that longer way. */
function afterOpenDays(number: number, { start, excluded }: Ground, calendar: Calendar): number {
  let day = afterWorkingDays(calendar.table, start, number)
  if (excluded.length === 0) return day
  for (;;) {
    const leftOut = workingDaysIn(excluded, calendar, { from: start, to: day })
    const next = afterWorkingDays(calendar.table, start, number + leftOut)
    if (next === day) return day
    day = next
  }
}
