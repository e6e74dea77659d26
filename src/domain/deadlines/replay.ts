import { findDay, inWords, isoOf } from '#domain/calendar/index.ts'
import {
  DeadlineRefused,
  isEventName,
  titleOf,
  type ClockEvent,
  type EventName,
  type Exclude,
  type Restart,
  type Rule,
  type RuleVersion,
} from '#domain/time-limits/index.ts'
import type { Circumstances } from './deadline.ts'

/** A question and its answer, by day number; the answer is absent while it is open. */
export interface Stop {
  readonly operation: Restart | Exclude
  readonly asked: number
  readonly answered: number | undefined
}

/** An event by day number. */
export interface DatedEvent {
  readonly name: EventName
  readonly day: number
  readonly until: number
}

/** A rule's version with its rule, which refusals name. */
export interface Governing {
  readonly rule: Rule
  readonly version: RuleVersion
}

/** The rule as a refusal names it: by its title, as people read it, and its source. */
export const namedRule = ({ rule, version }: Governing): string =>
  `“${rule.title}” (${version.source.citation})`

/** Reads events in order of their days, whatever order they were entered in; throws DeadlineRefused. */
export function readEvents(
  governing: Governing,
  { events = [], received }: Circumstances,
): readonly DatedEvent[] {
  return events
    .map((event) => readEvent(governing, event, received.on))
    .toSorted((a, b) => a.day - b.day || a.until - b.until || (a.name < b.name ? -1 : 1))
}

/** Pairs the nth question of each kind with its nth answer; throws DeadlineRefused for an answer to none. */
export function stopsOf(governing: Governing, events: readonly DatedEvent[]): readonly Stop[] {
  const stops = governing.version.clock.flatMap((operation) =>
    operation.operation === 'RESTART' || operation.operation === 'EXCLUDE'
      ? pair(governing, operation, events)
      : [],
  )
  return stops.toSorted((a, b) => a.asked - b.asked)
}

/** The days of all events of one name. */
export const daysOf = (events: readonly DatedEvent[], name: EventName): readonly number[] =>
  events.filter((event) => event.name === name).map(({ day }) => day)

function pair(
  governing: Governing,
  operation: Restart | Exclude,
  events: readonly DatedEvent[],
): readonly Stop[] {
  const questions = daysOf(events, operation.asked)
  const answers = daysOf(events, operation.answered)
  for (const [at, answered] of answers.entries()) {
    const asked = questions[at]
    if (asked === undefined || asked > answered)
      throw new DeadlineRefused(
        'answerWithoutQuestion',
        `"${titleOf(operation.answered)}" on ${inWords(isoOf(answered))} answers nothing: ${namedRule(governing)} needs "${titleOf(operation.asked)}" on or before that day`,
      )
  }
  return questions.map((asked, at) => ({ operation, asked, answered: answers[at] }))
}

function readEvent(governing: Governing, event: ClockEvent, receivedOn: string): DatedEvent {
  const { name, on } = event
  if (!isEventName(name))
    throw new DeadlineRefused(
      'unknownEvent',
      `${namedRule(governing)} knows no event "${String(name)}"`,
    )
  // a school may have closed before anybody asked it anything
  const days = daysOfEvent(event)
  if (on < receivedOn && name !== 'school_closed')
    throw new DeadlineRefused(
      'eventBeforeReceipt',
      `"${titleOf(name)}" on ${inWords(on)} lies before ${inWords(receivedOn)}, the day from which ${namedRule(governing)} lets the clock run`,
    )
  return { name, ...days }
}

function daysOfEvent({ name, on, until: end = on }: ClockEvent): Omit<DatedEvent, 'name'> {
  const day = findDay(on)
  const until = findDay(end)
  if (day !== undefined && until !== undefined && day <= until) return { day, until }
  throw new DeadlineRefused(
    'unreadableDate',
    `"${titleOf(name)}" needs a day that there is, written YYYY-MM-DD, and no end before it; "${on === end ? on : `${on}/${end}`}" was given`,
  )
}
