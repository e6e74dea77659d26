import {
  checkEvents,
  clockEvents,
  deadlineOf,
  DeadlineRefused,
  type Circumstances,
  type Deadline,
  type Rule,
} from '#domain/deadlines/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import type { TypedEvent } from './typed-events.ts'

/** A deadline, or what stands in its way, each at its field. */
export type Judged = { readonly deadline: Deadline } | { readonly flaws: readonly Flaw[] }

/** A rule and its circumstances without the events that are typed. */
export interface Ground {
  readonly rule: Rule
  /** Its events are those that nobody types: when a school is closed. */
  readonly circumstances: Circumstances
}

/** Counts as the command does; where that is refused, each event that a rule forbids is told at its field. */
export function judge(ground: Ground, events: readonly TypedEvent[]): Judged {
  const all = put(ground, events)
  if (!(all instanceof DeadlineRefused)) return { deadline: all }
  const alone = put(ground, [])
  if (alone instanceof DeadlineRefused) return { flaws: [ofReceipt(alone)] }
  const flaws = refusedOf(ground, events)
  return { flaws: flaws.length > 0 ? flaws : [ofReceipt(all)] }
}

function put(
  { rule, circumstances }: Ground,
  typed: readonly TypedEvent[],
): Deadline | DeadlineRefused {
  const all = {
    ...circumstances,
    events: [...(circumstances.events ?? []), ...typed.map(({ event }) => event)],
  }
  try {
    checkEvents(rule, all)
    return deadlineOf(rule, all)
  } catch (refused) {
    if (refused instanceof DeadlineRefused) return refused
    throw refused
  }
}

/** Events are put one by one, in order of their days; of one day, an answer may come before a question or after. */
function refusedOf(ground: Ground, events: readonly TypedEvent[]): readonly Flaw[] {
  const taken: TypedEvent[] = []
  const flaws: Flaw[] = []
  const days = Map.groupBy(events, ({ event }) => event.on)
  for (const day of [...days.keys()].toSorted()) {
    let left = (days.get(day) ?? []).toSorted((a, b) => rank(a) - rank(b))
    let refusals: readonly Flaw[] = []
    for (let round = 0; round < 3 && left.length > 0; round++) {
      const refused = left.map((typed) => ({ typed, flaw: refusalOf(ground, taken, typed) }))
      left = refused.flatMap(({ typed, flaw }) => (flaw ? [typed] : []))
      refusals = refused.flatMap(({ flaw }) => flaw ?? [])
    }
    flaws.push(...refusals)
  }
  return flaws
}

const rank = ({ event }: TypedEvent): number => ('answers' in clockEvents[event.name] ? 0 : 1)

/** Takes the event, unless it is refused. */
function refusalOf(ground: Ground, taken: TypedEvent[], typed: TypedEvent): Flaw | undefined {
  const judged = put(ground, [...taken, typed])
  if (judged instanceof DeadlineRefused)
    return { parameter: typed.field, kind: 'invalid', message: judged.message }
  taken.push(typed)
  return undefined
}

const ofReceipt = ({ reason, message }: DeadlineRefused): Flaw =>
  reason === 'timeNeeded'
    ? {
        parameter: 'time',
        kind: 'missing',
        message: 'Enter the time received: this deadline is counted in hours',
      }
    : { parameter: 'received-day', kind: 'invalid', message }
