import type { Replayed } from '#domain/clock/index.ts'
import { clockEvents, eventsKnownTo, isEventName, titleOf } from '#domain/deadlines/index.ts'
import type { Procedure } from '#domain/procedures/index.ts'
import { isOpen } from './check-clock-event.ts'
import { eventsOf } from './procedure-events.ts'

/** An event that can be recorded on a case. */
export interface KnownEvent {
  readonly name: string
  readonly title: string
  /** Has it a first and a last day? */
  readonly isInterval: boolean
}

/** What can happen to the clock of a case: what the rules of its open deadlines know, and what its procedure asks for. */
export function knownEvents(
  deadlines: readonly Replayed[],
  procedure: Procedure,
): readonly KnownEvent[] {
  const names = new Set<string>([
    ...deadlines.filter(isOpen).flatMap(eventsOfRule),
    ...eventsOf(procedure),
  ])
  return [...names].map((name) => ({
    name,
    title: titleOfEvent(name),
    isInterval: isEventName(name) && 'isInterval' in clockEvents[name],
  }))
}

/** What the rule of a deadline knows. */
export function eventsOfRule({ matter, ruleVersion }: Replayed): readonly string[] {
  const versions = matter?.rule.versions ?? []
  const governing = versions.filter(({ version }) => version === ruleVersion)
  return (governing.length > 0 ? governing : versions).flatMap((each) => [...eventsKnownTo(each)])
}

/** What an event is called; one that only a procedure knows is called by its name. */
export const titleOfEvent = (name: string): string =>
  isEventName(name) ? titleOf(name) : capitalised(name.replaceAll(/[-_]+/g, ' '))

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
