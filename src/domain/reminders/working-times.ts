import { dayOf, isoOf } from '#domain/calendar/index.ts'
import { readDateTime, writeLocalDateTime } from '#platform/local-time.ts'

/** When there is work; days are written YYYY-MM-DD, times HH:MM, both local. */
export interface WorkingTimes {
  /** Throws RangeError past the years that can be counted with. */
  readonly isWorkingDay: (day: string) => boolean
  /** When a working day begins and the quiet hours end. */
  readonly dayBegins: string
  /** When the quiet hours begin. */
  readonly dayEnds: string
}

/** The day so many working days after a day, or before it where the number is negative. */
export function workingDaysAway(
  day: string,
  count: number,
  { isWorkingDay }: WorkingTimes,
): string {
  const step = Math.sign(count)
  let at = dayOf(day)
  for (let left = Math.abs(count); left > 0;) {
    at += step
    if (isWorkingDay(isoOf(at))) left -= 1
  }
  return isoOf(at)
}

/** The moment at which work begins on a day. */
export function beginningOf(day: string, { dayBegins }: WorkingTimes): Date {
  const begins = readDateTime(`${day}T${dayBegins}:00`)
  if (!begins) throw new RangeError(`${day} ${dayBegins} is no day and time`)
  return begins.instant
}

/** The first moment, from one on, at which mail may go: on a working day, outside the quiet hours. */
export function firstLoudMoment(moment: Date, times: WorkingTimes): Date {
  const { day, time } = localOf(moment)
  const isWorked = times.isWorkingDay(day)
  if (isWorked && time < times.dayBegins) return beginningOf(day, times)
  if (isWorked && time < times.dayEnds) return moment
  return beginningOf(workingDaysAway(day, 1, times), times)
}

/** The local day of a moment, and its time as HH:MM. */
export function localOf(moment: Date): { readonly day: string; readonly time: string } {
  const local = writeLocalDateTime(moment)
  return { day: local.slice(0, 10), time: local.slice(11, 16) }
}
