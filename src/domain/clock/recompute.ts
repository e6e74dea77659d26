import type { Reading, Writing } from '#platform/statement.ts'
import { listDatedCases, lockNextOpenCases } from './load-queries.ts'
import { listCalendarDays } from './calendar-queries.ts'
import { ownCalendars, type OwnCalendars } from './own-calendars.ts'
import { advanceRecomputation, lockRecomputation } from './recompute-queries.ts'
import { groundOf, write } from './settle-clock.ts'
import { settle, type Settlement } from './settlement.ts'

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

/** What is remembered of the calendar may not have heard of the change that this is about. */
async function recomputeRange(
  db: Writing,
  range: Omit<Range, 'calendars' | 'now'>,
  { recomputationId, now }: Batch,
): Promise<number> {
  const calendars = ownCalendars(await listCalendarDays(db, {}))
  const settlement = await settleRange(db, { ...range, calendars, now })
  write(db, settlement, { now, recomputationId })
  return settlement.moves.length
}

/** Cases of a range of numbers, and calendars to count by instead of those that are stored. */
export interface Range {
  readonly now: Date
  readonly after: number
  readonly upTo: number
  readonly calendars?: OwnCalendars
}

/** What settling every open case of a range would write. */
export async function settleRange(
  db: Reading,
  { calendars, now, ...range }: Range,
): Promise<Settlement> {
  const grounds = groundsOf(db)
  const settled: Settlement[] = []
  for (const dated of await listDatedCases(db, range)) {
    const ground = await grounds(dated)
    settled.push(settle(dated, { ...ground, ...calendars }, { inFull: false, now }).settlement)
  }
  return together(settled)
}

/** The ground of each version of a case type, asked for once. */
function groundsOf(db: Reading) {
  const known = new Map<string, ReturnType<typeof groundOf>>()
  return (of: { readonly caseTypeId: number; readonly version: number }) => {
    const key = `${of.caseTypeId} ${of.version}`
    const ground = known.get(key) ?? groundOf(db, of)
    known.set(key, ground)
    return ground
  }
}

const together = (all: readonly Settlement[]): Settlement => ({
  deadlines: all.flatMap(({ deadlines }) => deadlines),
  dropped: all.flatMap(({ dropped }) => dropped),
  stages: all.flatMap(({ stages }) => stages),
  tasks: all.flatMap(({ tasks }) => tasks),
  drafts: all.flatMap(({ drafts }) => drafts),
  targets: all.flatMap(({ targets }) => targets),
  moves: all.flatMap(({ moves }) => moves),
})

/**
 * Counts every open case of the organisation and writes what comes of it, as nothing that moved: for cases
 * that were brought in with dates of their own.
 */
export async function settleBroughtIn(db: Writing, now: Date): Promise<void> {
  const all = { after: 0, upTo: Number.MAX_SAFE_INTEGER, now }
  const settlement = await settleRange(db, all)
  write(db, { ...settlement, moves: [] }, { now })
}
