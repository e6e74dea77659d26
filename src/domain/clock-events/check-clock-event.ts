import {
  checkEvent,
  clockEvents,
  isAhead,
  isEventName,
  titleOf,
  type ClockEvent,
} from '#domain/deadlines/index.ts'
import { inWords } from '#domain/calendar/index.ts'
import {
  type CountedCase,
  type DatedEvent,
  eventsFor,
  type Matter,
  type Replayed,
} from '#domain/clock/index.ts'
import { forbidden } from './errors.ts'
import { eventsOf } from './procedure-events.ts'

/** Why what is recorded moves nothing; undefined where it moves something. */
type MovesNothing = string | undefined

/**
 * Judges an event that is about to be recorded. Throws a Refusal that names the rule: of one that nothing knows,
 * in the future, before receipt, a second stop, an answer to no question, an extension told too late.
 */
export function checkClockEvent(
  counted: CountedCase,
  event: DatedEvent,
  today: string,
): MovesNothing {
  const { dated, ground } = counted
  if (!isEventName(event.name) && !eventsOf(ground.procedure).has(event.name))
    throw forbidden('Event', `Event is not one that the clock or the procedure of this case knows`)
  checkDays(counted, event, today)
  const within = { ...dated, events: [...dated.events, event] }
  const judged = counted.deadlines
    .filter((each) => isOpen(each) && eventsFor(within, each.span, each.spec).includes(event))
    .map((each) => judge(each, event))
  if (judged.includes(moves)) return undefined
  const [because] = judged.flatMap((each) => ('because' in each ? [each.because] : []))
  return because ?? checkUse(counted, event)
}

/** Is a deadline neither met nor done with? */
export const isOpen = ({ state }: Replayed): boolean => state !== 'met' && state !== 'ended'

function checkDays({ dated }: CountedCase, { name, on, until }: DatedEvent, today: string): void {
  const isInterval = isEventName(name) && 'isInterval' in clockEvents[name]
  if (until !== null) checkUntil({ on, until }, isInterval)
  if (isInterval) return
  if (on > today && !isAhead(name))
    throw forbidden('Date', `Date must not be in the future: today is ${inWords(today)}`)
  if (on < dated.receivedOn)
    throw forbidden(
      'Date',
      `Date must not be before receipt, ${inWords(dated.receivedOn)}: no clock runs before that day. If it came earlier, correct the receipt first`,
    )
}

function checkUntil({ on, until }: { on: string; until: string }, isInterval: boolean): void {
  if (!isInterval) throw forbidden('Until', 'Until has no meaning for an event of one day')
  if (until < on) throw forbidden('Until', 'Until must not be before the date')
}

/** What a deadline makes of an event; where it moves nothing, why. */
type Judged = { readonly verdict: 'moves' | 'not of the rule' } | { readonly because: string }

const moves: Judged = Object.freeze({ verdict: 'moves' })
const notOfRule: Judged = Object.freeze({ verdict: 'not of the rule' })

function judge({ matter, spec }: Replayed, event: DatedEvent): Judged {
  const { name, on, until } = event
  if (spec.metBy !== 'end' && spec.metBy.event === name) return moves
  if (!matter || !isEventName(name) || (until ?? on) < matter.circumstances.received.on)
    return notOfRule
  return judgeByRule(matter, { name, on, ...(until === null ? {} : { until }) })
}

function judgeByRule({ rule, circumstances }: Matter, event: ClockEvent): Judged {
  const verdict = checkEvent(rule, circumstances, event)
  if (verdict.isAccepted)
    return verdict.movesNothing === undefined ? moves : { because: verdict.movesNothing }
  if (verdict.refused.reason === 'eventNotOfRule') return notOfRule
  throw forbidden('Date', verdict.refused.message)
}

/** An event that no open deadline has a use for must be of use to the procedure. */
function checkUse({ ground, deadlines }: CountedCase, { name }: DatedEvent): MovesNothing {
  if (eventsOf(ground.procedure).has(name)) return undefined
  if (!deadlines.some(isOpen)) return 'no deadline of this case is open'
  const rules = [...new Set(deadlines.filter(isOpen).map(({ rule }) => rule))].join(', ')
  throw forbidden(
    'Event',
    `“${isEventName(name) ? titleOf(name) : name}” has no effect on any open deadline of this case (${rules})`,
  )
}
