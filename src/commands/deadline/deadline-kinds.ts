import { readReceipt, type Receipt } from '#domain/calendar/index.ts'
import { allRules, DeadlineRefused, readEvent, ruleOf } from '#domain/deadlines/index.ts'
import type { ClockEvent, Rule } from '#domain/deadlines/index.ts'
import { distance } from '#platform/distance.ts'
import { kind, type Kind, type KindResult } from '#kernel/kind.ts'

/** The id of a rule, in capitals or not. */
export const ruleId: Kind<Rule> = kind({
  name: 'rule',
  schema: { type: 'string' },
  read: (text) =>
    refusedAsFault(
      () => ruleOf(text.toUpperCase()),
      () =>
        `is no rule; the nearest are ${nearest(text.toUpperCase()).join(', ')} (deadline rules lists all)`,
    ),
  good: ['EIR_REVIEW', 'eir_review'],
  bad: ['', 'EIR', 'EIR-REVIEW'],
})

/** The ids that hold what was typed, then those that differ from it in the fewest letters. */
const nearest = (text: string): readonly string[] =>
  allRules
    .map(({ id }) => ({ id, steps: text && id.includes(text) ? 0 : distance(id, text) }))
    .toSorted((one, other) => one.steps - other.steps)
    .slice(0, 5)
    .map(({ id }) => id)

/** A date, or a time with its offset, or a local time that there was once. */
export const whenReceived: Kind<Receipt> = kind({
  name: 'moment of receipt',
  schema: { type: 'string' },
  read(text) {
    const read = readReceipt(text)
    return 'fault' in read ? { fault: `asks back: ${read.fault}` } : read
  },
  good: ['2031-05-09', '2031-05-09T18:00', '2031-05-09T18:00+01:00', '2031-05-09T23:30Z'],
  bad: ['', 'today', '2031-02-30', '2031-03-30T01:30', '2031-10-26T01:30', '9 May 2031'],
})

/** An event with its date. */
export const clockEvent: Kind<ClockEvent> = kind({
  name: 'clock event',
  schema: { type: 'string' },
  read: (text) =>
    refusedAsFault(
      () => readEvent(text),
      ({ message }) => `is refused: ${message}`,
    ),
  good: ['fee_received=2031-05-09', 'school_closed=2031-07-24/2031-09-01'],
  bad: [
    '',
    'fee_received',
    'fee=2031-05-09',
    'fee_received=2031-02-30',
    'school_closed=2031-07-24',
  ],
})

function refusedAsFault<T>(
  read: () => T,
  faultOf: (refused: DeadlineRefused) => string,
): KindResult<T> {
  try {
    return { value: read() }
  } catch (refused) {
    if (refused instanceof DeadlineRefused) return { fault: faultOf(refused) }
    throw refused
  }
}
