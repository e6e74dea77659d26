import { isEventName, titleOf } from '#domain/time-limits/index.ts'
import type { DatedThing, Procedure } from './procedure.ts'

type Named = Pick<Procedure, 'events' | 'deadlines' | 'tracks'>

/** What people call that which a day is reckoned from, by the names that a procedure gives. */
export function thingInWords(thing: DatedThing, procedure: Named): string {
  if (thing.kind === 'event') return `the event “${titleOfEvent(thing.event, procedure)}”`
  if (thing.kind === 'deadline') return `the deadline “${nameOf(thing.deadline, procedure)}”`
  return thing.kind === 'received' ? 'receipt' : 'the start of the stage'
}

/** What an event is called; one that nobody has given a name is called by its code. */
export function titleOfEvent(code: string, { events }: Pick<Procedure, 'events'>): string {
  if (isEventName(code)) return titleOf(code)
  const own = events.find((each) => each.code === code)
  return own?.name ?? capitalised(code.replaceAll(/[-_]+/g, ' '))
}

function nameOf(deadline: string, { deadlines, tracks }: Named): string {
  const stages = tracks.flatMap((track) => track.stages)
  const all = [...deadlines, ...stages.flatMap((stage) => stage.deadlines)]
  return all.find(({ code }) => code === deadline)?.name ?? deadline
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
