import {
  calendarsOf,
  dayOf,
  divisions,
  isHouse,
  isoOf,
  shippedCalendars,
  type Calendars,
  type Closure,
  type Division,
} from '#domain/calendar/index.ts'
import type { Database } from '#platform/database.ts'
import type { Reading } from '#platform/statement.ts'
import { listCalendarDays } from './queries.ts'

/** The kinds of day on which an organisation does not work, and those on which a House sits. */
export const dayKinds = ['bank holiday', 'school closure', 'local closure', 'sitting day'] as const
export type DayKind = (typeof dayKinds)[number]

/** A day that an organisation has added to what is shipped, or retired. */
export interface CalendarDay {
  readonly calendar: string
  readonly on: string
  readonly name: string
  readonly kind: DayKind
  readonly isRetired: boolean
}

/** What an organisation counts by: the shipped holidays with its own changes, and its closures. */
export interface OwnCalendars {
  readonly calendars: Calendars
  /** Closures of its own; they move nothing that statute or a regulator sets. */
  readonly closures: readonly Closure[]
  /** When its school is closed; only rules that know schools ask for it. */
  readonly schoolClosures: readonly Closure[]
}

/** Makes what an organisation counts by of the days that it keeps. */
export function ownCalendars(days: readonly CalendarDay[]): OwnCalendars {
  const holidays = days.flatMap((day) => {
    const division = divisions.find((each) => each === day.calendar)
    return day.kind === 'bank holiday' && division ? [{ ...day, division }] : []
  })
  const live = days.filter(({ isRetired }) => !isRetired)
  const sittings = live.flatMap(({ calendar, kind, on }) =>
    kind === 'sitting day' && isHouse(calendar) ? [{ house: calendar, on }] : [],
  )
  const closures = live.filter(({ kind }) => kind === 'local closure')
  const schools = live.filter(({ kind }) => kind === 'school closure')
  return Object.freeze({
    calendars:
      holidays.length === 0 && sittings.length === 0
        ? shippedCalendars()
        : calendarsOf({
            added: holidays.filter(({ isRetired }) => !isRetired).map(holidayOf),
            retired: holidays.filter(({ isRetired }) => isRetired),
            sittings,
          }),
    closures: stretchesOf(closures),
    schoolClosures: stretchesOf(schools),
  })
}

const holidayOf = ({ division, on, name }: CalendarDay & { readonly division: Division }) => ({
  division,
  on,
  title: name,
})

/** Days one after another of the same name, as one closure. */
function stretchesOf(days: readonly CalendarDay[]): readonly Closure[] {
  const stretches: { from: string; to: string; name: string }[] = []
  for (const { on, name } of days.toSorted((a, b) => a.on.localeCompare(b.on))) {
    const last = stretches.at(-1)
    if (last && last.name === name && dayOf(on) === dayOf(last.to) + 1) last.to = on
    else stretches.push({ from: on, to: on, name })
  }
  return stretches
}

/** What the transaction's organisation counts by, kept until its calendar changes. */
export const calendars = (db: Reading): Promise<OwnCalendars> =>
  db.memory.remember('calendars', async () => ownCalendars(await listCalendarDays(db, {})))

/** What an organisation counts by, for one who is not in a transaction of it. */
export const calendarsKeptBy = (
  database: Database,
  organisationId: number,
): Promise<OwnCalendars> =>
  database
    .memoryOf(organisationId)
    .remember('calendars', () =>
      database.read(organisationId, async (db) => ownCalendars(await listCalendarDays(db, {}))),
    )

/** The number of days from one day to another. */
export const daysBetween = (from: string, to: string): number => dayOf(to) - dayOf(from)

/** Every day from one to another, both included. */
export const daysFrom = (from: string, to: string): readonly string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => isoOf(dayOf(from) + at))
