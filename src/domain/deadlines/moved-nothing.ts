import { inWords, isoOf } from '#domain/calendar/index.ts'
import type { EventName } from './clock-event.ts'
import type { MovedNothing } from './deadline.ts'
import type { Matter } from './matter.ts'
import { daysOf, namedRule, type Stop } from './replay.ts'
import type { ClockOperation, RuleVersion } from './rule.ts'

/** The events that a rule's clock knows. */
export function eventsKnownTo({ clock, startsAt }: RuleVersion): ReadonlySet<EventName> {
  const known = clock.flatMap(namesOf)
  return new Set(startsAt ? [...known, startsAt.event] : known)
}

function namesOf(operation: ClockOperation): readonly EventName[] {
  switch (operation.operation) {
    case 'RESTART':
    case 'EXCLUDE':
      return [operation.asked, operation.answered]
    case 'CLOSE':
      return [operation.during]
    case 'EXTEND':
      return [operation.told]
    case 'NONE':
      return operation.events
  }
}

/** Why a rule lets an event move nothing, or undefined if it may move something. */
export function whyNothing(matter: Matter, name: EventName): string | undefined {
  if (isWaiting(matter, name)) return `${namedRule(matter)} stops no clock for it`
  return eventsKnownTo(matter.version).has(name)
    ? undefined
    : `${namedRule(matter)} gives it no effect on the clock`
}

const isWaiting = ({ version }: Matter, name: EventName): boolean =>
  version.clock.some(
    (operation) => operation.operation === 'NONE' && operation.events.includes(name),
  )

/** The recorded events that move nothing, each with the reason. */
export function movedNothing(matter: Matter, late: readonly Stop[]): readonly MovedNothing[] {
  const ofEvents = matter.events.flatMap(({ name, day }) => {
    const because = whyNothing(matter, name)
    return because === undefined ? [] : [{ event: name, on: isoOf(day), because }]
  })
  return [
    ...ofEvents,
    ...ofLate(matter, late),
    ...repeated(matter),
    ...ofClosures(matter),
  ].toSorted((a, b) => a.on.localeCompare(b.on))
}

/** Says of a question that it came after the day then due. */
export const tooLate = (matter: Matter): string =>
  `it came after the day then due, so ${namedRule(matter)} lets it move nothing`

const ofLate = (matter: Matter, late: readonly Stop[]): readonly MovedNothing[] =>
  late.flatMap(({ operation, asked, answered }) => [
    { event: operation.asked, on: isoOf(asked), because: tooLate(matter) },
    ...(answered === undefined
      ? []
      : [
          {
            event: operation.answered,
            on: isoOf(answered),
            because: `it answers the question of ${inWords(isoOf(asked))}, which moved nothing`,
          },
        ]),
  ])

/** What the clock starts at happens once; the first counts. */
function repeated(matter: Matter): readonly MovedNothing[] {
  const event = matter.version.startsAt?.event
  if (!event) return []
  const because = `${namedRule(matter)} counts from the first`
  return daysOf(matter.events, event)
    .slice(1)
    .map((day) => ({ event, on: isoOf(day), because }))
}

function ofClosures({ version, circumstances, rule, ...rest }: Matter): readonly MovedNothing[] {
  const { closures = [] } = circumstances
  if (!version.isStatutory) return []
  const because = `local closures never move ${namedRule({ rule, version, ...rest })}`
  return closures.map(({ from }) => ({ event: 'closure', on: from, because }))
}
