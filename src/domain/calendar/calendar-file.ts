import { divisions, type BankHoliday, type Division } from './bank-holidays.ts'
import { findDay } from './day.ts'
import { houses, isHouse, type House, type SittingDay } from './sitting-days.ts'
import { namesHouse, readSittingList } from './sitting-list.ts'

/** The days of a file. */
export interface FileDays {
  readonly holidays: readonly BankHoliday[]
  readonly sittings: readonly SittingDay[]
}

/** What reading a file came to: its days, or all that is wrong with it, in words. */
export type ReadFile = FileDays | { readonly faults: readonly string[] }

/** The feed is published in Welsh too, under names of its own (GOV.UK, /gwyliau-banc.json). */
const slugs: Readonly<Record<string, Division | House>> = {
  ...Object.fromEntries([...divisions, ...houses].map((name) => [name, name])),
  'cymru-a-lloegr': 'england-and-wales',
  'yr-alban': 'scotland',
  'gogledd-iwerddon': 'northern-ireland',
}

/**
 * Reads the text of GOV.UK's feed of bank holidays, English or Welsh, of all divisions or of one; a file of its form
 * with the days on which a House sits; or a list of these, a line each under the name of the House.
 */
export function readCalendarFile(text: string): ReadFile {
  if (namesHouse(text)) return readSittingList(text)
  const feed = parsed(text)
  if (!isObject(feed)) return { faults: ['This is not a JSON object with divisions.'] }
  const faults: string[] = []
  const parts = 'events' in feed ? { [String(feed['division'])]: feed } : feed
  const days = Object.entries(parts).flatMap(([slug, part]) => readPart(slug, part, faults))
  if (days.length === 0 && faults.length === 0) faults.push('There is no day in it.')
  return faults.length > 0 ? { faults } : sorted(days)
}

type Day = Omit<BankHoliday, 'division'> & { readonly division: Division | House }

const sorted = (days: readonly Day[]): FileDays => ({
  holidays: days.flatMap(({ division, ...day }) =>
    isHouse(division) ? [] : [{ division, ...day }],
  ),
  sittings: days.flatMap(({ division: house, on }) => (isHouse(house) ? [{ house, on }] : [])),
})

function readPart(slug: string, part: unknown, faults: string[]): readonly Day[] {
  const division = Object.hasOwn(slugs, slug) ? slugs[slug] : undefined
  if (!division) {
    faults.push(`"${slug}" is no division; there are: ${Object.keys(slugs).join(', ')}.`)
    return []
  }
  const events = isObject(part) ? part['events'] : undefined
  if (!Array.isArray(events)) {
    faults.push(`"${slug}" has no list of events.`)
    return []
  }
  const seen = new Set<string>()
  return events.flatMap((event, at) => {
    const read = readEvent(event)
    const isTwice = typeof read !== 'string' && seen.has(read.on)
    if (typeof read === 'string' || isTwice) {
      const fault = typeof read === 'string' ? read : `has the date ${read.on} a second time`
      faults.push(`Event ${at + 1} of "${slug}" ${fault}.`)
      return []
    }
    seen.add(read.on)
    return [{ division, ...read }]
  })
}

/** The day of an event, or what is wrong with it. */
function readEvent(event: unknown): Omit<BankHoliday, 'division'> | string {
  if (!isObject(event)) return 'is not an object'
  const { title, date, notes } = event
  if (typeof title !== 'string' || title.trim() === '') return 'has no title'
  if (typeof date !== 'string' || findDay(date) === undefined)
    return `has no date written YYYY-MM-DD${typeof date === 'string' ? ` ("${date}" stands there)` : ''}`
  return { on: date, title: titleFrom(title, notes) }
}

function titleFrom(title: string, notes: unknown): string {
  const plain = title.trim().replaceAll(/\u2019/g, "'")
  return typeof notes === 'string' && /substitute|amgen/i.test(notes)
    ? `${plain} (substitute day)`
    : plain
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
