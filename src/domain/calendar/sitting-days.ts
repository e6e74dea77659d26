import { workingDayTable } from './working-days.ts'
import { dayOf, inWords, isoOf, weekdayOf, yearOf } from './day.ts'
import { versionOfDays, type Calendar, type Provisional } from './kept-calendar.ts'

/** The Houses whose sitting days are counted by. */
export const houses = ['house-of-commons'] as const
export type House = (typeof houses)[number]

/** What Houses are called. */
export const houseTitles: Readonly<Record<House, string>> = {
  'house-of-commons': 'House of Commons',
}

/** Tells whether a name is that of a House, whose sitting days make its calendar. */
export const isHouse = (name: string): name is House => houses.some((each) => each === name)

/** A day on which a House sits. */
export interface SittingDay {
  readonly house: House
  readonly on: string
}

/** Days by number, both ends included, over which every sitting day is known. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * No recess or dissolution has lasted longer for many years; where nothing is known for longer, days are missing that
 * nobody has brought in.
 */
const longestRecess = 60

/**
 * The calendar of a House, made of the days on which it sits, which Parliament publishes some months ahead. Where
 * nothing is known each weekday counts, so that a date is never too late, and is provisional.
 */
export function sittingCalendar(house: House, sittings: readonly SittingDay[]): Calendar {
  const days = sittings
    .filter((each) => each.house === house)
    .map(({ on }) => dayOf(on))
    .toSorted((a, b) => a - b)
  const sits = new Set(days)
  const stretches = stretchesOf(days)
  const daysOff = new Map(stretches.flatMap((stretch) => weekdaysOff(stretch, sits, house)))
  const isDayOff = (day: number) => !sits.has(day) && (isWeekend(day) || daysOff.has(day))
  return Object.freeze({
    name: house,
    title: `the ${houseTitles[house]}`,
    version: versionOfDays(days, []),
    weekend: [0, 6],
    daysOff,
    years: new Set(days.map(yearOf)),
    stretches,
    table: workingDayTable(isDayOff, []),
  })
}

const isWeekend = (day: number): boolean => [0, 6].includes(weekdayOf(day))

function stretchesOf(days: readonly number[]): readonly Stretch[] {
  const stretches: { from: number; to: number }[] = []
  for (const day of days) {
    const last = stretches.at(-1)
    if (last && day - last.to <= longestRecess) last.to = day
    else stretches.push({ from: day, to: day })
  }
  return stretches
}

const weekdaysOff = ({ from, to }: Stretch, sits: ReadonlySet<number>, house: House) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter((day) => !sits.has(day) && !isWeekend(day))
    .map((day) => [day, `The ${houseTitles[house]} does not sit`] as const)

/** Says whether a count over these days leaves those over which every sitting day of a House is known. */
export function provisionalSittings(
  stretches: readonly Stretch[],
  title: string,
  { from, to }: Stretch,
): Provisional | undefined {
  const around = stretches.find((each) => each.from <= from && from <= each.to)
  if (around && to <= around.to) return undefined
  const unknown = around ? around.to + 1 : from
  const before = stretches.findLast((each) => each.to < unknown)
  const after = stretches.find((each) => each.from > unknown)
  return {
    yearWithoutEntries: yearOf(unknown),
    lacking: [`no sitting days of ${title} are known`, ...boundsInWords(before, after)].join(' '),
    ...endsOf(stretches[0], before ?? stretches.at(-1)),
  }
}

function boundsInWords(before: Stretch | undefined, after: Stretch | undefined): readonly string[] {
  const end = before && `after ${inWords(isoOf(before.to))}`
  const begin = after && `before ${inWords(isoOf(after.from))}`
  return end && begin ? [end, 'and', begin] : [end ?? begin ?? []].flat()
}

const endsOf = (first: Stretch | undefined, last: Stretch | undefined) =>
  first && last ? { calendarBeginsOn: isoOf(first.from), calendarEndsOn: isoOf(last.to) } : {}
