import { workingDaysBetween, type Calendar } from '#domain/calendar/index.ts'

/** Days by number, both ends included. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** The union of intervals, in order, none touching another. */
export function unionOfIntervals(intervals: readonly Interval[]): readonly Interval[] {
  if (intervals.length < 2) return intervals
  const merged: Interval[] = []
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to + 1)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else merged.push({ from, to })
  }
  return merged
}

/** How many days a union of intervals has. */
export const daysIn = (union: readonly Interval[]): number =>
  union.reduce((sum, { from, to }) => sum + to - from + 1, 0)

/** How many working days of a union lie after a day, up to and with another. */
export function workingDaysIn(
  union: readonly Interval[],
  { table }: Calendar,
  { from: after, to: until }: Interval,
): number {
  let sum = 0
  for (const { from, to } of union) {
    const start = Math.max(from - 1, after)
    const end = Math.min(to, until)
    if (end > start) sum += workingDaysBetween(table, start, end)
  }
  return sum
}
