import {
  houseTitles,
  shippedHolidays,
  type BankHoliday,
  type FileDays,
  type SittingDay,
} from '#domain/calendar/index.ts'
import type { CalendarDay } from './own-calendars.ts'

/** Days of a file beside what is known: those that are new, and those that were retired here and stay so. */
export interface NewDays {
  readonly added: readonly CalendarDay[]
  readonly retiredHere: readonly CalendarDay[]
}

const keyOf = (calendar: string, on: string): string => `${calendar} ${on}`

/** Compares days of a file with what is shipped and what an organisation keeps; nothing is ever dropped by it. */
export function newDays({ holidays, sittings }: FileDays, own: readonly CalendarDay[]): NewDays {
  const ofFiles = own.filter(({ kind }) => kind === 'bank holiday' || kind === 'sitting day')
  const retired = new Set(
    ofFiles.filter(({ isRetired }) => isRetired).map(({ calendar, on }) => keyOf(calendar, on)),
  )
  const known = new Set([
    ...shippedHolidays.map(({ division, on }) => keyOf(division, on)),
    ...ofFiles.map(({ calendar, on }) => keyOf(calendar, on)),
  ])
  const added = new Map<string, CalendarDay>()
  const retiredHere: CalendarDay[] = []
  for (const day of [...holidays.map(bankHoliday), ...sittings.map(sittingDay)]) {
    const key = keyOf(day.calendar, day.on)
    if (retired.has(key)) retiredHere.push(day)
    else if (!known.has(key)) added.set(key, day)
  }
  return { added: [...added.values()], retiredHere }
}

/** A bank holiday as a calendar keeps it. */
export const bankHoliday = ({ division, on, title }: BankHoliday): CalendarDay =>
  dayOff({ calendar: division, on, name: title, kind: 'bank holiday' })

const sittingDay = ({ house, on }: SittingDay): CalendarDay =>
  dayOff({ calendar: house, on, name: `${houseTitles[house]} sits`, kind: 'sitting day' })

/** A day that is added. */
export const dayOff = (day: Omit<CalendarDay, 'isRetired'>): CalendarDay =>
  Object.freeze({ ...day, isRetired: false })
