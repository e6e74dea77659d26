import type { Reading, Writing } from '#platform/statement.ts'
import { listDatedCases } from './load-queries.ts'
import type { Ground } from './replay.ts'
import { groundOf, writeSettled } from './settle-clock.ts'
import { settle, type Settlement } from './settlement.ts'

/** Cases of a range of numbers, and what to count by instead of what is remembered of the configuration. */
export interface Range {
  readonly now: Date
  readonly after: number
  readonly upTo: number
  readonly instead?: Partial<Ground>
}

/** What settling every open case of a range would write. */
export async function settleRange(
  db: Reading,
  { instead, now, ...range }: Range,
): Promise<Settlement> {
  const grounds = groundsOf(db)
  const settled: Settlement[] = []
  for (const dated of await listDatedCases(db, range)) {
    const ground = await grounds(dated)
    settled.push(settle(dated, { ...ground, ...instead }, { inFull: false, now }).settlement)
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
  writeSettled(db, { ...settlement, moves: [] }, { now })
}
