import {
  afterWorkingDays,
  dayOf,
  divisionOf,
  isoOf,
  shippedCalendars,
  workingDaysBetween,
  writeWithOffset,
  type Calendar,
  type Calendars,
} from '#domain/calendar/index.ts'
import { countFrom, isByWorkingDay } from './conventions.ts'
import type { Deadline } from './deadline.ts'
import { calendarOf } from './explain.ts'
import { unionOfIntervals, workingDaysIn, type Interval } from './intervals.ts'

/** When to warn: at shares of the time in per cent, and so many days before the last. */
export interface WarningLevels {
  readonly shares?: readonly number[]
  readonly daysBefore?: readonly number[]
}

/** A warning: the level it comes from and its day or, of a rule that counts hours, its instant. */
export interface Warning {
  readonly level: { readonly share: number } | { readonly daysBefore: number }
  readonly on?: string
  readonly at?: string
}

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
  const calendar = calendarOf(deadline, calendars) ?? calendars[divisionOf[deadline.nation]]
  const [from, to] = [dayOf(today), dayOf(last)]
  return from <= to
    ? openDays(deadline, calendar, { from, to })
    : -openDays(deadline, calendar, { from: to, to: from })
}

/** The days on which to warn, in the order of the levels; none while there is no last day. */
export function warningDates(
  deadline: Deadline,
  { shares = [], daysBefore = [] }: WarningLevels,
  calendars?: Calendars,
): readonly Warning[] {
  const { dueOn, dueAt } = deadline
  if (dueAt !== undefined) return shares.map((share) => warningAt(deadline, dueAt, share))
  if (dueOn === undefined) return []
  const calendar = calendarOf(deadline, calendars)
  return [
    ...shares.map((share) => ({
      level: { share },
      on: isoOf(dayOfShare(deadline, calendar, share / 100)),
    })),
    ...daysBefore.map((days) => ({
      level: { daysBefore: days },
      on: isoOf(dayBefore(dayOf(dueOn), days, calendar)),
    })),
  ]
}

/** Days without those that a question or closure leaves out. */
function openDays({ exclusions, counting }: Deadline, calendar: Calendar, days: Interval): number {
  const all = workingDaysBetween(calendar.table, days.from, days.to)
  if (exclusions.length === 0 || !isByWorkingDay(counting)) return all
  return all - workingDaysIn(unionOfDays(exclusions), calendar, days)
}

const unionOfDays = (exclusions: Deadline['exclusions']): readonly Interval[] =>
  unionOfIntervals(exclusions.map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) })))

function warningAt(deadline: Deadline, dueAt: string, share: number): Warning {
  const end = Date.parse(dueAt)
  const begin = Date.parse(deadline.received.at ?? dueAt)
  return { level: { share }, at: writeWithOffset(new Date(begin + ((end - begin) * share) / 100)) }
}

/** The share of the days counted, or of all days where no working days are counted. */
function dayOfShare(deadline: Deadline, calendar: Calendar | undefined, share: number): number {
  const start = dayOf(deadline.startsOn)
  const due = dayOf(deadline.dueOn ?? deadline.startsOn)
  const { counting, exclusions } = deadline
  if (share >= 1) return due
  if (!calendar || counting.convention !== 'AFTER_WD')
    return start + Math.ceil((due - start) * share)
  const number = Math.max(1, Math.ceil((counting.number ?? 0) * share))
  const ground = { calendar, start, excluded: unionOfDays(exclusions) }
  return countFrom({ ...counting, number }, ground)
}

/** Working days before where the deadline has a calendar, else days. */
function dayBefore(due: number, days: number, calendar: Calendar | undefined): number {
  if (!calendar) return due - days
  const { table } = calendar
  const upToDue = workingDaysBetween(table, 0, due)
  return upToDue > days ? afterWorkingDays(table, 0, upToDue - days) : due - days
}
