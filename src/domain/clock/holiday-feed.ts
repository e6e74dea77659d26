import {
  divisions,
  findDay,
  shippedHolidays,
  type BankHoliday,
  type Division,
} from '#domain/calendar/index.ts'
import type { CalendarDay } from './own-calendars.ts'

/** The names under which GOV.UK gives the divisions, in English and in Welsh. */
const slugs: ReadonlyMap<string, Division> = new Map([
  ...divisions.map((division) => [division, division] as const),
  ['cymru-a-lloegr', 'england-and-wales'],
  ['yr-alban', 'scotland'],
  ['gogledd-iwerddon', 'northern-ireland'],
])

/** A feed that was read, or what is wrong with it. */
export type ReadFeed =
  { readonly holidays: readonly BankHoliday[] } | { readonly faults: readonly string[] }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads bank holidays in the form of GOV.UK's feed: of all divisions, or of one. */
export function readHolidayFeed(text: string): ReadFeed {
  const feed = parsed(text)
  if (!isObject(feed)) return { faults: ['it is no JSON object in the form of GOV.UK’s feed'] }
  const parts = Array.isArray(feed['events']) ? [feed] : Object.values(feed)
  if (parts.length === 0) return { faults: ['it holds no division'] }
  const read = parts.map(readDivision)
  const faults = read.flatMap((part) => ('faults' in part ? part.faults : []))
  if (faults.length > 0) return { faults }
  return { holidays: read.flatMap((part) => ('holidays' in part ? part.holidays : [])) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function readDivision(part: unknown): ReadFeed {
  if (!isObject(part) || !Array.isArray(part['events']))
    return { faults: ['a division has no list of events'] }
  const slug = String(part['division'])
  const division = slugs.get(slug)
  if (!division) return { faults: [`“${slug}” is no division of the United Kingdom`] }
  const read = (part['events'] as readonly unknown[]).map((event) => readEvent(event, division))
  const faults = read.filter((each) => typeof each === 'string')
  if (faults.length > 0) return { faults: faults.map((fault) => `${fault} (${slug})`) }
  return { holidays: read.filter((each) => typeof each !== 'string') }
}

function readEvent(event: unknown, division: Division): BankHoliday | string {
  const { title, date: on } = isObject(event) ? event : {}
  if (typeof title !== 'string' || title.trim() === '' || typeof on !== 'string')
    return 'an event has no title or no date'
  return findDay(on) === undefined
    ? `“${on}” is no date such as 2031-05-09`
    : { division, on, title: title.trim() }
}

/** Holidays beside what is known: those that are new, and those that were retired here and stay so. */
export interface ComparedHolidays {
  readonly added: readonly CalendarDay[]
  readonly retiredHere: readonly CalendarDay[]
}

const keyOf = (calendar: string, on: string): string => `${calendar} ${on}`

/** Compares holidays with what is shipped and what an organisation keeps; nothing is ever dropped by it. */
export function compareHolidays(
  holidays: readonly BankHoliday[],
  own: readonly CalendarDay[],
): ComparedHolidays {
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
