import { dayOf, findDay, isoOf, weekdayOf } from './day.ts'
import { houses, houseTitles, type House, type SittingDay } from './sitting-days.ts'
import { readTypedDay } from './typed-date.ts'

/** The days on which Houses sit, or all that is wrong with their list, in words. */
type ReadList =
  | { readonly holidays: readonly never[]; readonly sittings: readonly SittingDay[] }
  | { readonly faults: readonly string[] }

/** Does a text begin with the name of a House? */
export const namesHouse = (text: string): boolean => houseOf(linesOf(text)[0] ?? '') !== undefined

/**
 * Reads a list of the days on which a House sits: its name, then a line for each day or, with two dots between the
 * first and the last, for the weekdays of a week.
 */
export function readSittingList(text: string): ReadList {
  const faults: string[] = []
  const sittings: SittingDay[] = []
  let house: House | undefined
  for (const [at, line] of linesOf(text).entries()) {
    const named = houseOf(line)
    if (named) house = named
    else if (house && line !== '') sittings.push(...sittingsOf(house, { line, at }, faults))
  }
  if (sittings.length === 0 && faults.length === 0) faults.push('There is no day in it.')
  return faults.length > 0 ? { faults } : { holidays: [], sittings: once(sittings) }
}

function sittingsOf(
  house: House,
  { line, at }: { readonly line: string; readonly at: number },
  faults: string[],
): readonly SittingDay[] {
  const days = daysOf(line)
  if (days) return days.map((on) => ({ house, on }))
  faults.push(
    `Line ${at + 1} is neither a day nor two with dots between, such as 4/1/2027..7/1/2027: "${line}".`,
  )
  return []
}

const linesOf = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())

const houseOf = (line: string): House | undefined =>
  houses.find((house) => [house, houseTitles[house].toLowerCase()].includes(line.toLowerCase()))

const mostDays = 400

/** A day that can be counted with. */
function readDay(text: string): string | undefined {
  const day = readTypedDay(text)
  return day !== undefined && findDay(day) !== undefined ? day : undefined
}

/** The days of a line; of several, those that are no weekend. */
function daysOf(line: string): readonly string[] | undefined {
  const [from, to, ...rest] = line.split('..').map(readDay)
  if (from === undefined || rest.length > 0) return undefined
  if (!line.includes('..')) return [from]
  const length = to === undefined ? -1 : dayOf(to) - dayOf(from)
  if (length < 0 || length > mostDays) return undefined
  return Array.from({ length: length + 1 }, (_, at) => dayOf(from) + at)
    .filter((day) => ![0, 6].includes(weekdayOf(day)))
    .map(isoOf)
}

const once = (sittings: readonly SittingDay[]): readonly SittingDay[] => [
  ...new Map(sittings.map((each) => [`${each.house} ${each.on}`, each])).values(),
]
