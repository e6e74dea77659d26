import { shippedHolidays, type BankHoliday } from '#domain/calendar/index.ts'
import type { CalendarDay } from './own-calendars.ts'

/** Holidays beside what is known: those that are new, and those that were retired here and stay so. */
export interface NewHolidays {
  readonly added: readonly CalendarDay[]
  readonly retiredHere: readonly CalendarDay[]
}

const keyOf = (calendar: string, on: string): string => `${calendar} ${on}`

/** Compares holidays with what is shipped and what an organisation keeps; nothing is ever dropped by it. */
export function newHolidays(
  holidays: readonly BankHoliday[],
  own: readonly CalendarDay[],
): NewHolidays {
  const ofBanks = own.filter(({ kind }) => kind === 'bank holiday')
  const retired = new Set(
    ofBanks.filter(({ isRetired }) => isRetired).map(({ calendar, on }) => keyOf(calendar, on)),
  )
  const known = new Set([
    ...shippedHolidays.map(({ division, on }) => keyOf(division, on)),
    ...ofBanks.map(({ calendar, on }) => keyOf(calendar, on)),
  ])
  const added = new Map<string, CalendarDay>()
  const retiredHere: CalendarDay[] = []
  for (const { division, on, title } of holidays) {
    const day = dayOff({ calendar: division, on, name: title, kind: 'bank holiday' })
    const key = keyOf(division, on)
    if (retired.has(key)) retiredHere.push(day)
    else if (!known.has(key)) added.set(key, day)
  }
  return { added: [...added.values()], retiredHere }
}

/** A day that is added. */
export const dayOff = (day: Omit<CalendarDay, 'isRetired'>): CalendarDay =>
  Object.freeze({ ...day, isRetired: false })
