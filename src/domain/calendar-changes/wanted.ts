import {
  compareHolidays,
  dayOf,
  divisions,
  shippedHolidays,
  weekdayOf,
  houses,
  type BankHoliday,
  type FileDays,
} from '#domain/calendar/index.ts'
import { bankHoliday, dayOff, daysFrom, newDays, type CalendarDay } from '#domain/holidays/index.ts'
import { recessesAmong, sittingsLackedBy, type Recess } from './recesses.ts'

/** A change to the calendar that somebody wants: a feed brought in, days closed, or a day retired. */
export type WantedChange =
  | ({ readonly change: 'import' } & FileDays)
  | {
      readonly change: 'close'
      readonly from: string
      readonly to: string
      readonly kind: 'local' | 'school'
      readonly name: string
    }
  | {
      readonly change: 'retire'
      readonly on: string
      /** The one calendar that is meant; every calendar without. */
      readonly calendar?: CalendarName | undefined
      readonly reason: string
    }

/** The calendar of a part of the United Kingdom, of a House, or the organisation's own. */
export const calendarNames = [...divisions, ...houses, 'organisation'] as const
export type CalendarName = (typeof calendarNames)[number]

/** What a change comes to beside what is kept: its days, and in words what becomes of them. */
export interface PlannedChange {
  readonly days: readonly CalendarDay[]
  readonly summary: string
  /** The known days that a feed does not have, in the years that it speaks of; they stay. */
  readonly staying: readonly CalendarDay[]
  /** When a House does not sit among or beside the days of a file, which somebody must see before they agree. */
  readonly recesses: readonly Recess[]
}

/** What a wanted change comes to, given the days that the organisation keeps; no days where nothing would change. */
export function plannedChange(wanted: WantedChange, own: readonly CalendarDay[]): PlannedChange {
  if (wanted.change === 'import') return importing(wanted, own)
  if (wanted.change === 'close') return closing(wanted, own)
  return retiring(wanted, own)
}

function importing(file: FileDays, own: readonly CalendarDay[]): PlannedChange {
  const { added, retiredHere } = newDays(file, own)
  const kept = retiredHere.length > 0 ? `, ${retiredHere.length} retired here and left so` : ''
  const summary = `${counted(added.length, 'day')} new${kept}`
  const staying = [...lackedBy(file.holidays, own), ...sittingsLackedBy(file.sittings, own)]
  const recesses = recessesAmong(file.sittings, overlaid(own, added))
  return { days: added, summary, staying, recesses }
}

/** A feed that leaves out a day drops nothing, and it is said: the day may have been taken back. */
function lackedBy(holidays: readonly BankHoliday[], own: readonly CalendarDay[]) {
  const days = withShipped(own).filter(
    ({ kind, isRetired }) => kind === 'bank holiday' && !isRetired,
  )
  const known = days.flatMap(({ calendar, on, name: title }) =>
    divisions
      .filter((division) => division === calendar)
      .map((division) => ({ division, on, title })),
  )
  return compareHolidays(known, holidays).missing.map(bankHoliday)
}

type Closing = Extract<WantedChange, { change: 'close' }>

function closing({ from, to, kind, name }: Closing, own: readonly CalendarDay[]): PlannedChange {
  const live = new Set(
    own.filter((day) => !day.isRetired && day.kind === `${kind} closure`).map(({ on }) => on),
  )
  const all = daysFrom(from, to)
  const days = all
    .filter((on) => !isWeekend(on) && !live.has(on))
    .map((on) => dayOff({ calendar: 'organisation', on, name, kind: `${kind} closure` }))
  const of = `${all.length} ${all.length === 1 ? 'day' : 'days'}`
  const summary = `${counted(days.length, 'weekday')} newly closed, of ${of}`
  return { days, summary, staying: [], recesses: [] }
}

type Retiring = Extract<WantedChange, { change: 'retire' }>

function retiring({ on, calendar }: Retiring, own: readonly CalendarDay[]): PlannedChange {
  const days = withShipped(own)
    .filter((day) => day.on === on && !day.isRetired)
    .filter((day) =>
      calendar === undefined ? day.kind !== 'sitting day' : day.calendar === calendar,
    )
    .map(({ name, kind, ...day }) => ({ on, name, kind, calendar: day.calendar, isRetired: true }))
  return { days, summary: `${on} is retired`, staying: [], recesses: [] }
}

const counted = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? ' is' : 's are'}`

const isWeekend = (on: string): boolean => [0, 6].includes(weekdayOf(dayOf(on)))

const shippedDays = shippedHolidays.map(({ division, on, title }) => ({
  ...dayOff({ calendar: division, on, name: title, kind: 'bank holiday' }),
  source: 'shipped',
  retiredReason: null,
}))

/** The days that are kept, with those that are shipped and stand unchanged, in order. */
export const withShipped = <D extends CalendarDay>(own: readonly D[]) => {
  const kept = new Set(own.map(keyOf))
  return [...shippedDays.filter((day) => !kept.has(keyOf(day))), ...own].toSorted((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  )
}

/** The days as they will be: those of a change stand instead of those that are there. */
export function overlaid(own: readonly CalendarDay[], days: readonly CalendarDay[]) {
  const changed = new Set(days.map(keyOf))
  return [...own.filter((each) => !changed.has(keyOf(each))), ...days]
}

const keyOf = ({ calendar, kind, on }: CalendarDay): string => `${on} ${calendar} ${kind}`
