/** The first and the last day that can be counted with. */
export const firstYear = 1970
export const lastYear = 2099

/** Gives the number of days since 1 January 1970 of a date written YYYY-MM-DD; throws RangeError if it is none. */
export function dayOf(date: string): number {
  const day = findDay(date)
  if (day === undefined)
    throw new RangeError(
      `"${date}" is not a date between ${firstYear} and ${lastYear}, written YYYY-MM-DD`,
    )
  return day
}

/** The same, or undefined if it is no date or lies outside the years that can be counted with. */
export function findDay(date: string): number | undefined {
  const known = read.get(date)
  if (known !== undefined) return known
  const day = readDay(date)
  if (day !== undefined) read.set(date, day)
  return day
}

/** Only days that there are, so it cannot grow past the years that can be counted with. */
const read = new Map<string, number>()

function readDay(date: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const dayOfMonth = Number(date.slice(8))
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return undefined
  if (dayOfMonth < 1 || dayOfMonth > lengthOfMonth(year, month)) return undefined
  return startOfMonth(year, month) + dayOfMonth - 1
}

const written = new Map<number, string>()

/** Writes a day as YYYY-MM-DD. */
export function isoOf(day: number): string {
  let text = written.get(day)
  if (text === undefined) {
    text = new Date(day * dayLength).toISOString().slice(0, 10)
    written.set(day, text)
  }
  return text
}

/** The year of a day. */
export const yearOf = (day: number): number => Number(isoOf(day).slice(0, 4))

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** The name of a day of the week. */
export const weekdayName = (day: number): string => weekdays[weekdayOf(day)] ?? ''

/** The same day some months later, or the last day of that month if it has none. */
export function correspondingDay(day: number, months: number): number {
  const { start, dayOfMonth, length } = monthAfter(day, months)
  return start + Math.min(dayOfMonth, length) - 1
}

/** The last day of a period of months that begins with a day: the day before the corresponding one. */
export function lastDayOfMonths(day: number, months: number): number {
  const { start, dayOfMonth, length } = monthAfter(day, months)
  return dayOfMonth > length ? start + length - 1 : start + dayOfMonth - 2
}

/** Writes a date as GOV.UK does, such as 9 May 2031. */
export function inWords(date: string): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`
}

/** The same with the day of the week, such as Friday 9 May 2031; throws RangeError if it is no date. */
export const dayInWords = (date: string): string => `${weekdayName(dayOf(date))} ${inWords(date)}`

/** Writes a time of day, HH:MM, as GOV.UK does, such as 5:30pm; midnight and midday by their names. */
export function timeInWords(time: string): string {
  const hour = Number(time.slice(0, 2))
  const minutes = time.slice(3, 5)
  if (minutes === '00' && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday'
  return `${hour % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`
}

/** Gives the number of a day written as its number and the first letters of its month, such as 9 May. */
export function dayNamed(year: number, text: string): number {
  const [dayOfMonth, month = ''] = text.split(' ')
  const at = months.findIndex((each) => month !== '' && each.startsWith(month))
  return startOfMonth(year, at + 1) + Number(dayOfMonth) - 1
}

const dayLength = 86_400_000
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0)

const starts: number[] = []
for (let month = 0, day = 0; month < (lastYear + 2 - firstYear) * 12; month++) {
  starts.push(day)
  day += lengthOfMonth(firstYear + Math.floor(month / 12), (month % 12) + 1)
}

/** Months are counted from January of the first year, as far as one year past the last. */
function startOfMonth(year: number, month: number): number {
  const start = starts[(year - firstYear) * 12 + month - 1]
  if (start === undefined) throw new RangeError(`A count does not go past the year ${lastYear}`)
  return start
}

function monthAfter(
  day: number,
  count: number,
): { readonly start: number; readonly dayOfMonth: number; readonly length: number } {
  const date = isoOf(day)
  const sum = Number(date.slice(5, 7)) - 1 + count
  const year = Number(date.slice(0, 4)) + Math.floor(sum / 12)
  const month = (sum % 12) + 1
  return {
    start: startOfMonth(year, month),
    dayOfMonth: Number(date.slice(8)),
    length: lengthOfMonth(year, month),
  }
}
