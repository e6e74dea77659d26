import { inWords, isoOf } from '#domain/calendar/index.ts'
import {
  DeadlineRefused,
  titleOf,
  type ClockEvent,
  type EventName,
  type Forbidden,
  type Rule,
} from '#domain/time-limits/index.ts'
import { deadlineOf, liveStops } from './deadline-of.ts'
import type { Circumstances, Deadline, ExtensionTaken } from './deadline.ts'
import { evaluate } from './evaluate.ts'
import { readMatter, type Matter } from './matter.ts'
import { namedBy } from './naming.ts'
import { isWaiting, onceOf, tooLate, whyNothing } from './moved-nothing.ts'
import { daysOf, namedRule, stopsOf, type Stop } from './replay.ts'

/** Whether an event may be recorded; where it moves nothing, why. */
export type Verdict =
  | { readonly isAccepted: true; readonly movesNothing?: string }
  | { readonly isAccepted: false; readonly refused: DeadlineRefused }

/**
 * Judges an event that is to be recorded beside those that circumstances hold already. Refused, naming the rule:
 * one that the rule has no use for, that lies before receipt, an answer to no question, a second stop while one
 * is open, a second extension or start, and an extension told too late.
 */
export function checkEvent(rule: Rule, circumstances: Circumstances, event: ClockEvent): Verdict {
  const events = [...(circumstances.events ?? []), event]
  try {
    const matter = readMatter(rule, { ...circumstances, events })
    const movesNothing = judge(matter, event)
    return movesNothing === undefined ? { isAccepted: true } : { isAccepted: true, movesNothing }
  } catch (refused) {
    if (refused instanceof DeadlineRefused) return { isAccepted: false, refused }
    throw refused
  }
}

/**
 * Judges events that come all at once, in any order: throws DeadlineRefused, naming the rule, where one question
 * was asked while another of its kind was open, and for an extension told too late that the count itself would
 * take (rules 1.5 against 17.3). One that the count leaves out moves nothing, and the deadline says so.
 */
export function checkEvents(rule: Rule, circumstances: Circumstances): void {
  const matter = readMatter(rule, circumstances)
  const stops = stopsOf(matter, matter.events)
  for (const [name, ofKind] of Map.groupBy(stops, ({ operation }) => operation.asked))
    refuseOverlap(matter, name, ofKind)
  if (daysOf(matter.events, 'extension_notified').length === 0) return
  const deadline = deadlineOf(rule, circumstances)
  for (const told of deadline.extensions)
    if (told.isValid && told.toldOn > told.toTellBy) throw lateExtension(deadline, told)
}

/** Gives why an event moves nothing, undefined if it moves something; throws DeadlineRefused. */
function judge(matter: Matter, event: ClockEvent): string | undefined {
  const nothing = whyNothing(matter, event.name)
  if (nothing !== undefined) {
    if (isWaiting(matter, event.name)) return nothing
    throw refuse(matter, event, ['eventNotOfRule', 'gives it no effect on the clock'])
  }
  refuseSecond(matter, event)
  const all = stopsOf(matter, matter.events)
  const asked = all.filter(({ operation }) => operation.asked === event.name)
  if (asked.length > 0) refuseOverlap(matter, event.name, asked)
  if (event.name === 'extension_notified') refuseLateExtension(matter, event)
  if (event.name === namedBy(matter.version)) evaluate(matter, [], [])
  const isLate = liveStops(matter).late.some(
    ({ operation, asked: on }) => operation.asked === event.name && isoOf(on) === event.on,
  )
  return isLate ? tooLate(matter) : undefined
}

function refuseSecond(matter: Matter, event: ClockEvent): void {
  const isOnce = event.name === 'extension_notified' || event.name === onceOf(matter.version)
  if (isOnce && daysOf(matter.events, event.name).length > 1)
    throw refuse(matter, event, ['happenedAlready', 'lets it happen once only'])
}

/** A question may be asked on the day on which the one before it is answered. */
function refuseOverlap(matter: Matter, name: EventName, stops: readonly Stop[]): void {
  for (const [at, { asked, answered }] of stops.entries()) {
    const next = stops[at + 1]
    if (next && (answered === undefined || answered > next.asked))
      throw refuse(matter, { name, on: isoOf(next.asked) }, [
        'secondStop',
        `stops the clock for it since ${inWords(isoOf(asked))} already`,
      ])
  }
}

/** Whoever extends must say so while there is time (rules 1.5), whether or not the count itself looks at that. */
function refuseLateExtension(matter: Matter, event: ClockEvent): void {
  const deadline = deadlineOf(matter.rule, {
    ...matter.circumstances,
    events: matter.circumstances.events ?? [],
  })
  const told = deadline.extensions.find(({ toldOn }) => toldOn === event.on)
  if (deadline.state === 'stopped' || told === undefined || event.on <= told.toTellBy) return
  throw lateExtension(deadline, told)
}

function lateExtension({ source }: Deadline, told: ExtensionTaken): DeadlineRefused {
  const { toldOn, toTellBy, because } = told
  const why =
    because ??
    `it had to be told by ${inWords(toTellBy)}, the last day without it (${source.citation})`
  return new DeadlineRefused(
    'extensionTooLate',
    `The extension told on ${inWords(toldOn)} is refused: ${why}`,
  )
}

const refuse = (
  matter: Matter,
  { name, on }: ClockEvent,
  [reason, why]: readonly [Forbidden, string],
): DeadlineRefused =>
  new DeadlineRefused(
    reason,
    `"${titleOf(name)}" on ${inWords(on)} is refused: ${namedRule(matter)} ${why}`,
  )
