import { conditionsIn, type DatedThing, type Procedure } from '#domain/procedures/index.ts'

const known = new WeakMap<Procedure, ReadonlySet<string>>()

/** The events that a procedure asks for: those that meet deadlines, that they count from, and of conditions. */
export function eventsOf(procedure: Procedure): ReadonlySet<string> {
  const held = known.get(procedure)
  if (held) return held
  const stages = procedure.tracks.flatMap((track) => track.stages)
  const deadlines = [...procedure.deadlines, ...stages.flatMap((stage) => stage.deadlines)]
  const dated = [
    ...deadlines.map(({ from }) => from),
    ...stages.flatMap(({ tasks, letters }) =>
      [...tasks, ...letters].flatMap(({ due }) => (due ? [due.from] : [])),
    ),
  ]
  const names = new Set([
    ...deadlines.flatMap(({ metBy }) => (metBy === 'end' ? [] : [metBy.event])),
    ...dated.flatMap((thing: DatedThing) => (thing.kind === 'event' ? [thing.event] : [])),
    ...conditionsIn(procedure).flatMap((one) => (one.kind === 'event recorded' ? [one.event] : [])),
  ])
  known.set(procedure, names)
  return names
}
