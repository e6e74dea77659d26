import { calendarTitle, inWords, isWorkingDay, isoOf } from '#domain/calendar/index.ts'
import {
  DeadlineRefused,
  titleOf,
  type EventName,
  type RuleVersion,
} from '#domain/time-limits/index.ts'
import type { Naming } from './deadline.ts'
import type { Matter } from './matter.ts'
import { daysOf, namedRule } from './replay.ts'

/** The event by which the day due of a rule is named; undefined of rules whose day nobody names. */
export const namedBy = ({ clock }: RuleVersion): EventName | undefined =>
  clock.find((operation) => operation.operation === 'NAME')?.named

/**
 * The day due where somebody may name it, given the earliest that they may: the day named, else that one. Throws
 * DeadlineRefused for a day named with too little notice, or on which the House does not sit.
 */
export function namedFrom(
  matter: Matter,
  earliest: number,
): { readonly due: number; readonly naming?: Naming } {
  const event = namedBy(matter.version)
  if (event === undefined) return { due: earliest }
  const [named] = daysOf(matter.events, event)
  const naming = { earliestOn: isoOf(earliest) }
  if (named === undefined) return { due: earliest, naming }
  if (named < earliest)
    throw refused(matter, { event, named }, [
      'noticeTooShort',
      `asks for ${matter.version.counting.number} sitting days' notice, so the earliest day that can be named is ${inWords(isoOf(earliest))}`,
    ])
  const { calendar } = matter
  if (calendar && !isWorkingDay(calendar.table, named))
    throw refused(matter, { event, named }, [
      'notASittingDay',
      `needs a day on which ${calendarTitle(calendar.name)} sits`,
    ])
  return { due: named, naming: { ...naming, namedOn: isoOf(named) } }
}

const refused = (
  matter: Matter,
  { event, named }: { readonly event: EventName; readonly named: number },
  [reason, why]: readonly ['noticeTooShort' | 'notASittingDay', string],
): DeadlineRefused =>
  new DeadlineRefused(
    reason,
    `"${titleOf(event)}", ${inWords(isoOf(named))}, is refused: ${namedRule(matter)} ${why}`,
  )
