import { dayOf, isoOf, type House, type SittingDay } from '#domain/calendar/index.ts'
import type { CalendarDay } from '#domain/holidays/index.ts'

/** Days, both included, on which a House does not sit. */
export interface Recess {
  readonly house: House
  readonly from: string
  readonly to: string
}

const aWeek = 7

/** The known sitting days between the first and the last of a file that it does not have; they stay. */
export function sittingsLackedBy(
  sittings: readonly SittingDay[],
  own: readonly CalendarDay[],
): readonly CalendarDay[] {
  return byHouse(sittings).flatMap(({ house, days }) => {
    const [first = '', last = ''] = [days[0], days.at(-1)]
    const sent = new Set(days)
    return liveOf(own, house).filter(({ on }) => first <= on && on <= last && !sent.has(on))
  })
}

/** When a House does not sit for more than a week among the days of a file, or just before or after them. */
export const recessesAmong = (
  sittings: readonly SittingDay[],
  kept: readonly CalendarDay[],
): readonly Recess[] =>
  byHouse(sittings).flatMap(({ house, days }) => {
    const all = liveOf(kept, house)
      .map(({ on }) => on)
      .toSorted()
    const [first = '', last = ''] = [days[0], days.at(-1)]
    return all.slice(1).flatMap((to, at): readonly Recess[] => {
      const from = all[at] ?? to
      const isLong = dayOf(to) - dayOf(from) > aWeek
      return isLong && to >= first && from <= last
        ? [{ house, from: isoOf(dayOf(from) + 1), to: isoOf(dayOf(to) - 1) }]
        : []
    })
  })

const byHouse = (sittings: readonly SittingDay[]) =>
  [...Map.groupBy(sittings, ({ house }) => house)].map(([house, ofHouse]) => ({
    house,
    days: ofHouse.map(({ on }) => on).toSorted(),
  }))

const liveOf = (days: readonly CalendarDay[], house: House): readonly CalendarDay[] =>
  days.filter(
    ({ calendar, kind, isRetired }) => calendar === house && kind === 'sitting day' && !isRetired,
  )
