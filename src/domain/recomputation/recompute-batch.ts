import { divisionOf } from '#domain/calendar/index.ts'
import { settleRange, writeSettled } from '#domain/clock/index.ts'
import { listCalendarDays, ownCalendars } from '#domain/holidays/index.ts'
import { settingsNow } from '#domain/organisations/index.ts'
import { ownHours, timesBy } from '#domain/reminders/index.ts'
import type { Writing } from '#platform/statement.ts'
import { advanceRecomputation, lockNextOpenCases, lockRecomputation } from './queries.ts'

/** Which recomputation goes on, and with how many cases at once. */
export interface Batch {
  readonly recomputationId: number
  readonly now: Date
  readonly most?: number
}

const usualBatch = 500

/**
 * Settles the next open cases of a recomputation and notes how far it has come, in one transaction: whoever
 * begins again after it goes on from there. Gives whether there may be more.
 */
export async function recomputeBatch(db: Writing, batch: Batch): Promise<boolean> {
  const { recomputationId, now, most = usualBatch } = batch
  const [progress] = await lockRecomputation(db, { recomputationId })
  if (!progress || progress.isFinished) return false
  const after = progress.reached
  const [locked = { cases: 0, last: null }] = await lockNextOpenCases(db, { after, most })
  const { cases, last } = locked
  const moved = last === null ? 0 : await recomputeRange(db, { after, upTo: last }, batch)
  void advanceRecomputation(db, { recomputationId, reached: last, cases, moved, now })
  return last !== null
}

async function recomputeRange(
  db: Writing,
  range: { readonly after: number; readonly upTo: number },
  { recomputationId, now }: Batch,
): Promise<number> {
  const settlement = await settleRange(db, { ...range, instead: await groundNow(db), now })
  writeSettled(db, settlement, { now, recomputationId })
  return settlement.moves.length
}

/** What is remembered of the configuration may not have heard of the change that this is about. */
async function groundNow(db: Writing) {
  const [days, { nation }, hours] = await Promise.all([
    listCalendarDays(db, {}),
    settingsNow(db),
    ownHours(db),
  ])
  const own = ownCalendars(days)
  return { ...own, nation, times: timesBy(hours, own.calendars[divisionOf[nation]]) }
}
