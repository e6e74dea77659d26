import {
  dayOf,
  divisionOf,
  isHouse,
  shippedCalendars,
  workingDaysBetween,
  type Calendar,
  type Calendars,
} from '#domain/calendar/index.ts'
import { isByWorkingDay } from './conventions.ts'
import type { Deadline } from './deadline.ts'
import { calendarOf } from './explain.ts'
import { unionOfIntervals, workingDaysIn, type Interval } from './intervals.ts'

/**
 * The working days left after today, up to and with the last; negative once it has passed, undefined while there
 * is no last day. What does not count towards the deadline does not count here.
 */
export function workingDaysLeft(
  deadline: Deadline,
  today: string,
  calendars: Calendars = shippedCalendars(),
): number | undefined {
  const last = deadline.dueOn ?? deadline.dueAt?.slice(0, 10)
  if (last === undefined) return undefined
  const own = calendarOf(deadline, calendars)
  const isOwn = own && !isHouse(own.name)
  const calendar = isOwn ? own : calendars[divisionOf[deadline.nation]]
  const [from, to] = [dayOf(today), dayOf(last)]
  return from <= to
    ? openDays(deadline, calendar, { from, to })
    : -openDays(deadline, calendar, { from: to, to: from })
}

/** Days without those that a question or closure leaves out. */
function openDays({ exclusions, counting }: Deadline, calendar: Calendar, days: Interval): number {
  const all = workingDaysBetween(calendar.table, days.from, days.to)
  if (exclusions.length === 0 || !isByWorkingDay(counting)) return all
  return all - workingDaysIn(unionOfDays(exclusions), calendar, days)
}

const unionOfDays = (exclusions: Deadline['exclusions']): readonly Interval[] =>
  unionOfIntervals(exclusions.map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) })))
