import type { Receipt } from '#domain/calendar/index.ts'
import {
  clockEvents,
  eventsKnownTo,
  isAhead,
  isEventName,
  type ClockEvent,
  type Rule,
} from '#domain/deadlines/index.ts'
import type { DeadlineSpec } from '#domain/procedures/index.ts'
import type { DatedEvent } from './dated-case.ts'
import type { Met } from './met.ts'

/** The deadline that events are sought for. */
export interface Purpose {
  readonly rule: Rule
  readonly spec: DeadlineSpec
  readonly trigger: Receipt
  readonly met: Met
}

/**
 * The events of a case that are put to a deadline's rule: those that clocks know, until it was met, but for those
 * that only begin or meet it. Where it does not count from receipt, what happened before it began is no matter of it.
 */
export function clockEventsFor(
  events: readonly DatedEvent[],
  purpose: Purpose,
): readonly ClockEvent[] {
  if (events.length === 0) return []
  const { spec, trigger, met } = purpose
  const isFromReceipt = spec.from.kind === 'received'
  const until = met.on
  const known = events.flatMap(({ name, on, until: last }): readonly ClockEvent[] => {
    if (!isEventName(name) || isAfter({ name, on }, until)) return []
    if (!isFromReceipt && on < trigger.on) return []
    if (onlyBeginsOrMeets(purpose, name)) return []
    return [{ name, on, ...(last === null ? {} : { until: last }) }]
  })
  return isFromReceipt ? known : withoutStrayAnswers(known)
}

/** Did it happen after a deadline was met? What is recorded of a day ahead was known before. */
const isAfter = ({ name, on }: Pick<DatedEvent, 'name' | 'on'>, until: string | null): boolean =>
  until !== null && on > until && !isAhead(name)

/** The event that a deadline counts from or is met by, where it has no other effect on the clock of its rule. */
const onlyBeginsOrMeets = (
  { rule, spec: { from, metBy } }: Purpose,
  name: ClockEvent['name'],
): boolean =>
  ((from.kind === 'event' && from.event === name) || (metBy !== 'end' && metBy.event === name)) &&
  !rule.versions.some((version) => eventsKnownTo(version).has(name))

/** Leaves out answers to questions that were asked before the deadline began. */
function withoutStrayAnswers(events: readonly ClockEvent[]): readonly ClockEvent[] {
  const names = new Set<string>(events.map(({ name }) => name))
  return events.filter(({ name }) => {
    const question = answeredBy(name)
    return question === undefined || names.has(question)
  })
}

function answeredBy(name: ClockEvent['name']): string | undefined {
  const definition = clockEvents[name]
  return 'answers' in definition ? definition.answers : undefined
}
