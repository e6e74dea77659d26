import { createHash } from 'node:crypto'
import { dayOf, inWords, isoOf, yearOf } from './day.ts'
import { workingDayTable, type WorkingDayTable } from './working-days.ts'

/** A named set of days off with a weekend. */
export interface Calendar {
  readonly name: string
  readonly title: string
  /** Changes whenever a day off does. */
  readonly version: string
  /** The days of the week on which no work is done, 0 for Sunday to 6 for Saturday. */
  readonly weekend: readonly number[]
  /** The name of each day off, by day number; weekends apart. */
  readonly daysOff: ReadonlyMap<number, string>
  /** The years whose days off are known. */
  readonly years: ReadonlySet<number>
  /** The days, both ends included, over which its days are known, where that is not by years. */
  readonly stretches?: readonly { readonly from: number; readonly to: number }[]
  readonly table: WorkingDayTable
}

/** What a calendar is made of; dates are YYYY-MM-DD. */
export interface CalendarDefinition {
  readonly name: string
  readonly title: string
  readonly days: readonly { readonly on: string; readonly title: string }[]
  readonly weekend?: readonly number[]
  /** The years whose days off are known; those of the days, without. */
  readonly years?: Iterable<number>
}

/** Makes a calendar; throws RangeError where a day is no date. */
export function calendarFrom(definition: CalendarDefinition): Calendar {
  const { name, title, days, weekend = [0, 6] } = definition
  const daysOff = new Map(days.map((day) => [dayOf(day.on), day.title]))
  return Object.freeze({
    name,
    title,
    version: versionOfDays([...daysOff.keys()], weekend),
    weekend,
    daysOff,
    years: new Set(definition.years ?? [...daysOff.keys()].map(yearOf)),
    table: workingDayTable((day) => daysOff.has(day), weekend),
  })
}

/** Why a date cannot be relied on: its count touches days of which a calendar knows nothing. */
export interface Provisional {
  readonly yearWithoutEntries: number
  /** What the calendar lacks, in words. */
  readonly lacking: string
  /** Absent where the calendar has no entry at all. */
  readonly calendarBeginsOn?: string
  /** The last day with entries before those days, or of all where none lie before them. */
  readonly calendarEndsOn?: string
}

/** Says in words why a date is provisional, and where its calendar begins and ends. */
export const provisionalInWords = ({
  lacking,
  calendarBeginsOn: first,
  calendarEndsOn: last,
}: Provisional): string =>
  first === undefined || last === undefined
    ? lacking
    : `${lacking}; the calendar begins on ${inWords(first)} and ends on ${inWords(last)}`

/** A name for days and a weekend that changes whenever one of them does. */
export function versionOfDays(numbers: readonly number[], weekend: readonly number[]): string {
  const days = numbers.toSorted((a, b) => a - b).map(isoOf)
  const text = [...days, ...weekend].join(' ')
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
