import type { Replayed } from '#domain/clock/index.ts'
import { clockEvents, eventsKnownTo, isEventName } from '#domain/deadlines/index.ts'
import { titleOfEvent, type Procedure } from '#domain/procedures/index.ts'
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
    title: titleOfEvent(name, procedure),
    isInterval: isEventName(name) && 'isInterval' in clockEvents[name],
  }))
}

/** What the rule of a deadline knows. */
export function eventsOfRule({ matter, ruleVersion }: Replayed): readonly string[] {
  const versions = matter?.rule.versions ?? []
  const governing = versions.filter(({ version }) => version === ruleVersion)
  return (governing.length > 0 ? governing : versions).flatMap((each) => [...eventsKnownTo(each)])
}
