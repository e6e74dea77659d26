/** The zone in which every local date and time of a case is read and written (contract 2.6). */
export const localZone = 'Europe/London'

/** A moment as a caller wrote it: the instant, its local date, and whether only a date was given. */
export interface WrittenMoment {
  readonly instant: Date
  readonly localDate: string
  readonly isDateOnly: boolean
}

/** Reads a date in any form of contract 2.6, DD/MM/YYYY among them, to YYYY-MM-DD or undefined. */
export function readDate(text: string): string | undefined {
  const parts = dayFirst.exec(text.trim())
  return readIsoDate(parts ? `${parts[3]}-${parts[2]}-${parts[1]}` : text)
}

/** Reads a date that must begin with the year, to YYYY-MM-DD or undefined. */
export function readIsoDate(text: string): string | undefined {
  return readDateTime(text)?.localDate
}

/** Reads a date or date-time of contract 2.6 as local time unless it names an offset, or gives undefined. */
export function readDateTime(text: string): WrittenMoment | undefined {
  const [, day = '', time, fraction, zone] = isoForm.exec(text.trim()) ?? []
  const midnight = utcMidnight(day)
  if (midnight === undefined) return undefined
  if (time === undefined) {
    return { instant: new Date(toInstant(midnight)), localDate: day, isDateOnly: true }
  }
  const passed = timeOfDay(time)
  const offset = readOffset(zone)
  if (passed === undefined || offset === undefined) return undefined
  const local = midnight + passed + milliseconds(fraction)
  return momentAt(offset === 'local' ? toInstant(local) : local - offset)
}

/** Writes the local date of an instant as YYYY-MM-DD. */
export function writeLocalDate(instant: Date): string {
  return localText(instant).slice(0, 10)
}

/** Writes the local date and time of an instant as YYYY-MM-DDTHH:MM:SS, without zone or fraction. */
export function writeLocalDateTime(instant: Date): string {
  return localText(instant).slice(0, 19)
}

/** Gives the instant at which a local date, YYYY-MM-DD, begins, or undefined if it is no date. */
export function startOfLocalDate(date: string): Date | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? readDateTime(date)?.instant : undefined
}

const dayFirst = /^(\d\d)\/(\d\d)\/(\d{4})$/
const isoForm = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?)?$/

const minuteLength = 60_000
const hourLength = 3_600_000
const dayLength = 24 * hourLength
const firstInstant = Date.parse('0001-01-02T00:00:00Z')
const lastInstant = Date.parse('9999-12-31T00:00:00Z')

/** Midnight of a day written YYYY-MM-DD; undefined where there is no such day. */
function utcMidnight(day: string): number | undefined {
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8)].map(Number)
  const midnight = new Date(0)
  // the year by itself: Date.UTC takes those before 100 for years of the twentieth century
  midnight.setUTCFullYear(year ?? NaN, (month ?? NaN) - 1, date)
  const time = midnight.getTime()
  if (!(time >= firstInstant && time <= lastInstant)) return undefined
  // 30 February is taken for 2 March
  return midnight.getUTCDate() === date && midnight.getUTCMonth() + 1 === month ? time : undefined
}

function timeOfDay(time: string): number | undefined {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return hour * hourLength + minute * minuteLength + second * 1000
}

function milliseconds(fraction = ''): number {
  return Number(fraction.slice(0, 3).padEnd(3, '0'))
}

function readOffset(zone: string | undefined): number | 'local' | undefined {
  if (zone === undefined) return 'local'
  if (zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2))
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * hourLength + minutes * minuteLength)
}

function momentAt(instant: number): WrittenMoment | undefined {
  if (instant < firstInstant || instant > lastInstant) return undefined
  const moment = new Date(instant)
  return { instant: moment, localDate: writeLocalDate(moment), isDateOnly: false }
}

/** A time that occurs twice means the first; one that is skipped moves on by an hour (contract 2.6). */
function toInstant(local: number): number {
  const before = offsetAt(local - dayLength / 2)
  const after = offsetAt(local + dayLength / 2)
  if (before === after) return local - before
  const isAfterChange = offsetAt(local - before) !== before && offsetAt(local - after) === after
  return local - (isAfterChange ? after : before)
}

function localText(instant: Date): string {
  const time = instant.getTime()
  return new Date(time + offsetAt(time)).toISOString()
}

const offsets = new Map<number, number>()
const offsetsKept = 20_000
const offsetNames = new Intl.DateTimeFormat('en-GB', {
  timeZone: localZone,
  timeZoneName: 'longOffset',
})

/** The zone changes on the hour only, so one answer of Intl serves a whole hour. */
function offsetAt(time: number): number {
  const hour = Math.floor(time / hourLength)
  const known = offsets.get(hour)
  if (known !== undefined) return known
  if (offsets.size >= offsetsKept) offsets.clear()
  const offset = askOffset(hour * hourLength)
  offsets.set(hour, offset)
  return offset
}

function askOffset(time: number): number {
  const parts = offsetNames.formatToParts(time)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const [hours = '0', minutes = '0', seconds = '0'] = name.slice(4).split(':')
  const size = Number(hours) * hourLength + Number(minutes) * minuteLength + Number(seconds) * 1000
  return name.charAt(3) === '-' ? -size : size
}
