import type { Receipt } from '#domain/calendar/index.ts'
import { clockEvents, isEventName, type ClockEvent, type Rule } from '#domain/deadlines/index.ts'
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
 * The events of a case that are put to a deadline's rule: those that clocks know, until it was met. Where it
 * does not count from receipt, what happened before it began is no matter of it.
 */
export function clockEventsFor(
  events: readonly DatedEvent[],
  { spec, trigger, met }: Purpose,
): readonly ClockEvent[] {
  if (events.length === 0) return []
  const isFromReceipt = spec.from.kind === 'received'
  const until = met.on
  const known = events.flatMap(({ name, on, until: last }): readonly ClockEvent[] => {
    if (!isEventName(name) || (until !== null && on > until)) return []
    if (!isFromReceipt && on < trigger.on) return []
    return [{ name, on, ...(last === null ? {} : { until: last }) }]
  })
  return isFromReceipt ? known : withoutStrayAnswers(known)
}

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
