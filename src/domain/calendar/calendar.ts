import { divisions, shippedHolidays, type BankHoliday, type Division } from './bank-holidays.ts'
import { dayOf, firstYear, isoOf, lastYear, weekdayName, weekdayOf, yearOf } from './day.ts'
import { calendarFrom, type Calendar, type Provisional } from './kept-calendar.ts'
import {
  houseTitles,
  provisionalSittings,
  sittingCalendar,
  type House,
  type SittingDay,
} from './sitting-days.ts'
import { isWorkingDay } from './working-days.ts'

/** The calendars of bank holidays that are always there: of each division, and of all together. */
export const calendarNames = ['uk', ...divisions] as const
type BankCalendarName = (typeof calendarNames)[number]
export type CalendarName = BankCalendarName | House

/** Days to add to what is shipped, and days that an audited act has retired. */
export interface HolidayChanges {
  readonly added?: readonly BankHoliday[]
  readonly retired?: readonly Pick<BankHoliday, 'division' | 'on'>[]
  /** The days on which Houses sit; none are shipped. */
  readonly sittings?: readonly SittingDay[]
}

/** The calendar of a division, or of all together, from what is shipped and what has changed since. */
export function calendarOf(name: BankCalendarName, changes: HolidayChanges = {}): Calendar {
  // a feed that is brought in holds most days that are shipped once more; its names stand
  const named = new Map(
    [...shippedHolidays, ...(changes.added ?? [])].map((each) => [keyOf(each), each]),
  )
  const all = [...named.values()]
  const retired = new Set(changes.retired?.map(keyOf))
  const kept = all.filter((each) => !retired.has(keyOf(each)))
  const days = name === 'uk' ? unionOf(kept) : kept.filter(({ division }) => division === name)
  return calendarFrom({ name, title: titles[name], days, years: knownYears(name, all) })
}

/** Every calendar, as counts choose among them. */
export type Calendars = Readonly<Record<CalendarName, Calendar>>

/** All calendars, from what is shipped and what has changed since. */
export const calendarsOf = (changes: HolidayChanges = {}): Calendars =>
  Object.freeze({
    uk: calendarOf('uk', changes),
    'england-and-wales': calendarOf('england-and-wales', changes),
    scotland: calendarOf('scotland', changes),
    'northern-ireland': calendarOf('northern-ireland', changes),
    'house-of-commons': sittingCalendar('house-of-commons', changes.sittings ?? []),
  })

let shipped: Calendars | undefined

/** The calendars as they are shipped. */
export const shippedCalendars = (): Calendars => (shipped ??= calendarsOf())

const others = new WeakMap<Calendar, Calendar>()

/**
 * The same calendar where Saturdays are days like others, but for those that no substitute day in the week makes one:
 * 25 December is Christmas Day, and 26 December is in schedule 1 of the Banking and Financial Dealings Act 1971.
 */
export function withSaturdays(calendar: Calendar): Calendar {
  let other = others.get(calendar)
  if (!other) {
    const known = [...calendar.daysOff].map(([day, title]) => ({ on: isoOf(day), title }))
    const days = [...christmasSaturdays, ...known]
    const { name, title, years } = calendar
    other = calendarFrom({ name, title, days, years, weekend: [0] })
    others.set(calendar, other)
  }
  return other
}

const christmasSaturdays = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => [
  { on: `${firstYear + at}-12-25`, title: 'Christmas Day' },
  { on: `${firstYear + at}-12-26`, title: 'Boxing Day' },
])
  .flat()
  .filter(({ on }) => weekdayOf(dayOf(on)) === 6)

/** The name of what makes a day one on which no work is done, or undefined if it is a working day. */
export function nameOfDayOff({ daysOff, table }: Calendar, day: number): string | undefined {
  return isWorkingDay(table, day) ? undefined : (daysOff.get(day) ?? weekdayName(day))
}

/** Says whether a count over these days touches a year, or days, for which a calendar has no entries. */
export function provisionalOver(
  { years, stretches, title }: Calendar,
  from: number,
  to: number,
): Provisional | undefined {
  if (stretches) return provisionalSittings(stretches, title, { from, to })
  const last = yearOf(to)
  for (let year = yearOf(from); year <= last; year++)
    if (!years.has(year)) return provisionalIn(years, year)
  return undefined
}

function provisionalIn(years: ReadonlySet<number>, year: number): Provisional {
  const known = [...years].toSorted((a, b) => a - b)
  const endsIn = known.findLast((each) => each < year) ?? known.at(-1) ?? year
  return {
    yearWithoutEntries: year,
    lacking: `no bank holidays are known for ${year}`,
    calendarBeginsOn: `${known[0] ?? year}-01-01`,
    calendarEndsOn: `${endsIn}-12-31`,
  }
}

const titles: Readonly<Record<CalendarName, string>> = {
  uk: 'every part of the United Kingdom',
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  'house-of-commons': `the ${houseTitles['house-of-commons']}`,
}

/** The title of a calendar by its name; the name itself where none of that name is shipped. */
export const calendarTitle = (name: string): string =>
  Object.entries(titles).find(([each]) => each === name)?.[1] ?? name

const keyOf = ({ division, on }: Pick<BankHoliday, 'division' | 'on'>): string =>
  `${division} ${on}`

/** A day off anywhere is one everywhere; its name says where, unless it is one in all parts. */
function unionOf(
  holidays: readonly BankHoliday[],
): readonly { readonly on: string; readonly title: string }[] {
  return [...Map.groupBy(holidays, ({ on }) => on)].map(([on, ofDay]) => {
    const places = Map.groupBy(ofDay, ({ title }) => title)
    const named = [...places].map(([title, found]) => {
      const where = new Set(found.map(({ division }) => titles[division]))
      return where.size === divisions.length ? title : `${title} (${[...where].join(', ')})`
    })
    return { on, title: named.join('; ') }
  })
}

/** The union knows a year only where all divisions do. */
function knownYears(name: BankCalendarName, holidays: readonly BankHoliday[]): readonly number[] {
  const ofDivision = (division: Division) =>
    new Set(holidays.filter((each) => each.division === division).map(({ on }) => yearNumber(on)))
  if (name !== 'uk') return [...ofDivision(name)]
  const [first = new Set<number>(), ...rest] = divisions.map(ofDivision)
  return [...first].filter((year) => rest.every((years) => years.has(year)))
}

const yearNumber = (date: string): number => Number(date.slice(0, 4))
