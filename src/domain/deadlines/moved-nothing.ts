import { dayOf, inWords, isoOf } from '#domain/calendar/index.ts'
import type { ClockOperation, EventName, RuleVersion } from '#domain/time-limits/index.ts'
import type { MovedNothing } from './deadline.ts'
import type { Interval } from './intervals.ts'
import type { Matter } from './matter.ts'
import { namedBy } from './naming.ts'
import { daysOf, namedRule, type Stop } from './replay.ts'

const known = new WeakMap<RuleVersion, ReadonlySet<EventName>>()

/** The events that a rule's clock knows. */
export function eventsKnownTo(version: RuleVersion): ReadonlySet<EventName> {
  let names = known.get(version)
  if (!names) {
    const { clock, startsAt } = version
    names = new Set([...clock.flatMap(namesOf), ...(startsAt ? [startsAt.event] : [])])
    known.set(version, names)
  }
  return names
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
    case 'NAME':
      return [operation.named]
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

/** Tells whether a rule records an event as waiting that stops no clock. */
export const isWaiting = ({ version }: Matter, name: EventName): boolean =>
  version.clock.some(
    (operation) => operation.operation === 'NONE' && operation.events.includes(name),
  )

/** The recorded events, and the closures on the days counted, that move nothing, each with the reason. */
export function movedNothing(
  matter: Matter,
  late: readonly Stop[],
  counted?: Interval,
): readonly MovedNothing[] {
  const all = [
    ...ofEvents(matter),
    ...ofLate(matter, late),
    ...repeated(matter),
    ...(counted ? ofClosures(matter, counted) : []),
  ]
  return all.length < 2 ? all : all.toSorted((a, b) => dayOf(a.on) - dayOf(b.on))
}

const ofEvents = (matter: Matter): readonly MovedNothing[] =>
  matter.events.flatMap(({ name, day }) => {
    const because = whyNothing(matter, name)
    return because === undefined ? [] : [{ event: name, on: isoOf(day), because }]
  })

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

/** What the clock starts at, or what names the day due, which happens once. */
export const onceOf = (version: RuleVersion): EventName | undefined =>
  version.startsAt?.event ?? namedBy(version)

/** What happens once counts the first time. */
function repeated(matter: Matter): readonly MovedNothing[] {
  const event = onceOf(matter.version)
  if (!event) return []
  const because = `${namedRule(matter)} counts from the first`
  return daysOf(matter.events, event)
    .slice(1)
    .map((day) => ({ event, on: isoOf(day), because }))
}

/** A closure on other days than those counted could not have moved anything under any rule. */
function ofClosures(matter: Matter, counted: Interval): readonly MovedNothing[] {
  const { closures = [] } = matter.circumstances
  if (!matter.version.isStatutory) return []
  const because = `local closures never move ${namedRule(matter)}`
  return closures
    .filter(({ from, to }) => dayOf(to) > counted.from && dayOf(from) <= counted.to)
    .map(({ from }) => ({ event: 'closure', on: from, because }))
}
