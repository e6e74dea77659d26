import { dayOf, workingDaysBetween, type Calendar } from '#domain/calendar/index.ts'

/** A request that may count together with others, and the day it was received. */
export interface Request {
  readonly caseId: number
  readonly receivedOn: string
}

/** Within so many consecutive working days requests are added up (Fees Regulations 2004, reg 5(2)(b)). */
const consecutiveDays = 60

/**
 * The requests that count together with one: of all periods of 60 consecutive working days in which it was
 * received, those of the period with the most minutes. The one itself is always among them.
 */
export function countedTogether(
  own: Request,
  others: readonly (Request & { readonly minutes: number })[],
  calendar: Pick<Calendar, 'table'>,
): readonly number[] {
  const all = [{ ...own, minutes: 0 }, ...others]
  const periods = all
    .filter(({ receivedOn }) => receivedOn <= own.receivedOn)
    .map(({ receivedOn: first }) =>
      all.filter(({ receivedOn }) => isWithin(calendar, first, receivedOn)),
    )
    .filter((period) => period.some(({ caseId }) => caseId === own.caseId))
  const most = periods.toSorted((a, b) => minutesIn(b) - minutesIn(a))[0] ?? []
  return most.map(({ caseId }) => caseId)
}

const isWithin = ({ table }: Pick<Calendar, 'table'>, first: string, day: string): boolean =>
  day >= first && workingDaysBetween(table, dayOf(first) - 1, dayOf(day)) <= consecutiveDays

const minutesIn = (period: readonly { readonly minutes: number }[]): number =>
  period.reduce((sum, { minutes }) => sum + minutes, 0)
