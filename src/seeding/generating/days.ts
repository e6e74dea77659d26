import { dayOf, isoOf, rolledForward, shippedCalendars } from '#domain/calendar/index.ts'
import { startOfLocalDate, writeLocalDate } from '#platform/local-time.ts'
import type { Chance } from './chance.ts'

const hour = 3_600_000
export const dayLength = 24 * hour

/** The day so many days after another, both YYYY-MM-DD. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10)

/** The day so many days after another, or the next working day after that: nothing falls due on a day off. */
export const dueAfter = (date: string, days: number): string =>
  isoOf(rolledForward(shippedCalendars()['england-and-wales'].table, dayOf(daysAfter(date, days))))

/** The moment so many days after another; the days may be a fraction. */
export const later = (moment: Date, days: number): Date =>
  new Date(moment.getTime() + days * dayLength)

/** A moment of office hours at or after the given one: the same day where there is time left in it. */
export function inOfficeHours(moment: Date, chance: Chance): Date {
  const day = writeLocalDate(moment)
  const opens = (startOfLocalDate(day)?.getTime() ?? 0) + 9 * hour
  const isWeekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
  const start = Math.max(opens, moment.getTime())
  const closes = opens + 8 * hour
  if (isWeekend || start >= closes) {
    const tomorrow = startOfLocalDate(daysAfter(day, 1)) ?? moment
    return inOfficeHours(tomorrow, chance)
  }
  const minute = 60_000
  const at = start + chance.next() * Math.min(closes - start, 2 * hour)
  return new Date(Math.floor(at / minute) * minute + chance.between(0, 59) * 1000)
}
