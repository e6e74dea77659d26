import { inWords } from '#domain/calendar/index.ts'
import { eventsFor, type CountedCase, type DatedEvent, type Replayed } from '#domain/clock/index.ts'
import { isEventName, standsOn, titleOf, type ClockEvent } from '#domain/deadlines/index.ts'
import { forbidden } from './errors.ts'

/** Throws a Refusal of an event that is to be withdrawn while a later one of the same deadline stands on it. */
export function refuseStoodOn({ dated, deadlines }: CountedCase, withdrawn: DatedEvent): void {
  const later = deadlines
    .filter(({ span, spec }) => eventsFor(dated, span, spec).includes(withdrawn))
    .flatMap((each) => laterOf(each, withdrawn))
    .at(0)
  if (later)
    throw forbidden(
      'ClockEvent',
      `“${titleOf(later.name)}” on ${inWords(later.on)} stands on this event: withdraw that one first`,
    )
}

function laterOf({ matter }: Replayed, { name, on }: DatedEvent): readonly ClockEvent[] {
  if (!matter || !isEventName(name)) return []
  const later = standsOn(matter.rule, matter.circumstances, { name, on })
  return later ? [later] : []
}
