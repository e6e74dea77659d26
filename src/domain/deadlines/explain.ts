import {
  dayOf,
  isHouse,
  isoOf,
  nameOfDayOff,
  rolledForward,
  shippedCalendars,
  type Calendar,
  type Calendars,
} from '#domain/calendar/index.ts'
import { calendarCounted, countFrom, isByWorkingDay, isRolled } from './conventions.ts'
import type { Deadline } from './deadline.ts'
import { unionOfIntervals, type Interval } from './intervals.ts'

/** A day that counts, and which one it is. */
export interface CountedDay {
  readonly on: string
  readonly number: number
}

/** A day that does not count, and its name. */
export interface SkippedDay {
  readonly on: string
  readonly name: string
  readonly kind: 'weekend' | 'bank holiday' | 'closure' | 'pause'
}

/** A date on the way to the one that is due. */
export interface Step {
  readonly what: 'counted' | 'with days left out' | 'moved to a working day'
  readonly on: string
}

/** A deadline with each day on the way to it. */
export interface Explanation {
  readonly deadline: Deadline
  readonly counted: readonly CountedDay[]
  readonly skipped: readonly SkippedDay[]
  readonly steps: readonly Step[]
}

/** Lists each day that a deadline counted or left out; give the calendars that it was made with. */
export function explain(deadline: Deadline, calendars?: Calendars): Explanation {
  const last = deadline.dueOn ?? deadline.wouldHaveBeen
  const calendar = calendarOf(deadline, calendars)
  const lists =
    last === undefined
      ? { counted: [], skipped: [], steps: [] }
      : calendar && isByWorkingDay(deadline.counting)
        ? byWorkingDay(deadline, calendarCounted(deadline.counting, calendar), dayOf(last))
        : byDate(deadline, calendar)
  return Object.freeze({ deadline, ...lists })
}

/** The calendar that a deadline was counted by, of those given or shipped. */
export function calendarOf(
  { calendar }: Deadline,
  calendars: Calendars = shippedCalendars(),
): Calendar | undefined {
  return Object.values(calendars).find(({ name }) => name === calendar?.name)
}

type Lists = Omit<Explanation, 'deadline'>

function byWorkingDay(deadline: Deadline, calendar: Calendar, due: number): Lists {
  const counted: CountedDay[] = []
  const skipped: SkippedDay[] = []
  const last = deadline.counting.convention === 'CLEAR_DAYS' ? due - 1 : due
  for (let day = dayOf(deadline.startsOn) + 1; day <= last; day++) {
    const off = dayOff(calendar, day) ?? leftOut(deadline, day)
    if (off) skipped.push(off)
    else counted.push({ on: isoOf(day), number: counted.length + 1 })
  }
  return { counted, skipped, steps: [] }
}

function dayOff(calendar: Calendar, day: number): SkippedDay | undefined {
  const name = nameOfDayOff(calendar, day)
  if (name === undefined) return undefined
  if (!calendar.daysOff.has(day)) return { on: isoOf(day), name, kind: 'weekend' }
  return { on: isoOf(day), name, kind: isHouse(calendar.name) ? 'closure' : 'bank holiday' }
}

function leftOut({ exclusions }: Deadline, day: number): SkippedDay | undefined {
  const on = isoOf(day)
  const found = exclusions.find(({ from, to }) => from <= on && on <= to)
  return found && { on, name: found.name, kind: found.isClosure ? 'closure' : 'pause' }
}

function byDate(deadline: Deadline, calendar: Calendar | undefined): Lists {
  const { counting, exclusions } = deadline
  const intervals = exclusions.map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) }))
  const excluded = unionOfIntervals(intervals)
  const start = dayOf(deadline.startsOn)
  const counted = countFrom(counting, { calendar, start, excluded: [] })
  const later = countFrom(counting, { calendar, start, excluded })
  const moved = calendar && isRolled(counting) ? rolledForward(calendar.table, later) : later
  const steps: Step[] = [{ what: 'counted', on: isoOf(counted) }]
  if (later !== counted) steps.push({ what: 'with days left out', on: isoOf(later) })
  if (moved !== later) steps.push({ what: 'moved to a working day', on: isoOf(moved) })
  const pauses = excluded.flatMap(daysOf).map((day) => leftOut(deadline, day))
  const offs = daysOf({ from: later, to: moved - 1 }).map(
    (day) => calendar && dayOff(calendar, day),
  )
  const skipped = [...pauses, ...offs].filter((day) => day !== undefined)
  return { counted: [], skipped, steps }
}

const daysOf = ({ from, to }: Interval): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
