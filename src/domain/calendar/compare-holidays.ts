import type { BankHoliday } from './bank-holidays.ts'

/** How a list of bank holidays differs from another. */
export interface HolidayDifference {
  /** Days that only the second has. */
  readonly added: readonly BankHoliday[]
  /** Days that only the first has, within the years and divisions that the second speaks of. */
  readonly missing: readonly BankHoliday[]
  /** Days of both that have another title in the second. */
  readonly renamed: readonly { readonly from: BankHoliday; readonly to: BankHoliday }[]
}

/**
 * Compares the bank holidays known with a list of them. A feed drops old years, so a year that it does not
 * mention for a division says nothing about that year.
 */
export function compareHolidays(
  known: readonly BankHoliday[],
  list: readonly BankHoliday[],
): HolidayDifference {
  const before = byDay(known)
  const after = byDay(list)
  const spokenOf = new Set(list.map(yearOfDivision))
  return {
    added: list.filter((each) => !before.has(dayOfDivision(each))),
    missing: known.filter(
      (each) => spokenOf.has(yearOfDivision(each)) && !after.has(dayOfDivision(each)),
    ),
    renamed: known.flatMap((from) => {
      const to = after.get(dayOfDivision(from))
      return to && to.title !== from.title ? [{ from, to }] : []
    }),
  }
}

const dayOfDivision = ({ division, on }: BankHoliday): string => `${division} ${on}`
const yearOfDivision = ({ division, on }: BankHoliday): string => `${division} ${on.slice(0, 4)}`
const byDay = (holidays: readonly BankHoliday[]): ReadonlyMap<string, BankHoliday> =>
  new Map(holidays.map((each) => [dayOfDivision(each), each]))
