import { dayOf, divisionOf, findDay, isoOf, workingDaysBetween } from '#domain/calendar/index.ts'
import { toldOfRunning, type Told } from '#domain/clock/index.ts'
import { calendars } from '#domain/holidays/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import type { Reading } from '#platform/statement.ts'

/** What a list knows of when something is due. */
export interface Dated {
  readonly dueOn: string | null
  /** The calendar by which its case counts, where it counts by one. */
  readonly calendar: string | null
  /** Does the clock of its case stand still? */
  readonly isStopped: boolean
}

/** Gives what tells when something is due, by the calendars of the organisation; undefined where there is no date. */
export async function dueTeller(
  db: Reading,
  today: string,
): Promise<(dated: Dated) => Told | undefined> {
  const [own, { nation }] = await Promise.all([calendars(db), organisationSettings(db)])
  const usual = own.calendars[divisionOf[nation]]
  return ({ dueOn, calendar, isStopped }) => {
    if (dueOn === null) return isStopped ? stopped : undefined
    const { table } = Object.values(own.calendars).find(({ name }) => name === calendar) ?? usual
    const [from, to] = [dayOf(today), findDay(dueOn)]
    return toldOfRunning(dueOn, to === undefined ? 0 : daysBetween(table, from, to), today)
  }
}

type Table = Parameters<typeof workingDaysBetween>[0]

const daysBetween = (table: Table, from: number, to: number): number =>
  from <= to ? workingDaysBetween(table, from, to) : -workingDaysBetween(table, to, from)

const stopped: Told = Object.freeze({
  mark: 'Clock stopped',
  summary: 'No date while it is stopped',
})

/** The last day of the week that a day is in, which ends on Sunday. */
export function endOfWeek(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return isoOf(dayOf(today) + ((7 - weekday) % 7))
}

/** Which work is wanted, by when it is due. */
export const dueChoices = ['late', 'today', 'week'] as const

interface Days {
  readonly today: string
  readonly weekEnd: string
}

/** The days between which work is due that is wanted. */
export function dueBetween(
  due: (typeof dueChoices)[number] | undefined,
  { today, weekEnd }: Days,
): { readonly from: string | null; readonly until: string | null } {
  if (due === undefined) return { from: null, until: null }
  if (due === 'late') return { from: null, until: isoOf(dayOf(today) - 1) }
  return { from: today, until: due === 'today' ? today : weekEnd }
}
