import { dayOf, divisionOf, findDay, isNation, shippedCalendars } from '#domain/calendar/index.ts'
import type { Calendar } from '#domain/calendar/index.ts'
import type { Circumstances, ExclusionTaken } from './deadline.ts'
import {
  DeadlineRefused,
  type Rule,
  type RuleVersion,
  versionOf,
} from '#domain/time-limits/index.ts'
import { readEvents, type DatedEvent, type Governing } from './replay.ts'

/** A rule beside the circumstances that it is put to, read and found in order. */
export interface Matter extends Governing {
  readonly circumstances: Circumstances
  readonly calendar: Calendar | undefined
  readonly received: number
  readonly events: readonly DatedEvent[]
  readonly closures: readonly ExclusionTaken[]
}

/** Reads circumstances under the version that governs them; throws DeadlineRefused for what cannot be so. */
export function readMatter(rule: Rule, circumstances: Circumstances): Matter {
  const { received, nation, version: named } = circumstances
  const day = findDay(received.on)
  if (day === undefined)
    throw new DeadlineRefused(
      'unreadableDate',
      `"${received.on}" is no day to count from; write YYYY-MM-DD`,
    )
  if (!isNation(nation))
    throw new DeadlineRefused('unknownNation', `There is no nation "${String(nation)}"`)
  const version = versionOf(rule, received.on, named)
  const events = circumstances.events?.length ? readEvents({ rule, version }, circumstances) : []
  return {
    rule,
    version,
    circumstances,
    received: day,
    calendar: chosenCalendar(version, circumstances),
    events,
    closures: closuresOf(version, circumstances),
  }
}

function chosenCalendar(
  { calendar }: RuleVersion,
  { nation, calendars = shippedCalendars() }: Circumstances,
): Calendar | undefined {
  if (calendar === 'none') return undefined
  return calendars[calendar === 'nation' ? divisionOf[nation] : calendar]
}

function closuresOf(
  { clock, isStatutory }: RuleVersion,
  { events = [], closures = [] }: Circumstances,
): readonly ExclusionTaken[] {
  if (events.length === 0 && closures.length === 0) return []
  const own = isStatutory ? [] : closures
  const ofSchools = clock.flatMap((operation) =>
    operation.operation === 'CLOSE'
      ? events
          .filter(({ name }) => name === operation.during)
          .map(({ on, until = on }) => ({ from: on, to: until, name: operation.name }))
      : [],
  )
  return [...own, ...ofSchools]
    .toSorted((a, b) => dayOf(a.from) - dayOf(b.from))
    .map(({ name, from, to }) => ({ name, from, to, days: 'working days', isClosure: true }))
}
