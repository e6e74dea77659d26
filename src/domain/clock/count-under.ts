import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import { openingStages } from '#domain/procedures/index.ts'
import type { Reading } from '#platform/statement.ts'
import { getDatedCase } from './load-queries.ts'
import { groundOf, type CountedCase, type Settling } from './settle-clock.ts'
import { settle } from './settlement.ts'

/**
 * Counts a case as if it were under another type from its receipt on, in the stages with which that type begins, and
 * nothing set by hand; writes nothing.
 */
export async function countUnder(
  db: Reading,
  { caseId, now, version }: Settling & { readonly version: CaseTypeVersion },
): Promise<CountedCase> {
  const found = await getDatedCase(db, { caseId })
  const dated = {
    ...found,
    targetOn: null,
    targetDays: null,
    stages: openingStages(version.procedure).map(({ track, stage }) => ({
      track: track.code,
      code: stage.code,
      receivedOn: found.receivedOn,
      startedAt: now.toISOString(),
      endedAt: null,
      dueOn: null,
    })),
    events: found.events.filter(({ stage }) => stage === ''),
    deadlines: [],
    tasks: [],
    drafts: [],
  }
  const ground = await groundOf(db, version)
  return { dated, ground, ...settle(dated, ground, { inFull: true, now }) }
}
