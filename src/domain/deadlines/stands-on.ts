import { isoOf } from '#domain/calendar/index.ts'
import { DeadlineRefused, type ClockEvent, type Rule } from '#domain/time-limits/index.ts'
import type { Circumstances } from './deadline.ts'
import { readMatter } from './matter.ts'
import { stopsOf, type Stop } from './replay.ts'

/**
 * Takes an event among those of circumstances and gives the next of the same kind of question that could not
 * have been recorded without it: a question's answer, or the question after an answer. Undefined where nothing
 * stands on it, and where the rule forbids what is recorded as it is.
 */
export function standsOn(
  rule: Rule,
  circumstances: Circumstances,
  event: ClockEvent,
): ClockEvent | undefined {
  const stops = readStops(rule, circumstances)
  for (const ofKind of Map.groupBy(stops, ({ operation }) => operation).values()) {
    const steps = ofKind.flatMap(stepsOf)
    const at = steps.findLastIndex(({ name, on }) => name === event.name && on === event.on)
    const next = at === -1 ? undefined : steps[at + 1]
    if (next) return next
  }
  return undefined
}

function readStops(rule: Rule, circumstances: Circumstances): readonly Stop[] {
  try {
    const matter = readMatter(rule, circumstances)
    return stopsOf(matter, matter.events)
  } catch (error) {
    if (error instanceof DeadlineRefused) return []
    throw error
  }
}

const stepsOf = ({ operation, asked, answered }: Stop): readonly ClockEvent[] => [
  { name: operation.asked, on: isoOf(asked) },
  ...(answered === undefined ? [] : [{ name: operation.answered, on: isoOf(answered) }]),
]
