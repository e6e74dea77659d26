import { findDay, isoOf, lastYear, weekdayOf } from './day.ts'

/** How many working days there are up to each day, and which day each of them is. */
export interface WorkingDayTable {
  readonly upTo: Int32Array
  readonly days: Int32Array
}

export const daysInTable = (findDay(`${lastYear}-12-31`) ?? 0) + 1

/** Counts all days once, so that each later question is answered by looking. */
export function workingDayTable(
  isDayOff: (day: number) => boolean,
  weekend: readonly number[],
): WorkingDayTable {
  const isWeekend = Array.from({ length: 7 }, (_, weekday) => weekend.includes(weekday))
  const upTo = new Int32Array(daysInTable)
  const days = new Int32Array(daysInTable + 1)
  let count = 0
  for (let day = 0; day < daysInTable; day++) {
    if (!isWeekend[weekdayOf(day)] && !isDayOff(day)) days[++count] = day
    upTo[day] = count
  }
  return { upTo, days: days.slice(0, count + 1) }
}

/** The nth working day after a day; throws RangeError past the years that can be counted with. */
export function afterWorkingDays({ upTo, days }: WorkingDayTable, day: number, n: number): number {
  const found = day < upTo.length ? days[(upTo[day] ?? 0) + n] : undefined
  if (found === undefined)
    throw new RangeError(`A count from ${isoOf(day)} does not go past the year ${lastYear}`)
  return found
}

/** How many working days lie after a day, up to and with another. */
export const workingDaysBetween = ({ upTo }: WorkingDayTable, after: number, to: number): number =>
  (upTo[to] ?? 0) - (upTo[after] ?? 0)

/** Tells whether work is done on a day. */
export const isWorkingDay = (table: WorkingDayTable, day: number): boolean =>
  workingDaysBetween(table, day - 1, day) === 1

/** The day itself if work is done on it, else the next working day. */
export const rolledForward = (table: WorkingDayTable, day: number): number =>
  afterWorkingDays(table, day - 1, 1)
