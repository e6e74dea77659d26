import type { CountedCase, DatedCase, DatedEvent } from '#domain/clock/index.ts'
import type { Writing } from '#platform/statement.ts'
import { insertClockEvent } from './queries.ts'
import { settledAs, settleWith, type Doing } from './tell-case.ts'

/** Writes an event that was found good, every date that it moves, and what the history tells of it. */
export function writeClockEvent(
  db: Writing,
  counted: CountedCase,
  {
    event,
    reason,
    ...doing
  }: Doing & { readonly event: DatedEvent; readonly reason: string | null },
): void {
  const { id: _, at, ...rest } = event
  const { caseId } = counted.dated
  void insertClockEvent(db, {
    caseId,
    ...rest,
    at: at === null ? null : new Date(at),
    reason,
    ...doing,
  })
  const particulars = { event: event.name, on: event.on, until: event.until }
  const changed = settledAs(counted, withEvent(counted.dated, event), doing.now)
  settleWith(db, changed, { ...doing, kind: 'clockEventRecorded', particulars })
}

/** The case as it is with one more event, in the order in which events happened. */
const withEvent = (dated: DatedCase, event: DatedEvent): DatedCase => ({
  ...dated,
  events: [...dated.events, event].toSorted((one, other) => one.on.localeCompare(other.on)),
})
