import type { getClock } from '#domain/clock-events/index.ts'
import { dateAndTime, dateInWords } from '#web/layout/times.ts'
import { clockAddress } from './addresses.ts'
import type { HistoryEntry, ShownClock } from './clock-history.ts'

type Clock = Awaited<ReturnType<(typeof getClock)['handle']>>
type Event = Clock['events'][number]
type Change = Clock['changes'][number]

/** What the page of a case shows of its clock, newest first. */
export function shownClock(clock: Clock): ShownClock {
  const { caseId, events, changes, mayRecord, mayCorrectReceipt, known } = clock
  const entries = [
    ...events.map((event) => eventEntry(event, clock)),
    ...changes.map((change) => changeEntry(change)),
  ]
  return {
    recordAddress: mayRecord && known.length > 0 ? clockAddress(caseId, 'events/new') : undefined,
    correctAddress: mayCorrectReceipt ? clockAddress(caseId, 'receipt') : undefined,
    history: entries.toSorted((one, other) => other.at.getTime() - one.at.getTime()),
  }
}

function eventEntry(event: Event, { caseId, mayRecord }: Clock): HistoryEntry {
  const { clockEventId, title, on, until, isWithdrawn } = event
  const days = until === null ? dateInWords(on) : `${dateInWords(on)} to ${dateInWords(until)}`
  return {
    what: `${title}, ${days}`,
    reason: event.reason ?? undefined,
    by: event.recordedBy,
    at: event.recordedAt,
    withdrawn: withdrawnInWords(event),
    withdrawAddress:
      mayRecord && !isWithdrawn
        ? clockAddress(caseId, `events/${clockEventId}/withdraw`)
        : undefined,
  }
}

const withdrawnInWords = ({ withdrawnBy, withdrawnAt, withdrawnReason }: Event) =>
  withdrawnAt === null
    ? undefined
    : `Withdrawn by ${withdrawnBy ?? ''} on ${dateAndTime(withdrawnAt)}: ${withdrawnReason ?? ''}`

const changeEntry = (change: Change): HistoryEntry => ({
  what: changeInWords(change),
  reason: change.reason ?? undefined,
  by: change.by,
  at: change.at,
  withdrawn: undefined,
  withdrawAddress: undefined,
})

function changeInWords({ kind, before, after, deadlineName }: Change): string {
  const moved = before === after ? '' : ` from ${day(before)} to ${day(after)}`
  if (kind === 'receiptCorrected') return `Receipt corrected${moved}`
  const name = deadlineName ?? ''
  if (kind === 'recomputed') return `Date of “${name}” counted anew${moved}`
  return kind === 'deadlineOverridden'
    ? `Date of “${name}” set by hand${moved}`
    : `Date of “${name}” left to its rule again${moved}`
}

const day = (written: string | null): string => {
  if (written === null) return 'no date'
  return written.length === 10 ? dateInWords(written) : dateAndTime(new Date(written))
}
