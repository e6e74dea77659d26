import { caseTypeVersion } from '#domain/case-types/index.ts'
import { calendars } from '#domain/holidays/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { organisationTimes } from '#domain/reminders/index.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import type { DatedCase } from './dated-case.ts'
import { getDatedCase } from './load-queries.ts'
import type { Ground, Replayed } from './replay.ts'
import { settle, type DeadlineMove, type Settled, type Settlement } from './settlement.ts'
import { writeSettlement } from './write-queries.ts'

/** Which case is settled, and when; the case must be locked by whoever asks. */
export interface Settling {
  readonly caseId: number
  readonly now: Date
}

/** What settling came to: every deadline of the case, and those that moved. */
export interface SettledClock {
  readonly dated: DatedCase
  readonly deadlines: readonly Replayed[]
  readonly moves: readonly DeadlineMove[]
}

/** A case counted anew from what is stored, and nothing written yet. */
export interface CountedCase extends Settled {
  readonly dated: DatedCase
  readonly ground: Ground
}

/** What the cases of a version of a case type are counted by. */
export async function groundOf(
  db: Reading,
  { caseTypeId, version }: { readonly caseTypeId: number; readonly version: number },
): Promise<Ground> {
  const [{ procedure }, { nation }, own, times] = await Promise.all([
    caseTypeVersion(db, { caseTypeId, version }),
    organisationSettings(db),
    calendars(db),
    organisationTimes(db),
  ])
  return { ...own, procedure, nation, times }
}

/** Counts a case anew from what is stored and what the transaction has written; writes nothing. */
export async function countCase(db: Reading, { caseId, now }: Settling): Promise<CountedCase> {
  const dated = await getDatedCase(db, { caseId })
  const ground = await groundOf(db, dated)
  return { dated, ground, ...settle(dated, ground, { inFull: true, now }) }
}

/** Writes what settling came to; it travels with the commit. */
export function writeSettled(
  db: Writing,
  settlement: Settlement,
  { now, recomputationId = null }: { readonly now: Date; readonly recomputationId?: number | null },
): void {
  void writeSettlement(db, { ...settlement, recomputationId, now })
}

/**
 * Brings every date of a case into line with what happened to it: its deadlines, stages, tasks, drafts and
 * target. Gives what moved.
 */
export async function settleClock(db: Writing, { caseId, now }: Settling): Promise<SettledClock> {
  const { dated, deadlines, settlement } = await countCase(db, { caseId, now })
  writeSettled(db, settlement, { now })
  return { dated, deadlines, moves: settlement.moves }
}
